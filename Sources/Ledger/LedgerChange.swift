import SourceText
import Syntax

/// What tells two readings of one ledger apart, where no more than figures do.
public struct LedgerChange: Sendable {
    /// Units of which figures or claims were added, changed or taken away.
    public var units: Set<UnitID>

    /// Nil where more than figures and claims differ: declarations, targets, the files themselves, or what names mean.
    ///
    /// Goes by the bytes: of a file that differs, only the blocks around the stretch that does are looked at.
    public init?(from old: Ledger, to new: Ledger) {
        guard old.sources.files.count == new.sources.files.count, old.fiscalStart == new.fiscalStart, !new.units.isInformal,
            !new.indicators.isInformal, old.units.count == new.units.count, old.indicators.count == new.indicators.count,
            old.settledIndicators == new.settledIndicators
        else { return nil }
        units = []
        for (a, b) in zip(old.sources.files, new.sources.files) where a.text !== b.text || a.path != b.path {
            guard a.path == b.path else { return nil }
            let (before, after) = Self.difference(a.buffer, b.buffer)
            // Of a file that has changed on the disk nobody can say any more what it was.
            if a.text.hasChanged || b.text.hasChanged { return nil }
            guard let gone = Self.units(in: before, of: a.id, old), let come = Self.units(in: after, of: b.id, new) else { return nil }
            units.formUnion(gone)
            units.formUnion(come)
        }
    }

    /// The stretches that differ, each from the start of a block to that of another; empty where the bytes are the same.
    private static func difference(_ a: SourceBuffer, _ b: SourceBuffer) -> (Range<Int>, Range<Int>) {
        let least = min(a.count, b.count)
        var start = 0
        while start + 4096 <= least, a.bytes[start..<start + 4096].elementsEqualBytes(b.bytes[start..<start + 4096]) { start += 4096 }
        while start < least, a.bytes[start] == b.bytes[start] { start += 1 }
        if start == a.count, start == b.count { return (0..<0, 0..<0) }
        var tail = 0
        while tail + 4096 <= least - start,
            a.bytes[a.count - tail - 4096..<a.count - tail].elementsEqualBytes(b.bytes[b.count - tail - 4096..<b.count - tail])
        {
            tail += 4096
        }
        while tail < least - start, a.bytes[a.count - tail - 1] == b.bytes[b.count - tail - 1] { tail += 1 }
        // The block that the stretch starts in, by the bytes that both have before it.
        let first = Self.blockStart(in: a, before: start)
        let end = { (buffer: SourceBuffer) in PieceReader.blockStart(in: buffer, from: max(0, buffer.count - tail - 1)) ?? buffer.count }
        return (first..<max(first, end(a)), first..<max(first, end(b)))
    }

    /// The last place at or before a line that differs where a block surely starts; 0 where there is none.
    private static func blockStart(in buffer: SourceBuffer, before offset: Int) -> Int {
        // The line that differs may have been a header, or become one: the block above it changes too then.
        var line = lineStart(in: buffer, before: offset)
        while line > 0 {
            line = lineStart(in: buffer, before: line - 1)
            if LineShape(buffer, at: line).kind == .header { return line }
        }
        return 0
    }

    private static func lineStart(in buffer: SourceBuffer, before offset: Int) -> Int {
        var at = min(offset, buffer.count)
        while at > 0, buffer.bytes[at - 1] != 0x0A { at -= 1 }
        return at
    }

    /// Of which units the blocks of figures in a stretch are; nil where there is another block in it.
    private static func units(in range: Range<Int>, of file: FileID, _ ledger: Ledger) -> Set<UnitID>? {
        if range.isEmpty { return [] }
        var units: Set<UnitID> = []
        for piece in ledger.figures.pieces where piece.syntax.file == file {
            let syntax = piece.syntax
            if syntax.declarations.contains(where: { range.contains($0.range.lowerBound) }) { return nil }
            if syntax.targetHeaders.contains(where: { range.contains(Int($0.line)) }) { return nil }
            if syntax.fiscalYear.map({ range.contains($0.range.lowerBound) }) ?? false { return nil }
            for header in syntax.headers where range.contains(Int(header.line)) {
                if let unit = piece.unitOf[header.unit.index] { units.insert(unit) }
            }
        }
        return units
    }
}

/// Of an indicator, what figures of one unit settle for those of all: without a `measure` it takes that of its first figure, and with it what
/// follows from the measure.
private struct SettledIndicator: Equatable {
    /// By name: numbers of measures depend on which ratios are used.
    var measure: String
    var nature: Nature
    var overUnits: OverUnits
    var isSigned: Bool
    /// Without parts whose measure does not convert.
    var parts: [[IndicatorID]]
    var includes: [IndicatorID]
}

extension Ledger {
    fileprivate var settledIndicators: [SettledIndicator] {
        indicators.indicators.map {
            SettledIndicator(
                measure: measures[$0.measure].name, nature: $0.nature, overUnits: $0.overUnits, isSigned: $0.isSigned, parts: $0.parts,
                includes: $0.includes)
        }
    }
}

extension Slice<UnsafeRawBufferPointer> {
    /// Whether the bytes are the same, at the speed of memory.
    fileprivate func elementsEqualBytes(_ other: Slice<UnsafeRawBufferPointer>) -> Bool {
        let (a, b) = (UnsafeRawBufferPointer(rebasing: self), UnsafeRawBufferPointer(rebasing: other))
        return a.count == b.count && sameBytes(a, b)
    }
}
