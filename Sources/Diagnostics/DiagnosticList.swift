import SourceText

/// Findings as they come, from any check in any order; `sorted` makes a report of them.
public struct DiagnosticList: Sendable {
    /// The findings in the order in which they were added.
    public private(set) var diagnostics: [Diagnostic]

    /// A list that starts with these.
    public init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

    /// Adds one finding.
    public mutating func append(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Adds several findings.
    public mutating func append(contentsOf more: some Sequence<Diagnostic>) { diagnostics.append(contentsOf: more) }

    /// In file order, identical ones once. The order depends on nothing but the findings, so that it is the same however many
    /// threads found them.
    public func sorted() -> DiagnosticList {
        // Places are small; diagnostics are moved once.
        let order = diagnostics.indices.map { (span: diagnostics[$0].primary.span, index: $0) }.sorted { a, b in
            a.span != b.span ? SourceSpan.precedes(a.span, b.span) : Self.precedes(diagnostics[a.index], diagnostics[b.index])
        }
        let sorted = order.map { diagnostics[$0.index] }
        // Identical ones lie in one stretch of those that the order does not tell apart, though not always side by side.
        let starts = sorted.indices.map { $0 == 0 || Self.precedes(sorted[$0 - 1], sorted[$0]) } + [true]
        var said: Set<Remainder> = []
        let isNew = sorted.indices.map { index in
            if starts[index] { said.removeAll() }
            // Details may have to be made to be compared: of most there is no other.
            if starts[index], starts[index + 1] { return true }
            return said.insert(Remainder(sorted[index])).inserted
        }
        if !isNew.contains(false) { return DiagnosticList(sorted) }
        return DiagnosticList(zip(sorted, isNew).filter(\.1).map(\.0))
    }

    /// What the order of diagnostics does not go by.
    private struct Remainder: Hashable {
        var label: Localized?
        var details: DiagnosticDetails

        init(_ diagnostic: Diagnostic) { (label, details) = (diagnostic.primary.label, diagnostic.details) }
    }

    /// How many weigh exactly this much.
    public func count(of severity: Severity) -> Int {
        // By index: the whole of each would be copied out.
        diagnostics.indices.count { diagnostics[$0].severity == severity }
    }

    /// Those whose codes are wanted.
    public func filter(_ wanted: CodeSelection) -> DiagnosticList {
        wanted.isAll ? self : DiagnosticList(diagnostics.filter { wanted.takes($0.code) })
    }

    private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
        if a.primary.span != b.primary.span { return SourceSpan.precedes(a.primary.span, b.primary.span) }
        if a.severity != b.severity { return a.severity > b.severity }
        if a.code != b.code { return a.code.text.utf8.lexicographicallyPrecedes(b.code.text.utf8) }
        return a.message.en.utf8.lexicographicallyPrecedes(b.message.en.utf8)
    }
}
