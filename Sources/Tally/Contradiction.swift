import Ledger
import Numerics
import Syntax

/// Parts and a whole that do not tally, on one axis.
public struct Contradiction: Sendable {
    /// The axis on which the law is broken. Of contradictions over the same period those over time are told first.
    public enum Law: Int, Sendable { case time, unit, parts }

    /// What the law asks of the two sides.
    public enum Relation: Sendable {
        /// The parts make the whole.
        case equal
        /// The parts that are stated come to at most the whole.
        case atMost
    }

    /// A value that takes part, with the figures behind it.
    public struct Term: Sendable {
        /// The place that it is the value of.
        public var key: CellKey
        /// What it is known to be.
        public var interval: Interval
        /// Whether it counts against the others.
        public var isSubtracted: Bool
        /// The lines that it comes from.
        public var figures: [FigureID]
        /// Whether a figure states it as it is; otherwise it follows from several.
        public var isStated: Bool
    }

    /// On which axis.
    public var law: Law
    /// Equal or at most.
    public var relation: Relation
    /// The whole, or over time the longest period.
    public var whole: Term
    /// The other side, in the order in which it is told.
    public var parts: [Term]
    /// What the parts make.
    public var computed: Interval
    /// How sub-units make their unit here.
    public var overUnits: OverUnits
    /// Sub-units that are not in.
    public var missing: [UnitID]
    /// Whether a revised or preliminary figure is held against a firm one: then it is a warning.
    public var mixesStatus: Bool

    /// The figures at fault, one of which must be wrong.
    public var figures: some Sequence<FigureID> { [[whole], parts].lazy.joined().lazy.flatMap(\.figures) }
}

/// A place where the law can be tested.
struct LawInstance: Sendable {
    var law: Contradiction.Law
    var key: CellKey
    /// For parts: which breakdown; or an included indicator.
    var breakdown: Int?
    var included: IndicatorID?
    /// Over time: whether periods from parts or sub-units take part.
    var isMixed = false
    /// Over time: all figures that can bear on it, as they stood when it was found; nil where that may be any of the series.
    var part: Timeline?
    /// How far below the root the unit lies.
    var depth: Int

    /// Shortest period first, then earliest, lower units first, time before units before parts; then the order of the ledger.
    static func precedes(_ a: LawInstance, _ b: LawInstance) -> Bool {
        let (p, q) = (a.key.period, b.key.period)
        if p.dayCount != q.dayCount { return p.dayCount < q.dayCount }
        if p.start != q.start { return p.start < q.start }
        if a.depth != b.depth { return a.depth > b.depth }
        if a.law != b.law { return a.law.rawValue < b.law.rawValue }
        if a.key.unit != b.key.unit { return a.key.unit < b.key.unit }
        if a.key.indicator != b.key.indicator { return a.key.indicator < b.key.indicator }
        return (a.breakdown ?? -1, a.included.map { $0.index } ?? -1) < (b.breakdown ?? -1, b.included.map { $0.index } ?? -1)
    }
}
