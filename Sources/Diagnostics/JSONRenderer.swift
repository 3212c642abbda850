import SourceText

/// Diagnostics for machines: the array that `check --format json` prints, as `docs/format.md` states it.
public struct JSONRenderer: Sendable {
    private let sources: SourceMap
    private let language: Language

    /// `sources` holds every file that the diagnostics name.
    public init(sources: SourceMap, language: Language) {
        self.sources = sources
        self.language = language
    }

    /// The array as text, with a line ending. The objects of many are shared out.
    public func render(_ diagnostics: [Diagnostic], threads: Int = 1) -> String {
        JSON.array(diagnostics.parallelMap(threads: threads) { json($0) }).text(pretty: true) + "\n"
    }

    /// One object of the array.
    public func json(_ diagnostic: Diagnostic) -> JSON {
        let span = diagnostic.primary.span
        let file = sources[span.file]
        let start = file.lines.location(of: span.range.lowerBound)
        let end = file.lines.location(of: span.range.upperBound)
        let help = diagnostic.help.map { $0.text(in: language) }
        return .object([
            ("code", .string(diagnostic.code.text)),
            ("severity", .string(diagnostic.severity.rawValue)),
            ("message", .string(diagnostic.sentence(in: language))),
            ("file", .string(file.path)),
            ("line", .integer(start.line)),
            ("column", .integer(start.column)),
            ("end_line", .integer(end.line)),
            ("end_column", .integer(end.column)),
            ("related", .array(diagnostic.related.map { json($0) })),
            ("help", help.isEmpty ? .null : .string(help.joined(separator: "\n"))),
        ])
    }

    private func json(_ annotation: Annotation) -> JSON {
        let file = sources[annotation.span.file]
        let start = file.lines.location(of: annotation.span.range.lowerBound)
        return .object([
            ("file", .string(file.path)),
            ("line", .integer(start.line)),
            ("column", .integer(start.column)),
            ("message", .string(annotation.label?.text(in: language) ?? "")),
        ])
    }
}
