import Ledger
import Numerics
import Syntax

/// What becomes of a claim when it is held against the figures that it speaks of.
public enum ClaimVerdict: Hashable, Sendable {
    case holds
    /// No values that the figures allow make it true.
    case contradicted
    /// The figures allow it, and so much else that they tell nothing.
    case tooCoarse
    /// There is nothing to hold it against.
    case untested(Reason)

    /// Why a claim cannot be tested.
    public enum Reason: String, Sendable {
        /// A figure that it takes is not known, or only in part.
        case missing
        /// No target is known.
        case noTarget = "no-target"
        /// Growth on a comparable basis, which does not follow from the levels.
        case comparable
        /// Growth in % of a percentage, or in points of an amount.
        case measure
        /// The line is an estimate, which enters no law.
        case estimate
        /// The ledger does not name all that are ranked.
        case unnamed
        /// A lead over a target that has no schedule.
        case noSchedule = "no-schedule"
    }
}

/// A value that a claim was held against.
public struct ClaimOperand: Sendable {
    /// What the value is to the claim.
    public enum Role: Sendable {
        /// What the claim is about.
        case value
        /// The level that growth is measured from.
        case base
        /// What a share is of.
        case whole
        case target
        /// What another published completion makes the target.
        case supplied
    }

    /// What it is to the claim.
    public var role: Role
    /// The cell that it is the value of.
    public var key: CellKey
    /// In quanta of the indicator's dimension; in % or points where a target asks for growth.
    public var interval: Interval
    /// The figures behind it.
    public var figures: [FigureID] = []
    /// Whether one figure states it as it is.
    public var isStated = false
    /// For a target.
    public var target: StandingTarget?
    /// What it would have to be for the claim to be true, as the best single number; nil where that says nothing.
    public var needed: Interval?
}

/// A claim held against the figures.
public struct ClaimTest: Sendable {
    /// The line that the claim stands on.
    public var line: StatedClaims
    /// As it was read.
    public var claim: Claim
    /// What it says: in %, in points, or places in a ranking.
    public var stated: Interval
    /// What follows from the figures, in the same; nil where nothing does.
    public var computed: Interval?
    /// Whether both are in points.
    public var isInPoints = false
    /// What becomes of it.
    public var verdict: ClaimVerdict
    /// What it was held against; of a rank nothing is named.
    public var operands: [ClaimOperand] = []
    /// Of a rank: how many stand in the ranking.
    public var ranked: Int?
    /// Of a claim that is contradicted: whether a figure of another status or revision takes part, so that it is only a warning.
    public var mixesStatus = false

    /// The cell that the claim is about.
    public var key: CellKey { CellKey(line.unit, line.indicator, line.period) }
}

extension [ClaimTest] {
    /// Those that the figures contradict. The others, which are many, are not copied.
    public var contradicted: [ClaimTest] { indices.filter { self[$0].verdict == .contradicted }.map { self[$0] } }
}

extension ClaimTest {
    /// A claim with nothing to hold it against.
    init(_ line: StatedClaims, _ claim: Claim, _ stated: Interval, untested reason: ClaimVerdict.Reason) {
        self.line = line
        self.claim = claim
        self.stated = stated
        verdict = .untested(reason)
    }

    /// A claim held against what was computed; without a value the figures are too coarse for one.
    init(_ line: StatedClaims, _ claim: Claim, _ stated: Interval, computed: Interval?, _ operands: [ClaimOperand]) {
        self.line = line
        self.claim = claim
        self.stated = stated
        self.computed = computed
        self.operands = operands
        verdict = computed.map { Self.verdict(stated, $0) } ?? .tooCoarse
    }

    /// Contradicted where the two have no number in common. Too coarse where what was computed is more than ten times as wide as what is stated: then
    /// the claim has a digit more than the figures that it is about.
    static func verdict(_ stated: Interval, _ computed: Interval) -> ClaimVerdict {
        if !stated.intersects(computed) { return .contradicted }
        if stated.contains(computed), stated.hasLow || stated.hasHigh { return .holds }
        guard stated.hasLow, stated.hasHigh, computed.hasLow, computed.hasHigh else { return .tooCoarse }
        let tenfold = stated.width.times(10)
        return tenfold.compareValue(computed.width) < 0 ? .tooCoarse : .holds
    }
}

extension Interval {
    /// How far the ends are apart, exactly; both must be there.
    var width: Interval {
        Interval(low: high, value: high, high: high, scale: scale) - Interval(low: low, value: low, high: low, scale: scale)
    }
}
