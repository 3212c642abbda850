import Numerics
import SourceText

/// A block that declares something, as written: names are not yet looked up.
public enum Declaration: Sendable {
    case include(IncludeDeclaration)
    case unit(UnitDeclaration)
    case indicator(IndicatorDeclaration)
    case measure(MeasureDeclaration)
    case phase(PhaseDeclaration)
    /// `decompose exactly INDICATOR, …`
    case decomposition([Name])
    case rule(RuleDeclaration)
    case assertion(AssertionDeclaration)
    case register(RegisterDeclaration)
    case item(ItemDeclaration)
}

/// `include PATTERN`
public struct IncludeDeclaration: Sendable {
    /// The glob as written, without quotes, relative to the including file.
    public var pattern: Name
}

/// A `key value` line that is no keyword's: something to group and filter by.
public struct Field: Sendable {
    /// The field's name.
    public var key: Name
    /// The rest of the line, which may be a path.
    public var value: Name
}

/// `unit PATH`, or a line of a `units` block.
public struct UnitDeclaration: Sendable {
    /// As written, with `:` between its parts.
    public var path: Name
    /// For a line of a `units` block: the path of the unit above it, as declared there.
    public var under: Name?
    /// Other names for it.
    public var aliases: [Name] = []
    /// Its name in English.
    public var nameEn: String?
    /// Its name in Chinese.
    public var nameZh: String?
    /// What it is grouped and filtered by.
    public var fields: [Field] = []
    /// Its life starts with this period.
    public var opened: Dated?
    /// Its life ends with this period.
    public var closed: Dated?
    /// The unit that it went into.
    public var succeededBy: Name?
    /// Stands beside the tree.
    public var isApart = false
    /// Said to be complete or incomplete; nil where nothing was said.
    public var isComplete: Bool?
    /// The path at the head of a `units` block: it names a unit without declaring it again.
    public var isImplied = false

    /// A period with where it stands.
    public struct Dated: Sendable {
        /// The days.
        public var period: Period
        /// The line on which it stands.
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
    /// What figures call it.
    public var name: Name
    /// What it is computed by; nil where it is reported.
    public var formula: Formula?
    /// What its figures are in, in ASCII forms; nil where nothing was said.
    public var measure: Name?
    /// Nil where nothing was said.
    public var nature: Nature?
    /// Nil where nothing was said.
    public var better: Direction?
    /// Nil where nothing was said.
    public var growth: GrowthBasis?
    /// Nil where nothing was said.
    public var overUnits: OverUnits?
    /// `over-time none`
    public var addsOverTime = true
    /// May be negative.
    public var isSigned = false
    /// `decompose exactly`: sub-units are given no more than their unit was.
    public var decomposesExactly = false
    /// Other names for it.
    public var aliases: [Name] = []
    /// Its name in English.
    public var nameEn: String?
    /// Its name in Chinese.
    public var nameZh: String?
    /// What it is grouped and filtered by.
    public var fields: [Field] = []
    /// One list per `parts` line: a breakdown of the same whole.
    public var parts: [[Name]] = []
    /// Named parts that do not make the whole.
    public var includes: [Name] = []
    /// One per `expected` line.
    public var expected: [Expectation] = []

    init(name: Name) { self.name = name }
}

/// `expected monthly by 10 from kind 园区, kind 乡镇 until 2015`
public struct Expectation: Sendable {
    /// How often.
    public var frequency: Frequency
    /// Days after the period's end; nil where no day was named.
    public var dueDay: Int?
    /// Who is to report; everyone where it is empty.
    public var from: [Reporter]
    /// The last period that is expected; nil for no end.
    public var until: Period?
    /// The line on which it stands.
    public var range: ByteRange

    /// Who is to report: a unit, or all units with a field.
    public enum Reporter: Sendable {
        case unit(Name)
        case field(Field)
    }
}

/// `measure 15 亩 = 10000 平方米`: `count` of the name are `equals.count` of the other.
public struct MeasureDeclaration: Sendable {
    /// The measure, in ASCII forms.
    public var name: Name
    /// How many of it are compared; nil for one.
    public var count: WrittenNumber?
    /// How many of which other they are; nil where it converts into nothing.
    public var equals: (count: WrittenNumber, measure: Name)?
    /// Integers in it are exact.
    public var isCounting = false
    /// Its name in English.
    public var nameEn: String?
    /// Its name in Chinese.
    public var nameZh: String?

    init(name: Name) { self.name = name }
}

/// `phase 规上工业产值  22 25 25 28` or `phase 规上工业产值 last-year`
public struct PhaseDeclaration: Sendable {
    /// Whose targets fall so.
    public var indicator: Name
    /// Percentages; empty for last year's seasonality.
    public var shares: [WrittenNumber]
    /// The line without its comment.
    public var range: ByteRange
}

/// What a rule does where a figure is missing.
public enum MissingPolicy: String, Sendable, CaseIterable { case skip, zero, any }

/// `rule NAME [warn] [missing POLICY] FORMULA [where …] [, each …]`
public struct RuleDeclaration: Sendable {
    /// The rule's own name: its code is `rule/NAME`.
    public var name: Name
    /// What breaks it is a warning, not an error.
    public var warns: Bool
    /// `skip` where nothing was said.
    public var missing: MissingPolicy
    /// A comparison.
    public var formula: Formula
}

/// `assert PERIOD UNIT FORMULA`
public struct AssertionDeclaration: Sendable {
    /// The days it is about.
    public var period: Period
    /// The unit it is about.
    public var unit: Name
    /// A comparison.
    public var formula: Formula
    /// The line without its comment.
    public var range: ByteRange
}

/// `register NAME`, with the steps that its items may take.
public struct RegisterDeclaration: Sendable {
    /// What items and formulas call it.
    public var name: Name
    /// Each once, in the order in which they are first named.
    public var states: [Name] = []
    /// Allowed steps, by index into `states`.
    public var steps: [(from: Int, to: Int)] = []
    /// One per `due` line.
    public var dues: [Due] = []
    /// What items say of themselves; empty where they may say anything.
    public var fields: [Name] = []
    /// Those of `fields` that an item may leave out: `note?`.
    public var optionalFields: Set<String> = []
    /// Its name in English.
    public var nameEn: String?
    /// Its name in Chinese.
    public var nameZh: String?

    /// `due 60 days -> 办结`
    public struct Due: Sendable {
        /// How many days it may take.
        public var days: Int
        /// The state from which the days count; nil for the first.
        public var from: Name?
        /// The state to be reached by then.
        public var to: Name
        /// The line without its comment.
        public var range: ByteRange
    }
}

/// `item REGISTER ID  TITLE`, with its dated states.
public struct ItemDeclaration: Sendable {
    /// The register it belongs to.
    public var register: Name
    /// What tells it from the register's other items.
    public var id: Name
    /// What follows the id.
    public var title: Name?
    /// The unit it starts in.
    public var unit: Name?
    /// What it is grouped and filtered by.
    public var fields: [Field] = []
    /// The day by which it is due, where it has one of its own.
    public var due: Day?
    /// The line of `due`.
    public var dueRange: ByteRange?
    /// In the order of the lines.
    public var events: [Event] = []

    /// A dated line: a state, or a move to another unit.
    public struct Event: Sendable {
        /// When.
        public var day: Day
        /// The state that it enters; nil for a move.
        public var state: Name?
        /// The unit that it moves to; nil for a state.
        public var movedTo: Name?
        /// What follows `|`.
        public var note: ByteRange?
        /// From the day to the state or the unit.
        public var range: ByteRange
    }
}
