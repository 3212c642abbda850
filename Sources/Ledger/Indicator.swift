import SourceText
import Syntax

/// What is measured: a node of the tree of indicators.
public struct Indicator: Named, Sendable {
    /// As declared.
    public var name: String
    /// `name-en`
    public var nameEn: String?
    /// `name-zh`
    public var nameZh: String?
    /// Other names that lines may use.
    public var aliases: [String] = []
    /// `key value` lines, in the order of the ledger.
    public var fields: [UnitField] = []
    /// As declared, else as its figures or its parts have it.
    public var measure: MeasureID = .none
    /// Flow by default; a rate where the measure is %, ‰, points or a ratio.
    public var nature: Nature = .flow
    /// Which direction ranks first.
    public var better: Direction = .higher
    /// What published growth compares.
    public var growth: GrowthBasis = .nominal
    /// How sub-units make their unit: its own, else the whole's, else a sum, or nothing for a rate.
    public var overUnits: OverUnits = .sum
    /// False under `over-time none`.
    public var addsOverTime = true
    /// Says so, has a signed part, or has a negative figure somewhere: inequalities then contradict nothing.
    public var isSigned = false
    /// The ledger says so itself, of it or of a part.
    public var isDeclaredSigned = false
    /// Whether targets given to parts may not exceed the whole's.
    public var decomposesExactly = false
    /// Breakdowns, each of which makes the whole.
    public var parts: [[IndicatorID]] = []
    /// Parts that do not make the whole.
    public var includes: [IndicatorID] = []
    /// What it is computed from.
    public var formula: Formula?
    /// Who is to report it, and how often.
    public var expected: [Expectation] = []
    /// Its name in the declaration; nil in an informal ledger.
    public var declaredAt: SourceSpan?

    /// An undeclared indicator, with all defaults.
    public init(name: String) { self.name = name }

    /// Whether its figures of adjoining periods add up.
    public var isAdditiveOverTime: Bool { nature == .flow && addsOverTime }

    /// Whether it is counted from items of registers and from nothing else, so that each of its figures is known exactly.
    public var isCounted: Bool {
        guard let sides = formula?.sides else { return false }
        return sides.contains { !$0.registerCalls.isEmpty } && sides.allSatisfy(\.indicatorNames.isEmpty)
    }

    /// Whether it asks what came or went, so that its sub-units count moves that their unit does not see.
    public var countsMoves: Bool {
        formula?.sides.flatMap(\.registerCalls).contains { $0.function == .entered || $0.function == .left } ?? false
    }
}

/// The indicators of a ledger, in the order of declaration.
public struct IndicatorTable: Sendable {
    /// By number.
    public internal(set) var indicators: [Indicator]
    private var idByName = NameMap<IndicatorID>()
    /// Whether names are taken as they come, because the ledger declares no indicators.
    public let isInformal: Bool

    init(_ indicators: [Indicator], isInformal: Bool) {
        self.indicators = indicators
        self.isInformal = isInformal
        for index in indicators.indices.reversed() {
            for alias in indicators[index].aliases { idByName.set(alias, IndicatorID(index)) }
        }
        for index in indicators.indices.reversed() { idByName.set(indicators[index].name, IndicatorID(index)) }
    }

    /// How many there are.
    public var count: Int { indicators.count }

    /// All of them, in order.
    public var ids: some RandomAccessCollection<IndicatorID> { (0..<indicators.count).lazy.map { IndicatorID($0) } }

    /// The indicator of this number.
    @inlinable
    public subscript(id: IndicatorID) -> Indicator { indicators[id.index] }

    /// By name or alias.
    public func find(_ name: String) -> IndicatorID? { idByName[name] }

    /// Names and aliases, in no certain order.
    public var names: some Sequence<String> { idByName.names }
}
