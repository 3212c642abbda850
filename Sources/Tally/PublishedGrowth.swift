import Ledger
import Numerics
import SourceText
import Syntax

/// Growth as a source states it.
struct PublishedGrowth: Sendable {
    var number: WrittenNumber
    var isInPoints: Bool
    /// What divides the number to make percents of it: 10 for ‰.
    var divisor: Int128
    var status: Status
    var isRevision: Bool
    var knownOn: Day
    var file: FileID
    var line: Int
    /// The claim itself.
    var range: ByteRange
    /// Whether another of the same standing says otherwise: then neither counts.
    var isContradicted = false

    private init(_ claim: Claim, of stated: StatedClaims, _ ledger: Ledger) {
        let written = claim.measure.flatMap { ledger.measures.find($0.text) }
        let kind = ledger.measures[written ?? ledger.indicators[stated.indicator].measure].kind
        number = claim.number
        // A bare number is in what the growth of its indicator is in.
        isInPoints = kind == .points || written == nil && kind == .percentage
        divisor = kind == .percentage ? written.map { ledger.quantaPerCent / Int128(ledger.measures[$0].factor) } ?? 1 : 1
        (status, isRevision, knownOn) = (stated.status, stated.isRevision, stated.knownOn)
        (file, line, range) = (stated.file, stated.line, claim.range)
    }

    /// Growth on a year ago, by cell, as it was known on a day; of several for one cell the newest revision, then the firmest, then the narrowest.
    static func index(_ ledger: Ledger, asOf: Day?) -> (growth: KeyTable<CellKey, PublishedGrowth>, conflicts: [GrowthConflict]) {
        var found = KeyTable<CellKey, PublishedGrowth>()
        var conflicts: [GrowthConflict] = []
        for stated in ledger.statements.claims where asOf.map({ stated.knownOn <= $0 }) ?? true {
            for claim in stated.claims where claim.kind == .yoy {
                let key = CellKey(stated.unit, stated.indicator, stated.period)
                let growth = PublishedGrowth(claim, of: stated, ledger)
                guard let known = found[key] else {
                    found.set(key, growth)
                    continue
                }
                let kept = known.joined(with: growth)
                found.set(key, kept)
                if kept.isContradicted, !growth.isStronger(than: known), !known.isStronger(than: growth) {
                    conflicts.append(GrowthConflict(key: key, first: known.span, again: growth.span))
                }
            }
        }
        return (found, conflicts)
    }

    /// What counts of two that are stated of one cell.
    private func joined(with other: PublishedGrowth) -> PublishedGrowth {
        if other.isStronger(than: self) { return other }
        if isStronger(than: other) { return self }
        let (own, others) = (interval, other.interval)
        let isNarrower = others.hasLow && others.hasHigh && (!own.hasLow || !own.hasHigh || others.width.compareValue(own.width) < 0)
        var kept = isNarrower ? other : self
        kept.isContradicted = isContradicted || isInPoints != other.isInPoints || !own.intersects(others)
        return kept
    }

    private func isStronger(than other: PublishedGrowth) -> Bool {
        if isRevision != other.isRevision { return isRevision }
        if isRevision, knownOn != other.knownOn { return knownOn > other.knownOn }
        return status > other.status
    }

    private var span: SourceSpan { SourceSpan(file: file, range: range) }

    /// In % or points.
    var interval: Interval {
        Interval(rounded: number.decimal, factor: 1).divided(by: divisor).bounded(number.bound)
    }
}

/// Growth of one cell that is published twice, by two numbers of the same standing that have no value in common.
public struct GrowthConflict: Sendable {
    /// The cell.
    public var key: CellKey
    /// The earlier claim.
    public var first: SourceSpan
    /// The later one.
    public var again: SourceSpan
}
