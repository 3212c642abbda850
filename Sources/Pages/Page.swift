import Diagnostics

/// A whole file: everything that it shows is in it, and nothing in it runs.
public struct Page {
    /// In the window's title.
    public var title: String
    /// Of the words on it.
    public var language: Language
    /// What stands above the rest.
    public var header: HTML
    /// The parts, one under another.
    public var sections: [HTML]

    /// A page with any number of parts.
    public init(title: String, language: Language, header: HTML, sections: [HTML]) {
        self.title = title
        self.language = language
        self.header = header
        self.sections = sections
    }

    /// Nothing is loaded and nothing runs; the one style sheet is known by its hash, so that no other can be slipped in.
    static let policy = "default-src 'none'; style-src '\(PageStyle.hash)'; base-uri 'none'; form-action 'none'"

    /// As it stands in the file; ends in a line end.
    public var text: String {
        let skip = Localized(en: "Skip to the content", zh: "跳到正文").text(in: language)
        let head = HTML.list(
            [
                .void("meta", [Attribute("charset", "utf-8")]),
                .void("meta", [Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Self.policy)]),
                .void("meta", [Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")]),
                .void("meta", [Attribute("name", "color-scheme"), Attribute("content", "light dark")]),
                .element("title", [], .text(title)), .element("style", [], .literal(PageStyle.sheet)),
            ], separator: .text("\n"))
        let body = HTML.list(
            [
                .element("a", [.class("skip"), Attribute("href", "#main")], .text(skip)), .element("header", [], header),
                .element("main", [.id("main")], .text("\n"), .list(sections, separator: .text("\n")), .text("\n")),
            ], separator: .text("\n"))
        let html = HTML.element(
            "html", [Attribute("lang", language == .chinese ? "zh-Hans" : "en")], .element("head", [], .text("\n"), head, .text("\n")),
            .text("\n"),
            .element("body", [], .text("\n"), body, .text("\n")))
        return "<!DOCTYPE html>\n" + html.markup + "\n"
    }
}
