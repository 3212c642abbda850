import Ledger
import Numerics
import Syntax

extension Ledger {
    /// What the line of a target asks for; nil where it holds no number.
    ///
    /// `%` on an amount is a change; on a percentage it is the level, and a change is written in points.
    public func demand(of target: Target) -> TargetDemand? {
        guard case .number(let number) = target.content else { return nil }
        let written = measures[target.measure]
        let own = measures[indicators[target.indicator].measure]
        switch (written.kind, own.kind) {
        case (.percentage, .percentage), (.points, .points): break
        case (.points, .percentage): return .points(percent(number.decimal, in: target.measure))
        case (.percentage, .points): return .level(Interval(exact: number.decimal, factor: own.factor))
        case (.percentage, _): return .change(percent(number.decimal, in: target.measure))
        default: break
        }
        guard measures.convert(target.measure, indicators[target.indicator].measure) else { return nil }
        return .level(Interval(exact: number.decimal, factor: written.factor))
    }

    /// The number, exactly, in % or points.
    private func percent(_ number: Decimal, in id: MeasureID) -> Interval {
        let whole = measures.find(measures[id].kind == .points ? "百分点" : "%").map { measures[$0].factor } ?? 1
        return Interval(exact: number, factor: measures[id].factor).divided(by: Int128(whole))
    }

    /// Whether more than the target is worse.
    func isCeiling(_ target: Target) -> Bool {
        guard case .number(let number) = target.content else { return false }
        switch number.bound {
        case .below, .atMost: return true
        case .above, .atLeast: return false
        case .exactly, .about: return indicators[target.indicator].better == .lower
        }
    }
}
