import Diagnostics
import SourceText
import Syntax

/// What is measured: a node of the tree of indicators.
public struct Indicator: Sendable {
    public var name: String
    public var nameEn: String?
    public var nameZh: String?
    public var aliases: [String] = []
    public var fields: [UnitField] = []
    public var measure: MeasureID = .none
    public var nature: Nature = .flow
    public var better: Direction = .higher
    public var growth: GrowthBasis = .nominal
    public var overUnits: OverUnits = .sum
    /// False under `over-time none`.
    public var addsOverTime = true
    /// Says so, has a signed part, or has a negative figure somewhere: inequalities then contradict nothing.
    public var isSigned = false
    /// The ledger says so itself, of it or of a part.
    public var isDeclaredSigned = false
    public var decomposesExactly = false
    /// Breakdowns, each of which makes the whole.
    public var parts: [[IndicatorID]] = []
    /// Parts that do not make the whole.
    public var includes: [IndicatorID] = []
    public var formula: Formula?
    public var expected: [Expectation] = []
    public var declaredAt: SourceSpan?

    public init(name: String) { self.name = name }

    /// What it is called in a report.
    public func displayName(in language: Language) -> String {
        switch language {
        case .english: nameEn ?? name
        case .chinese: nameZh ?? name
        }
    }

    /// Whether its figures of adjoining periods add up.
    public var isAdditiveOverTime: Bool { nature == .flow && addsOverTime }
}

/// The indicators of a ledger, in the order of declaration.
public struct IndicatorTable: Sendable {
    public internal(set) var indicators: [Indicator]
    private var idByName: [String: IndicatorID] = [:]
    /// Whether names are taken as they come, because the ledger declares no indicators.
    public let isInformal: Bool

    init(_ indicators: [Indicator], isInformal: Bool) {
        self.indicators = indicators
        self.isInformal = isInformal
        for (index, indicator) in indicators.enumerated().reversed() {
            for alias in indicator.aliases { idByName[alias] = IndicatorID(index) }
        }
        for (index, indicator) in indicators.enumerated().reversed() { idByName[indicator.name] = IndicatorID(index) }
    }

    public var count: Int { indicators.count }

    public var ids: some RandomAccessCollection<IndicatorID> { (0..<indicators.count).lazy.map { IndicatorID($0) } }

    public subscript(id: IndicatorID) -> Indicator { indicators[id.index] }

    /// By name or alias.
    public func find(_ name: String) -> IndicatorID? { idByName[name] }

    public var names: some Sequence<String> { idByName.keys }
}
