import SourceText

/// One line for each diagnostic, `path:line:column: error[code] message`, as editors and `grep` read them.
public struct ConciseRenderer: Sendable {
    private let sources: SourceMap
    private let language: Language

    /// `sources` holds every file that the diagnostics name.
    public init(sources: SourceMap, language: Language) {
        self.sources = sources
        self.language = language
    }

    /// The line, with its ending.
    public func render(_ diagnostic: Diagnostic) -> String {
        let file = sources[diagnostic.primary.span.file]
        let place = file.lines.location(of: diagnostic.primary.span.range.lowerBound)
        let severity = diagnostic.severity.name(in: language)
        let message = Printable.text(diagnostic.sentence(in: language))
        return "\(Printable.text(file.path)):\(place.line):\(place.column): \(severity)[\(diagnostic.code)] \(message)\n"
    }

    /// All the lines.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { render($0) }.joined()
    }
}
