import Numerics
import SourceText

/// The measures of a ledger: the built-in ones, those that it declares, and the ratios that it uses.
public final class MeasureTable: Sendable {
    /// By number; the first is that of numbers without a measure.
    public let measures: [Measure]
    private let idByName: NameMap<MeasureID>
    /// What most claims are in.
    private let percent: MeasureID?
    /// By number, what every figure is asked for.
    @usableFromInline let scales: [MeasureScale]

    init(_ measures: [Measure]) {
        self.measures = measures
        scales = measures.map { MeasureScale($0) }
        var idByName = NameMap<MeasureID>()
        for (index, measure) in measures.enumerated() { idByName.set(measure.name, MeasureID(index)) }
        self.idByName = idByName
        percent = idByName["%"]
    }

    /// The measure of this number.
    @inlinable
    public subscript(id: MeasureID) -> Measure { measures[id.index] }

    /// By name; a ratio only where the ledger uses it.
    public func find(_ name: String) -> MeasureID? { name == "%" ? percent : idByName[name] }

    /// All names, for suggestions.
    public var names: [String] { measures.dropFirst().map(\.name) }

    /// Whether amounts of one convert into the other.
    public func convert(_ a: MeasureID, _ b: MeasureID) -> Bool {
        a == b || measures[a.index].dimension == measures[b.index].dimension
    }

    /// What a number written in the measure states, in quanta of its dimension: exact for an integer in a counting measure.
    @inlinable
    public func interval(_ number: Decimal, in id: MeasureID) -> Interval {
        let scale = scales[id.index]
        if scale.isCounting, number.scale == 0 { return Interval(exact: number, factor: scale.factor) }
        return Interval(rounded: number, factor: scale.factor)
    }

    /// What decides what numbers in the measure stand for.
    public func scale(of id: MeasureID) -> MeasureScale { scales[id.index] }
}

/// Of a measure, what decides what numbers in it stand for.
public struct MeasureScale: Sendable {
    @usableFromInline let factor: Int64
    @usableFromInline let isCounting: Bool

    /// Of numbers without a measure.
    public init() { (factor, isCounting) = (1, false) }

    init(_ measure: Measure) { (factor, isCounting) = (measure.factor, measure.isCounting) }

    /// What a sum of so many numbers, each written with so many decimals, stands for.
    public func interval(_ sum: Int128, of count: Int, decimals: UInt8) -> Interval {
        let value = sum * Int128(factor)
        if isCounting, decimals == 0 { return Interval(low: value, value: value, high: value, scale: 0) }
        let halfWidth = Int128(count) * 5 * Int128(factor)
        return Interval(low: value * 10 - halfWidth, value: value * 10, high: value * 10 + halfWidth, scale: decimals + 1)
    }
}
