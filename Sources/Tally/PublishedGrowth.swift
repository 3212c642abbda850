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

    private init(_ claim: Claim, of stated: StatedClaims, _ ledger: Ledger) {
        let written = claim.measure.flatMap { ledger.measures.find($0.text) }
        let kind = ledger.measures[written ?? ledger.indicators[stated.indicator].measure].kind
        number = claim.number
        // A bare number is in what the growth of its indicator is in.
        isInPoints = kind == .points || written == nil && kind == .percentage
        divisor = kind == .percentage ? written.map { ledger.quantaPerCent / Int128(ledger.measures[$0].factor) } ?? 1 : 1
        (status, isRevision, knownOn) = (stated.status, stated.isRevision, stated.knownOn)
        (file, line) = (stated.file, stated.line)
    }

    /// Growth on a year ago, by cell, as it was known on a day; of several for one cell the newest revision, then the firmest, then the first.
    static func index(_ ledger: Ledger, asOf: Day?) -> KeyTable<CellKey, PublishedGrowth> {
        var found = KeyTable<CellKey, PublishedGrowth>()
        let lines = ledger.statements.claims
        var source = KeyTable<CellKey, Int>()
        for (index, stated) in lines.enumerated() where asOf.map({ stated.knownOn <= $0 }) ?? true {
            for claim in stated.claims where claim.kind == .yoy {
                let key = CellKey(stated.unit, stated.indicator, stated.period)
                if let known = source[key], !isStronger(stated, lines[known]) { continue }
                source.set(key, index)
                found.set(key, PublishedGrowth(claim, of: stated, ledger))
            }
        }
        return found
    }

    private static func isStronger(_ a: StatedClaims, _ b: StatedClaims) -> Bool {
        if a.isRevision != b.isRevision { return a.isRevision }
        if a.isRevision, a.knownOn != b.knownOn { return a.knownOn > b.knownOn }
        return a.status > b.status
    }

    /// In % or points.
    var interval: Interval {
        let stated = Interval(rounded: number.decimal, factor: 1).divided(by: divisor)
        switch number.bound {
        case .exactly: return stated
        case .above, .atLeast: return Interval(low: stated.value, value: stated.value, high: .max, scale: stated.scale)
        case .below, .atMost: return Interval(low: .min, value: stated.value, high: stated.value, scale: stated.scale)
        case .about: return stated.withoutLow.withoutHigh
        }
    }
}
