/// The escape sequences that text is dressed in; the caller decides whether there are any.
public struct TextStyle: Sendable {
    var boldStart: String
    var dimStart: String
    var end: String

    /// No escape sequences.
    public static let plain = TextStyle(boldStart: "", dimStart: "", end: "")
    /// For terminals.
    public static let ansi = TextStyle(boldStart: "\u{1B}[1m", dimStart: "\u{1B}[2m", end: "\u{1B}[0m")

    /// Titles and headings.
    public func bold(_ text: String) -> String { text.isEmpty ? "" : boldStart + text + end }

    /// What should not draw the eye: marks, tree lines, footnotes.
    public func dim(_ text: String) -> String { text.isEmpty ? "" : dimStart + text + end }
}
