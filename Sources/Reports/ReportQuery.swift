import Diagnostics
import Numerics

/// What a report is asked for, as plain data: names are still those that a person typed.
public struct ReportQuery: Sendable {
    /// What stands on the rows, the columns and the pages.
    public enum Axis: String, CaseIterable, Sendable { case unit, indicator, period }

    /// What a cell shows.
    public enum Measurement: String, CaseIterable, Sendable {
        case value
        /// Growth on a year ago.
        case yoy
        /// Growth on the period before.
        case pop
        /// Of the parent unit, in %.
        case share
        /// From the year's start to the period's end.
        case ytd
    }

    /// What a period is cut into.
    public enum Step: String, CaseIterable, Sendable { case month, quarter, half, year }

    /// The order of units that have one parent.
    public enum Order: String, CaseIterable, Sendable { case name, value, growth }

    /// A field of units and what it must be, or be below, as `装备制造:汽摩配` is below `装备制造`.
    public struct Condition: Sendable {
        /// The key, as the ledger writes it.
        public var field: String
        /// The value, or the upper part of one.
        public var value: String

        /// Both as typed.
        public init(field: String, value: String) {
            self.field = field
            self.value = value
        }
    }

    /// Nil for what suits the period: quarters of a year.
    public var step: Step?
    /// Nil for the newest year with figures.
    public var period: Period?
    /// References and patterns; none for all.
    public var units: [String] = []
    /// Names, aliases and patterns; none for all.
    public var indicators: [String] = []
    /// Nil for what suits the columns: units.
    public var rows: Axis?
    /// Nil for what suits the rows: periods.
    public var columns: Axis?
    /// None for values and the growth of the whole.
    public var shown: [Measurement] = []
    /// All of them must hold.
    public var conditions: [Condition] = []
    /// The field whose values stand in the place of units.
    public var groupField: String?
    /// Levels below the top ones; nil for what suits the units.
    public var depth: Int?
    /// Nil for the order of the ledger.
    public var order: Order?
    /// How many of each parent's units, the first in order; nil for all.
    public var top: Int?
    /// Whether each row ends in a drawing of its periods; needs the periods on the columns.
    public var hasChart = false
    /// The names that `.name` orders by.
    public var language = Language.chinese

    /// The quarterly roll-up of the newest year.
    public init() {}
}

/// Why a report cannot be made, and what might have been meant.
public struct ReportProblem: Error, Sendable {
    /// What is wrong.
    public var message: Localized
    /// What to do.
    public var help: [Localized]

    init(_ message: Localized, help: [Localized] = []) {
        self.message = message
        self.help = help
    }
}
