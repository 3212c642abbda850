import SourceText

/// What a diagnostic says beyond its first line, for people and editors.
public struct DiagnosticDetails: Hashable, Sendable {
    /// Other lines that are involved, and further places in the line of the diagnostic itself.
    public var related: [Annotation]
    /// What to do next, one line each.
    public var help: [Localized]
    /// What of the help an editor can carry out by itself, the likeliest first.
    public var fixes: [Fix]

    /// Nothing more, where nothing is given.
    public init(related: [Annotation] = [], help: [Localized] = [], fixes: [Fix] = []) {
        self.related = related
        self.help = help
        self.fixes = fixes
    }
}

/// Details that are made when they are first asked for, by whichever thread, and kept.
final class LaterDetails: Sendable {
    private let made = Once<DiagnosticDetails>()
    private let make: @Sendable () -> DiagnosticDetails

    init(_ make: @escaping @Sendable () -> DiagnosticDetails) { self.make = make }

    var details: DiagnosticDetails { made.value(make) }
}
