import Numerics
import SourceText

/// A block that declares something, as written: names are not yet looked up.
public enum Declaration: Sendable {
    case include(IncludeDeclaration)
    case unit(UnitDeclaration)
    case indicator(IndicatorDeclaration)
    case measure(MeasureDeclaration)
    case phase(PhaseDeclaration)
    case rule(RuleDeclaration)
    case assertion(AssertionDeclaration)
    case register(RegisterDeclaration)
    case item(ItemDeclaration)
}

/// `include PATTERN`
public struct IncludeDeclaration: Sendable {
    public var pattern: Name
}

/// A `key value` line that is no keyword's: something to group and filter by.
public struct Field: Sendable {
    public var key: Name
    public var value: Name
}

/// `unit PATH`, or a line of a `units` block.
public struct UnitDeclaration: Sendable {
    public var path: Name
    /// For a line of a `units` block: the path of the unit above it, as declared there.
    public var under: Name?
    public var aliases: [Name] = []
    public var nameEn: String?
    public var nameZh: String?
    public var fields: [Field] = []
    public var opened: Dated?
    public var closed: Dated?
    public var succeededBy: Name?
    public var isApart = false
    /// Said to be complete or incomplete; nil where nothing was said.
    public var isComplete: Bool?
    /// The path at the head of a `units` block: it names a unit without declaring it again.
    public var isImplied = false

    /// A period with where it stands.
    public struct Dated: Sendable {
        public var period: Period
        public var range: ByteRange
    }

    init(path: Name, under: Name? = nil) {
        self.path = path
        self.under = under
    }
}

/// How an indicator adds up over time.
public enum Nature: String, Sendable, CaseIterable { case flow, stock, rate }

/// Which direction is good.
public enum Direction: String, Sendable, CaseIterable { case higher, lower, none }

/// What published growth is computed on.
public enum GrowthBasis: String, Sendable, CaseIterable { case nominal, real, comparable }

/// How an indicator adds up over the sub-units of a unit.
public enum OverUnits: String, Sendable, CaseIterable { case sum, mean, max, min, none, cover }

/// How often something is expected, or a rule is held.
public enum Frequency: String, Sendable, CaseIterable { case monthly, quarterly, yearly }

/// `indicator NAME [= FORMULA]`, or a line of an `indicators` block.
public struct IndicatorDeclaration: Sendable {
    public var name: Name
    public var formula: Formula?
    public var measure: Name?
    public var nature: Nature?
    public var better: Direction?
    public var growth: GrowthBasis?
    public var overUnits: OverUnits?
    /// `over-time none`
    public var addsOverTime = true
    public var isSigned = false
    public var decomposesExactly = false
    public var aliases: [Name] = []
    public var nameEn: String?
    public var nameZh: String?
    public var fields: [Field] = []
    /// One list per `parts` line: a breakdown of the same whole.
    public var parts: [[Name]] = []
    public var includes: [Name] = []
    public var expected: [Expectation] = []

    init(name: Name) { self.name = name }
}

/// `expected monthly by 10 from kind 园区, kind 乡镇 until 2015`
public struct Expectation: Sendable {
    public var frequency: Frequency
    /// Days after the period's end; nil where no day was named.
    public var dueDay: Int?
    public var from: [Reporter]
    public var until: Period?
    public var range: ByteRange

    /// Who is to report: a unit, or all units with a field.
    public enum Reporter: Sendable {
        case unit(Name)
        case field(Field)
    }
}

/// `measure 15 亩 = 10000 平方米`: `count` of the name are `equals.count` of the other.
public struct MeasureDeclaration: Sendable {
    public var name: Name
    public var count: WrittenNumber?
    public var equals: (count: WrittenNumber, measure: Name)?
    public var isCounting = false
    public var nameEn: String?
    public var nameZh: String?

    init(name: Name) { self.name = name }
}

/// `phase 规上工业产值  22 25 25 28` or `phase 规上工业产值 last-year`
public struct PhaseDeclaration: Sendable {
    public var indicator: Name
    /// Percentages; empty for last year's seasonality.
    public var shares: [WrittenNumber]
    public var range: ByteRange
}

/// What a rule does where a figure is missing.
public enum MissingPolicy: String, Sendable, CaseIterable { case skip, zero, any }

/// `rule NAME [warn] [missing POLICY] FORMULA [where …] [, each …]`
public struct RuleDeclaration: Sendable {
    public var name: Name
    public var warns: Bool
    public var missing: MissingPolicy
    public var formula: Formula
}

/// `assert PERIOD UNIT FORMULA`
public struct AssertionDeclaration: Sendable {
    public var period: Period
    public var unit: Name
    public var formula: Formula
    public var range: ByteRange
}

/// `register NAME`, with the steps that its items may take.
public struct RegisterDeclaration: Sendable {
    public var name: Name
    public var states: [Name] = []
    /// Allowed steps, by index into `states`.
    public var steps: [(from: Int, to: Int)] = []
    public var dues: [Due] = []
    public var fields: [Name] = []
    public var nameEn: String?
    public var nameZh: String?

    /// `due 60 days -> 办结`
    public struct Due: Sendable {
        public var days: Int
        /// The state from which the days count; nil for the first.
        public var from: Name?
        public var to: Name
    }
}

/// `item REGISTER ID  TITLE`, with its dated states.
public struct ItemDeclaration: Sendable {
    public var register: Name
    public var id: Name
    public var title: Name?
    public var unit: Name?
    public var fields: [Field] = []
    public var due: Day?
    public var events: [Event] = []

    /// A dated line: a state, or a move to another unit.
    public struct Event: Sendable {
        public var day: Day
        public var state: Name?
        public var movedTo: Name?
        public var note: ByteRange?
        public var range: ByteRange
    }
}
