import Ledger
import Numerics
import Syntax

/// Sums over sub-units, as the indicator's `over-units` says.
struct UnitSum {
    private let overUnits: OverUnits
    private var interval: Interval?
    private var values = 0
    private var isComplete = true
    private var hasParts = false
    private var status = Status.final
    private(set) var reported = 0
    private(set) var expected = 0

    init(_ overUnits: OverUnits) { self.overUnits = overUnits }

    /// Adds a sub-unit; one that is not known makes the sum partial.
    mutating func add(_ cell: Cell, isExpected: Bool) {
        if isExpected { expected += 1 }
        hasParts = true
        guard cell.isComplete, let part = cell.interval else {
            isComplete = false
            return
        }
        if isExpected { reported += 1 }
        guard !cell.isNothing || overUnits == .sum || overUnits == .cover else { return }
        if !cell.isNothing {
            values += 1
            status = min(status, cell.status)
        }
        include(part)
    }

    /// Adds sub-units that are all reported: so many, with this sum. For `sum` and `cover` alone.
    mutating func add(_ part: Interval, of count: Int) {
        hasParts = true
        expected += count
        reported += count
        values += count
        status = min(status, .reported)
        include(part)
    }

    /// Adds sub-units that were to report, and of which nothing is known.
    mutating func addMissing(_ count: Int) {
        hasParts = true
        isComplete = false
        expected += count
    }

    /// Adds what is known of a sub-unit that is itself partial.
    mutating func include(partial cell: Cell) {
        guard let part = cell.interval else { return }
        values += 1
        status = min(status, cell.status)
        include(part)
    }

    private mutating func include(_ part: Interval) {
        guard let known = interval else {
            interval = part
            return
        }
        switch overUnits {
        case .sum, .cover, .mean: interval = known + part
        case .max: interval = Interval.max(known, part)
        case .min: interval = Interval.min(known, part)
        case .none: break
        }
    }

    /// The whole, where every sub-unit is in.
    var whole: Cell? {
        guard isComplete, hasParts, let interval else { return nil }
        if values == 0 { return Cell(.nothing, .zero) }
        var cell = Cell(.units, overUnits == .mean ? interval.divided(by: Int128(values)) : interval)
        cell.status = status
        return cell
    }

    /// What is known of it: nil where nothing is, or where it says nothing of the whole.
    func known(isSigned: Bool) -> Cell? {
        guard let interval, values > 0 else { return nil }
        var cell: Cell
        switch overUnits {
        case .sum, .cover, .max: cell = Cell(.someUnits, isSigned ? interval.withoutLow.withoutHigh : interval.withoutHigh)
        case .min: cell = Cell(.someUnits, interval.withoutLow)
        case .mean, .none: return nil
        }
        cell.status = status
        cell.reported = reported
        cell.expected = expected
        return cell
    }
}
