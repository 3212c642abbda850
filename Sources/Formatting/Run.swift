/// Lines that are aligned with each other: where each of their cells comes to stand.
struct Run {
    var rows: [Row] = []

    /// A line that is this much longer than the shortest stands out instead of pulling the others along.
    static let mostPadding = 48

    /// The blanks in front of each cell, by row.
    func padding() -> [[Int]] {
        /// Where each row ends so far.
        var ends = rows.map { row in row.indent ?? 0 }
        var next = rows.map { _ in 0 }
        var padding = rows.map { row in row.cells.map { _ in 0 } }
        for column in 0..<Row.columnCount {
            let indices = rows.indices.filter { next[$0] < rows[$0].cells.count && rows[$0].cells[next[$0]].column == column }
            guard !indices.isEmpty else { continue }
            let values = column == Row.value ? indices.map { Value(rows[$0], cell: next[$0]) } : []
            let place = place(column, indices, ends)
            let point = limited(values.map(\.point))
            let fraction = limited(values.filter(\.hasMeasure).map(\.fraction))
            for (order, row) in indices.enumerated() {
                let gap = gap(before: column)
                var start = max(place, ends[row] + gap)
                var width = cellWidth(rows[row], next[row])
                if column == Row.value, rows[row].kind == .figure {
                    start = max(ends[row] + gap, place + point - values[order].point)
                    if values[order].hasMeasure { width += max(0, fraction - values[order].fraction) }
                }
                padding[row][next[row]] = start - ends[row]
                ends[row] = start + width
                next[row] += 1
            }
        }
        return padding
    }

    /// How many blanks go between a number and its measure, so that measures stand below each other.
    func measureGap() -> Int {
        let values = rows.compactMap { row in row.cells.firstIndex { $0.column == Row.value }.map { Value(row, cell: $0) } }
        return limited(values.filter(\.hasMeasure).map(\.fraction))
    }

    private func place(_ column: Int, _ indices: [Int], _ ends: [Int]) -> Int {
        if column == 0 { return 0 }
        var widths = indices.map { ends[$0] }
        // Claims stand behind the values of the lines without claims too.
        if column == Row.firstClaim {
            widths += rows.indices.filter { rows[$0].kind == .figure && rows[$0].cells.contains { $0.column == Row.value } }.map { ends[$0] }
        }
        return limited(widths) + gap(before: column)
    }

    private func limited(_ widths: [Int]) -> Int {
        guard let least = widths.min() else { return 0 }
        return widths.filter { $0 <= least + Self.mostPadding }.max() ?? least
    }

    private func gap(before column: Int) -> Int {
        guard column > 0 else { return 0 }
        let kind = rows.first { $0.kind != .comment }?.kind
        if column == Row.note, case .header = kind { return 2 }
        guard column == Row.value else { return 3 }
        switch kind {
        case .figure, .header(.assert), .header(.phase): return 2
        case .field: return rows.count { $0.cells.contains { $0.column == Row.value } } > 1 ? 2 : 1
        default: return 3
        }
    }

    private func cellWidth(_ row: Row, _ cell: Int) -> Int {
        let items = row.cells[cell].items
        return items.reduce(0) { $0 + row.items[$1].width } + items.dropFirst().reduce(0) { $0 + row.items[$1].gap }
    }
}

/// The value of a line of figures: how it lies around its decimal point.
struct Value {
    /// Columns before the decimal point; the whole of what is no number.
    var point = 0
    /// Columns from the decimal point to the end of the number.
    var fraction = 0
    /// Whether a measure stands apart from the number.
    var hasMeasure = false

    init(_ row: Row, cell: Int) {
        for index in row.cells[cell].items {
            let item = row.items[index]
            switch item.kind {
            case .bound: point += item.width + 1
            case .number:
                point += item.point
                fraction = item.width - item.point
            case .absence: point += item.width
            case .measure: hasMeasure = item.gap > 0
            default: break
            }
        }
    }
}
