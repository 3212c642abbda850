import Numerics

/// The measures of a ledger: the built-in ones, those that it declares, and the ratios that it uses.
public struct MeasureTable: Sendable {
    /// By number; the first is that of numbers without a measure.
    public private(set) var measures: [Measure]
    private var idByName: [String: MeasureID]

    init(_ measures: [Measure]) {
        self.measures = measures
        idByName = [:]
        for (index, measure) in measures.enumerated() { idByName[measure.name] = MeasureID(index) }
    }

    /// The measure of this number.
    public subscript(id: MeasureID) -> Measure { measures[id.index] }

    /// By name; a ratio only where the ledger uses it.
    public func find(_ name: String) -> MeasureID? { idByName[name] }

    /// All names, for suggestions.
    public var names: [String] { measures.dropFirst().map(\.name) }

    /// Whether amounts of one convert into the other.
    public func convert(_ a: MeasureID, _ b: MeasureID) -> Bool {
        a == b || measures[a.index].dimension == measures[b.index].dimension
    }

    /// What a number written in the measure states, in quanta of its dimension: exact for an integer in a counting measure.
    @inlinable
    public func interval(_ number: Decimal, in id: MeasureID) -> Interval {
        let measure = self[id]
        if measure.isCounting, number.scale == 0 { return Interval(exact: number, factor: measure.factor) }
        return Interval(rounded: number, factor: measure.factor)
    }
}
