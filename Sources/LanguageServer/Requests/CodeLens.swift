import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

/// `textDocument/codeLens`: above a block of figures, and above the declaration of a unit, whether what it says tallies.
let codeLensRequest = RequestHandler("textDocument/codeLens") { request throws(ProtocolError) in
    let subject = try request.subject()
    let snapshot = subject.snapshot
    let counts = snapshot.contradictionsOfUnits
    var lenses: [JSON] = []
    for block in subject.ledgerFile.blocks() {
        let title: String
        switch block.kind {
        case .figures:
            guard let (unit, _) = snapshot.header(at: block.header.lowerBound, in: subject.file), !block.lines.isEmpty else { continue }
            let own = snapshot.contradictions(in: block.range, of: subject.file)
            title = own > 0 ? snapshot.tallies(own) : snapshot.tallies(0) + (counts[unit] == nil ? "" : snapshot.elsewhere)
        case .unit:
            let name = FileReader(ledger: snapshot.ledger, file: subject.file)
                .mentions(onLineAt: block.header.lowerBound, declarations: snapshot.declarationMentions(in: subject.file)).first
            guard case .unit(let unit) = name?.symbol else { continue }
            title = snapshot.tallies(counts[unit] ?? 0)
        default: continue
        }
        lenses.append(
            .object([
                ("range", snapshot.json(block.header, in: subject.file)),
                ("command", .object([("title", .string(title)), ("command", .string(""))])),
            ]))
    }
    return .array(lenses)
}

extension Snapshot {
    fileprivate func tallies(_ count: Int) -> String {
        if count == 0 { return say("✓ tallies", "✓ 相符") }
        return say("✗ \(count) \(count == 1 ? "thing does" : "things do") not tally", "✗ \(count) 处不符")
    }

    fileprivate var elsewhere: String { say(" (the unit does not elsewhere)", "（该单位另有不符之处）") }

    /// What `check` finds against the law, or against claims and rules, by the unit that it is about.
    fileprivate var contradictionsOfUnits: [UnitID: Int] {
        var counts: [UnitID: Int] = [:]
        for diagnostic in diagnostics where diagnostic.isAboutNumbers {
            let places = Set(([diagnostic.primary] + diagnostic.related).compactMap { unit(at: $0.span) })
            for unit in places { counts[unit, default: 0] += 1 }
        }
        return counts
    }

    /// Of which unit the block at a place is.
    private func unit(at span: SourceSpan) -> UnitID? {
        let reader = FileReader(ledger: ledger, file: span.file)
        guard let above = reader.header(above: reader.lineStart(span.range.lowerBound)),
            [.figures, .targets].contains(BlockKind.read(reader.buffer, above.shape.text).kind)
        else { return nil }
        return header(at: above.start, in: span.file)?.unit
    }

    /// How many of them involve a line in a range.
    fileprivate func contradictions(in range: ByteRange, of file: FileID) -> Int {
        diagnostics.count { diagnostic in
            diagnostic.isAboutNumbers
                && ([diagnostic.primary] + diagnostic.related).contains {
                    $0.span.file == file && range.lowerBound <= $0.span.range.lowerBound && $0.span.range.upperBound <= range.upperBound
                }
        }
    }
}

extension Diagnostic {
    /// Whether numbers contradict each other.
    fileprivate var isAboutNumbers: Bool {
        severity == .error && ["tally", "claim", "rule", "assert", "cell", "target"].contains { code.isSelected(by: $0) }
    }
}
