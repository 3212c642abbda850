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
    let places = snapshot.contradictedPlaces(in: subject.file)
    var lenses: [JSON] = []
    for block in subject.ledgerFile.blocks() {
        let title: String
        switch block.kind {
        case .figures:
            guard let (unit, _) = snapshot.header(at: block.header.lowerBound, in: subject.file), !block.lines.isEmpty else { continue }
            let own = places.count(in: block.range)
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

    /// Where they stand in a file.
    fileprivate func contradictedPlaces(in file: FileID) -> ContradictedPlaces {
        var places: [ContradictedPlaces.Place] = []
        for (index, diagnostic) in diagnostics.enumerated() where diagnostic.isAboutNumbers {
            for annotation in [diagnostic.primary] + diagnostic.related where annotation.span.file == file {
                places.append(ContradictedPlaces.Place(offset: annotation.span.range.lowerBound, diagnostic: index))
            }
        }
        return ContradictedPlaces(places: places.sorted { $0.offset < $1.offset })
    }
}

/// Offsets in a file that contradictions are about.
private struct ContradictedPlaces {
    struct Place {
        var offset: Int
        var diagnostic: Int
    }

    /// By offset.
    let places: [Place]

    /// How many contradictions are about a line in the range.
    func count(in range: ByteRange) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle].offset < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return Set(places[low...].prefix { $0.offset <= range.upperBound }.map(\.diagnostic)).count
    }
}

extension Diagnostic {
    /// Whether numbers contradict each other.
    fileprivate var isAboutNumbers: Bool {
        severity == .error && ["tally", "claim", "rule", "assert", "cell", "target"].contains { code.isSelected(by: $0) }
    }
}
