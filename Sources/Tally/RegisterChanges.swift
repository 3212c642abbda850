import Ledger
import Numerics

/// What some items' lines change, at every unit that they concern, in the order of the days.
struct RegisterChanges {
    let book: RegisterBook
    /// The rows of the items in the book.
    private var lines: [Line] = []

    private struct Line {
        var day: Int32
        var row: UInt32
        /// Of the item.
        var firstRow: UInt32
        /// Whether the item comes into the state for the first time.
        var isFirst: Bool
    }

    struct Change {
        var kind: Kind
        var unit: UInt32
        /// Nil for the register as a whole.
        var state: UInt8?
        var day: Day
    }

    enum Kind {
        case entered
        case left
        /// For the first time, so many days after the item's first state.
        case reached(days: Int)
    }

    init(_ book: RegisterBook, _ items: [ItemID]) {
        self.book = book
        for item in items {
            let rows = book.rows(of: item)
            // A register has at most 100 states.
            var seen: UInt128 = 0
            for row in rows {
                let bit = UInt128(1) << UInt128(book.state(row).rawValue)
                lines.append(
                    Line(
                        day: book.day(row).rawValue, row: UInt32(row), firstRow: UInt32(rows.lowerBound), isFirst: seen & bit == 0))
                seen |= bit
            }
        }
        lines.sort { ($0.day, $0.row) < ($1.day, $1.row) }
    }

    /// Every unit at which one of the items counts at some time; some of them several times.
    func forEachUnit(_ body: (UInt32) -> Void) {
        for line in lines { forEachUnit(from: book.unit(Int(line.row)), body) }
    }

    private func forEachUnit(from unit: UInt32, _ body: (UInt32) -> Void) {
        var at = unit
        while at != RegisterBook.noUnit {
            body(at)
            at = book.above[Int(at)]
        }
    }

    func forEach(_ body: (Change) -> Void) {
        for line in lines {
            let row = Int(line.row)
            let (day, state, unit) = (book.day(row), book.state(row).rawValue, book.unit(row))
            if line.row == line.firstRow {
                forEachUnit(from: unit) { at in
                    body(Change(kind: .entered, unit: at, state: nil, day: day))
                    body(Change(kind: .entered, unit: at, state: state, day: day))
                }
            } else if book.isMove(row) {
                move(from: book.unit(row - 1), to: unit, state, day, body)
            } else {
                let before = book.state(row - 1).rawValue
                forEachUnit(from: unit) { at in
                    body(Change(kind: .left, unit: at, state: before, day: day))
                    body(Change(kind: .entered, unit: at, state: state, day: day))
                }
            }
            guard line.isFirst, !book.isMove(row) || line.row == line.firstRow else { continue }
            let days = book.day(Int(line.firstRow)).distance(to: day)
            forEachUnit(from: unit) { body(Change(kind: .reached(days: days), unit: $0, state: state, day: day)) }
        }
    }

    /// The units above both see no move.
    private func move(from: UInt32, to: UInt32, _ state: UInt8, _ day: Day, _ body: (Change) -> Void) {
        let (old, new) = (lineage(from), lineage(to))
        for unit in old where !new.contains(unit) {
            body(Change(kind: .left, unit: unit, state: nil, day: day))
            body(Change(kind: .left, unit: unit, state: state, day: day))
        }
        for unit in new where !old.contains(unit) {
            body(Change(kind: .entered, unit: unit, state: nil, day: day))
            body(Change(kind: .entered, unit: unit, state: state, day: day))
        }
    }

    private func lineage(_ unit: UInt32) -> [UInt32] {
        var lineage: [UInt32] = []
        forEachUnit(from: unit) { lineage.append($0) }
        return lineage
    }
}
