import SourceText

/// How much a diagnostic weighs. Only an error makes `check` fail.
public enum Severity: String, Comparable, Sendable {
    case note, warning, error

    /// Weighs less.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A stable code such as `tally/time`: what `--only` and `--skip` take, and the name of a page in `docs/checks/`.
public struct DiagnosticCode: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The code as it is written.
    public var text: String

    /// The code of this name.
    public init(_ text: String) { self.text = text }
    /// The code of this name.
    public init(stringLiteral text: String) { self.text = text }

    /// The code as it is written.
    public var description: String { text }
}

/// A place and what is to be said of it. An annotation without a label only shows its line.
public struct Annotation: Hashable, Sendable {
    /// The place.
    public var span: SourceSpan
    /// What is said there.
    public var label: Localized?

    /// A place with or without something to say.
    public init(_ span: SourceSpan, _ label: Localized? = nil) {
        self.span = span
        self.label = label
    }
}

/// One finding: what is wrong, where, what was computed, and what to do next.
public struct Diagnostic: Sendable {
    /// Which check, or which part of the language, speaks.
    public var code: DiagnosticCode
    /// How much it weighs.
    public var severity: Severity
    /// What is wrong, in one sentence that names the cell.
    public var message: Localized
    /// The place that is wrong, or that the others contradict.
    public var primary: Annotation
    private var more: More

    private enum More {
        case now(DiagnosticDetails)
        case later(LaterDetails)
    }

    /// A finding at a place; what stands beside it is optional.
    public init(
        _ code: DiagnosticCode, _ severity: Severity, _ message: Localized, at primary: Annotation,
        related: [Annotation] = [], help: [Localized] = [], fixes: [Fix] = []
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.primary = primary
        more = .now(DiagnosticDetails(related: related, help: help, fixes: fixes))
    }

    /// An error.
    public init(
        _ code: DiagnosticCode, _ message: Localized, at primary: Annotation, related: [Annotation] = [],
        help: [Localized] = [], fixes: [Fix] = []
    ) {
        self.init(code, .error, message, at: primary, related: related, help: help, fixes: fixes)
    }

    /// A finding whose details cost more than itself. They are made at most once, when something of them is asked for: where a line is
    /// shown of each, never.
    public init(
        _ code: DiagnosticCode, _ severity: Severity, _ message: Localized, at primary: Annotation,
        details: @escaping @Sendable () -> DiagnosticDetails
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.primary = primary
        more = .later(LaterDetails(details))
    }
}

extension Diagnostic {
    /// All that goes beyond the first line.
    public var details: DiagnosticDetails {
        get {
            switch more {
            case .now(let details): details
            case .later(let later): later.details
            }
        }
        set { more = .now(newValue) }
    }

    /// Every place that it speaks of.
    public var places: [SourceSpan] { [primary.span] + related.map(\.span) }

    /// Other lines that are involved, and further places in the line of `primary`.
    public var related: [Annotation] {
        get { details.related }
        set { details.related = newValue }
    }

    /// What to do next, one line each.
    public var help: [Localized] {
        get { details.help }
        set { details.help = newValue }
    }

    /// What of the help an editor can carry out by itself, the likeliest first.
    public var fixes: [Fix] {
        get { details.fixes }
        set { details.fixes = newValue }
    }
}

extension Diagnostic: Equatable {
    /// Whether both say the same in all respects. Details come last, as they may have to be made for it.
    public static func == (a: Diagnostic, b: Diagnostic) -> Bool {
        a.code == b.code && a.severity == b.severity && a.message == b.message && a.primary == b.primary && a.details == b.details
    }
}

extension Diagnostic {
    /// The message and what is said at the place itself, for where the place cannot be shown.
    public func sentence(in language: Language) -> String {
        guard let label = primary.label?.text(in: language), !label.isEmpty else { return message.text(in: language) }
        return message.text(in: language) + (language == .chinese ? "：" : ": ") + label
    }
}
