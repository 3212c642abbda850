import Ledger
import Numerics
import Syntax

/// A grid of reported numbers in plain time, with what its columns are like: nearly all units of a large ledger have one. What holds of
/// every block is asked once a block, not once a figure.
struct PlainGrid {
    private(set) var grid = FigureGrid()
    /// How the periods of its rows make others; the same object as long as the rows have the same.
    private(set) var time: PlainTime?
    /// By column: how all its numbers are written; `mixed` where they are not all plain numbers of as many decimals.
    private(set) var forms: [FigureForm] = []
    static let mixed = FigureForm(rawValue: .max)
    /// Every number fits into so many bits and a sign.
    private(set) var bitWidth = 0

    /// Takes over the figures of a unit; false where its blocks differ, overlap, or are not simply reported.
    mutating func load(_ unit: UnitID, _ figures: FigureStore) -> Bool {
        guard figures.loadGrid(of: unit, into: &grid), grid.rows.allSatisfy(\.isOrdinary) else { return false }
        let rows = grid.rows
        let period = { rows[$0].period }
        if time.map({ !$0.isOf(rows.count, period) }) ?? true { time = PlainTime(rows.count, period) }
        guard time != nil else { return false }
        bitWidth = rows.reduce(0) { max($0, Int($1.bitWidth)) }
        findForms()
        return true
    }

    private mutating func findForms() {
        guard let first = grid.rows.first else { return }
        forms.removeAll(keepingCapacity: true)
        for column in 0..<grid.columnCount { forms.append(first.forms[column].isPlain ? first.forms[column] : Self.mixed) }
        for row in grid.rows.dropFirst() {
            // SAFETY: both have `columnCount` forms of one byte each.
            let differs = !areEqual(UnsafeRawPointer(row.forms), UnsafeRawPointer(first.forms), grid.columnCount)
            if !differs { continue }
            for column in 0..<grid.columnCount where row.forms[column] != first.forms[column] { forms[column] = Self.mixed }
        }
    }

    /// By column: whether its series can neither contradict itself nor look like a slip.
    func smoothColumns() -> [Bool] {
        var isSmooth = forms.map { $0 != Self.mixed }
        isSmooth.withUnsafeMutableBufferPointer { isSmooth in
            for (above, row) in zip(grid.rows, grid.rows.dropFirst()) {
                let step = PlainStep(from: above.period, to: row.period)
                switch (above.mantissas, row.mantissas) {
                case (.short(let a), .short(let b)): Self.keepSmooth(isSmooth, step, a, b)
                case (.short(let a), .long(let b)): Self.keepSmooth(isSmooth, step, a, b)
                case (.long(let a), .short(let b)): Self.keepSmooth(isSmooth, step, a, b)
                case (.long(let a), .long(let b)): Self.keepSmooth(isSmooth, step, a, b)
                }
            }
        }
        return isSmooth
    }

    @inline(__always)
    private static func keepSmooth<A: FixedWidthInteger, B: FixedWidthInteger>(
        _ isSmooth: UnsafeMutableBufferPointer<Bool>, _ step: PlainStep, _ a: UnsafePointer<A>, _ b: UnsafePointer<B>
    ) {
        for column in isSmooth.indices {
            isSmooth[column] = isSmooth[column] && step.isSmooth(Int64(truncatingIfNeeded: a[column]), Int64(truncatingIfNeeded: b[column]))
        }
    }
}

/// Whether so many bytes are the same, compared eight at a time.
private func areEqual(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Bool {
    var index = 0
    while index + 8 <= count {
        if a.loadUnaligned(fromByteOffset: index, as: UInt64.self) != b.loadUnaligned(fromByteOffset: index, as: UInt64.self) {
            return false
        }
        index += 8
    }
    while index < count {
        if a.load(fromByteOffset: index, as: UInt8.self) != b.load(fromByteOffset: index, as: UInt8.self) { return false }
        index += 1
    }
    return true
}
