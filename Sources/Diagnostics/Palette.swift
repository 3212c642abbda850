/// The escape sequences of a rendering. The caller decides whether there is a terminal that understands them.
public struct Palette: Sendable {
    /// What starts an error's colour, and so on; empty for none.
    public var error: String
    /// What starts a warning's colour.
    public var warning: String
    /// What starts a note's colour.
    public var note: String
    /// What starts the colour of line numbers and frames.
    public var gutter: String
    /// What ends any of them.
    public var reset: String

    /// No colours at all.
    public static let plain = Palette(error: "", warning: "", note: "", gutter: "", reset: "")

    /// Bold red, yellow and cyan, and blue.
    public static let ansi = Palette(
        error: "\u{1B}[1;31m", warning: "\u{1B}[1;33m", note: "\u{1B}[1;36m", gutter: "\u{1B}[34m", reset: "\u{1B}[0m")

    /// The colour of a severity.
    public func start(of severity: Severity) -> String {
        switch severity {
        case .error: error
        case .warning: warning
        case .note: note
        }
    }

    /// The text between a colour's start and its end; an empty text stays empty.
    func paint(_ text: String, _ start: String) -> String {
        text.isEmpty || start.isEmpty ? text : start + text + reset
    }
}
