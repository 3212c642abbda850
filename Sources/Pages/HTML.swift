/// A piece of a page. Text can only enter it through `text` and the values of attributes, which escape it; the names of elements and
/// attributes are literals of the program.
public struct HTML: Sendable {
    /// As it stands in the file.
    public private(set) var markup: String

    private init(markup: String) { self.markup = markup }

    /// Nothing at all.
    public static let nothing = HTML(markup: "")

    /// Any text, shown as it is: `<script>` as eight characters.
    public static func text(_ text: String) -> HTML { HTML(markup: escaped(text)) }

    /// An element with an end tag, its content in order.
    public static func element(_ name: StaticString, _ attributes: [Attribute] = [], _ content: HTML...) -> HTML {
        element(name, attributes, content)
    }

    /// The same of a list.
    public static func element(_ name: StaticString, _ attributes: [Attribute] = [], _ content: [HTML]) -> HTML {
        var markup = "<\(name)" + attributes.map(\.markup).joined() + ">"
        for piece in content { markup += piece.markup }
        return HTML(markup: markup + "</\(name)>")
    }

    /// An element that has no content and no end tag, such as `meta`.
    public static func void(_ name: StaticString, _ attributes: [Attribute] = []) -> HTML {
        HTML(markup: "<\(name)" + attributes.map(\.markup).joined() + ">")
    }

    /// A literal of the program, such as its style sheet.
    public static func literal(_ markup: StaticString) -> HTML { HTML(markup: "\(markup)") }

    /// One after another.
    public static func list(_ pieces: [HTML], separator: HTML = .nothing) -> HTML {
        HTML(markup: pieces.map(\.markup).joined(separator: separator.markup))
    }

    /// One after the other.
    public static func + (a: HTML, b: HTML) -> HTML { HTML(markup: a.markup + b.markup) }

    /// Puts markup behind what is there.
    public static func += (a: inout HTML, b: HTML) { a.markup += b.markup }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { markup.isEmpty }
}

/// An attribute of an element.
public struct Attribute: Sendable {
    let markup: String

    /// The value is any text; it is escaped.
    public init(_ name: StaticString, _ value: String) { markup = " \(name)=\"\(escaped(value))\"" }

    static func `class`(_ name: String) -> Attribute { Attribute("class", name) }

    static func id(_ name: String) -> Attribute { Attribute("id", name) }
}
