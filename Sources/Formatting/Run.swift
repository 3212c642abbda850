/// Lines that are aligned with each other: where each of their cells comes to stand.
struct Run {
    private(set) var rows: [Row] = []

    /// A line that is this much longer than the shortest stands out instead of pulling the others along.
    static let mostPadding = 48

    /// Columns from the decimal point to the measure, so that measures stand below each other.
    private(set) var fraction = 0

    /// What the lines are, comments aside.
    private(set) var kind: Row.Class?

    mutating func append(_ row: Row) {
        if row.kind != .comment { kind = row.kind }
        rows.append(row)
    }

    /// Takes out the comments behind the last line that is none.
    mutating func takeLastComments() -> [Row] {
        let first = (rows.lastIndex { $0.kind != .comment } ?? -1) + 1
        defer { rows.removeSubrange(first...) }
        return Array(rows[first...])
    }

    mutating func indent(_ index: Int, by columns: Int) { rows[index].indent = columns }

    mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        kind = nil
    }

    /// Settles the blanks in front of every cell.
    mutating func align() {
        var columns: UInt32 = 0
        var measured = Limit()
        for index in rows.indices {
            rows[index].end = rows[index].indent ?? 0
            for cell in rows[index].cells { columns |= 1 << UInt32(cell.column) }
            if rows[index].value.hasMeasure { measured.see(rows[index].value.fraction) }
        }
        measured.settle(rows.lazy.filter(\.value.hasMeasure).map(\.value.fraction))
        fraction = measured.most
        let keyed = rows.count { $0.cell(in: Row.value) != nil }
        for column in 0..<Row.columnCount where columns & 1 << UInt32(column) != 0 {
            place(column, after: gap(before: column, keyed: keyed))
        }
    }

    private mutating func place(_ column: Int, after gap: Int) {
        let isValue = column == Row.value && kind == .figure
        // Claims stand behind the values of the lines without claims too.
        let kind = kind
        let counts = { (row: Row) in
            row.cell(in: column) != nil || column == Row.firstClaim && kind == .figure && row.cell(in: Row.value) != nil
        }
        var (ends, points) = (Limit(), Limit())
        for row in rows where counts(row) { ends.see(row.end) }
        for row in rows where counts(row) { ends.admit(row.end) }
        if isValue {
            for row in rows where counts(row) { points.see(row.value.point) }
            for row in rows where counts(row) { points.admit(row.value.point) }
        }
        for index in rows.indices {
            guard let cell = rows[index].cell(in: column) else { continue }
            let row = rows[index]
            var start = column == 0 ? 0 : ends.most + gap
            if isValue { start += points.most - row.value.point }
            if column > 0 { start = max(start, row.end + gap) }
            rows[index].cells[cell].padding = max(0, start - row.end)
            rows[index].end = max(start, row.end) + row.cells[cell].width
            if isValue, row.value.hasMeasure { rows[index].end += max(0, fraction - row.value.fraction) }
        }
    }

    private func gap(before column: Int, keyed: Int) -> Int {
        guard column > 0 else { return 0 }
        if column == Row.note, case .header = kind { return 2 }
        guard column == Row.value else { return 3 }
        switch kind {
        case .figure, .header(.assert), .header(.phase): return 2
        case .field: return keyed > 1 ? 2 : 1
        default: return 3
        }
    }
}

/// The greatest of some widths that is not out of all proportion to the least.
private struct Limit {
    private var least = Int.max
    private(set) var most = 0

    mutating func see(_ width: Int) { least = min(least, width) }

    /// After all widths were seen.
    mutating func admit(_ width: Int) {
        if width <= least + Run.mostPadding { most = max(most, width) }
    }

    mutating func settle(_ widths: some Sequence<Int>) {
        for width in widths { admit(width) }
    }
}
