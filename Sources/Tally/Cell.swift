import Ledger
import Numerics
import Syntax

/// How a cell came by its value: the ways of “Where a value comes from” in docs/format.md, in the order in which they are tried.
public enum Way: UInt8, Sendable {
    /// (1) A figure states it.
    case reported
    /// (2) Joined over time from reported figures of the series.
    case joinedFigures
    /// (3) The whole from its parts, or a part from the whole and the others.
    case parts
    /// (4) All sub-units together.
    case units
    /// (5) Joined over time from cells known by the ways before.
    case joinedCells
    /// (6) One step of published growth: shown, but in no sum.
    case growth
    /// An estimate, where nothing else is.
    case estimate
    /// Computed by the indicator's formula.
    case formula
    /// (7) Computed by the formula, with an operand that is only partly in.
    case someOperands
    /// (7) Some of the sub-units.
    case someUnits
    /// (7) Some of the time.
    case someTime
    /// A stock: the last reading inside the period, before its end.
    case earlierReading
    /// `n/a`: nothing, which is complete.
    case nothing
    /// Before the unit opened or after it closed: exactly zero.
    case outsideLife
    case absent
}

/// What is known of a cell, and how.
public struct Cell: Sendable {
    /// How it came by its value.
    public var way: Way
    /// In quanta of the indicator's dimension; nil where nothing is known.
    public var interval: Interval?
    /// How many parts are in: sub-units, or months where time is what is missing.
    public var reported = 0
    /// Of how many.
    public var expected = 0
    /// Whether these are quarters, of a series that has no months.
    public var isInQuarters = false
    /// The weakest status among the figures behind it.
    public var status = Status.final
    /// The figure itself, where one states the value or its absence.
    public var figure: FigureID?
    /// Why nothing is known, where a figure says so.
    public var absence: Absence?
    /// The day after the last that the value speaks of, where that is before the period's end.
    public var through: Day?

    init(_ way: Way, _ interval: Interval? = nil) {
        self.way = way
        self.interval = interval
    }

    static let absent = Cell(.absent)

    /// Whether the value is that of the whole cell, so that it may enter sums.
    public var isComplete: Bool {
        switch way {
        case .reported, .joinedFigures, .parts, .units, .joinedCells, .formula, .nothing, .outsideLife: true
        case .growth, .estimate, .someOperands, .someUnits, .someTime, .earlierReading, .absent: false
        }
    }

    /// Whether it adds nothing because there can be nothing: shown as blank.
    public var isNothing: Bool { way == .nothing || way == .outsideLife }

    /// Whether the value is only of a part, or of an earlier day.
    public var isPartial: Bool { way == .someUnits || way == .someTime || way == .earlierReading || way == .someOperands }

    /// The same without a claim about any other day: a stock read earlier bounds nothing of the period's end.
    var boundingNothing: Cell {
        var cell = self
        cell.interval = interval?.withoutLow.withoutHigh
        return cell
    }

    /// Whether the value is only a lower bound, shown with `≥`.
    public var isLowerBound: Bool { (way == .someUnits || way == .someTime || way == .someOperands) && interval?.hasLow == true }

    /// What JSON output calls it.
    public enum State: String, Sendable { case reported, derived, partial, absent }

    /// The state as machines are told.
    public var state: State {
        switch way {
        case .reported, .estimate: .reported
        case .joinedFigures, .parts, .units, .joinedCells, .growth, .formula, .outsideLife: .derived
        case .someOperands, .someUnits, .someTime, .earlierReading: .partial
        case .nothing, .absent: .absent
        }
    }
}
