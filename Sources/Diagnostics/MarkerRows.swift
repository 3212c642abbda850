import SourceText

/// What stands below one line of a file: its markers, and the labels behind and beneath them.
enum MarkerRows {
    /// A run of columns to mark, and what to say of it.
    struct Mark {
        var columns: Range<Int>
        var label: String?
        var isPrimary: Bool
    }

    /// The rows from top to bottom, without blanks at their ends.
    ///
    /// The label of the mark that ends last stands behind it. The others hang beneath, the rightmost first, each at the column where its
    /// mark starts, and strokes lead down to those that are still to come.
    static func rows(for marks: [Mark], paint: (String) -> String) -> [String] {
        var pending = marks.enumerated().filter { $0.element.label != nil }
        let last = marks.enumerated().max { a, b in
            (a.element.columns.upperBound, a.element.isPrimary ? 1 : 0, b.offset)
                < (b.element.columns.upperBound, b.element.isPrimary ? 1 : 0, a.offset)
        }
        var first = markerRow(for: marks, paint: paint)
        if let last, let label = last.element.label {
            first += " " + paint(label)
            pending.removeAll { $0.offset == last.offset }
        }
        var rows = [first]
        pending.sort { a, b in (b.element.columns.lowerBound, a.offset) < (a.element.columns.lowerBound, b.offset) }
        for (index, mark) in pending.enumerated() {
            rows.append(labelRow(for: mark.element, pending: pending[(index + 1)...].map(\.element), paint: paint))
        }
        return rows
    }

    /// `^^^` under what is primary, `───` under the rest; where they overlap the primary is seen.
    private static func markerRow(for marks: [Mark], paint: (String) -> String) -> String {
        var strokes = [Character](repeating: " ", count: marks.map(\.columns.upperBound).max() ?? 0)
        for mark in marks where !mark.isPrimary {
            for column in mark.columns { strokes[column] = "─" }
        }
        for mark in marks where mark.isPrimary {
            for column in mark.columns { strokes[column] = "^" }
        }
        var row = ""
        for run in strokes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " }).enumerated() {
            if run.offset > 0 { row += " " }
            if !run.element.isEmpty { row += paint(String(run.element)) }
        }
        return row
    }

    private static func labelRow(for mark: Mark, pending: [Mark], paint: (String) -> String) -> String {
        var row = ""
        var column = 0
        for stroke in Set(pending.map(\.columns.lowerBound)).sorted() where stroke < mark.columns.lowerBound {
            row += String(repeating: " ", count: stroke - column) + paint("│")
            column = stroke + 1
        }
        return row + String(repeating: " ", count: mark.columns.lowerBound - column) + paint(mark.label ?? "")
    }
}
