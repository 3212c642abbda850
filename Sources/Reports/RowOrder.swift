import Diagnostics
import Numerics
import Tally

/// The rows of a page: without empty branches, siblings in the order asked for.
struct RowOrder {
    let page: ReportPage

    private var report: Report { page.pages.report }
    private var query: ReportQuery { report.query }

    /// A row, and how far below the top it stands among those that are left.
    struct Entry {
        var position: ReportPages.Position
        var depth: Int
    }

    func rows() -> [Entry] {
        let all = page.pages.positions(on: report.rows, at: page.place)
        let columns = page.pages.positions(on: report.columns, at: page.place)
        let hasValue = all.map { row in columns.contains { page.fact(row, $0).hasValue } }
        guard report.rows == .unit else { return all.filter { hasValue[$0.index] }.map { Entry(position: $0, depth: 0) } }
        return tree(hasValue, columns)
    }

    private func tree(_ hasValue: [Bool], _ columns: [ReportPages.Position]) -> [Entry] {
        var isKept = hasValue
        var children: [[Int]] = Array(repeating: [], count: report.subjects.count)
        var tops: [Int] = []
        for (index, subject) in report.subjects.enumerated().reversed() {
            guard isKept[index] else { continue }
            if let parent = subject.parent {
                isKept[parent] = true
                children[parent].append(index)
            } else {
                tops.append(index)
            }
        }
        for index in children.indices { children[index].reverse() }
        tops.reverse()
        while page.pages.reader == .people, tops.count == 1, children[tops[0]].count == 1, isEcho(tops[0], columns) {
            tops = children[tops[0]]
        }
        var order: [Entry] = []
        func visit(_ siblings: [Int], depth: Int) {
            for index in sorted(siblings).prefix(query.top ?? .max) {
                order.append(Entry(position: ReportPages.Position(axis: .unit, index: index), depth: depth))
                visit(children[index], depth: depth + 1)
            }
        }
        visit(tops, depth: 0)
        return order
    }

    /// Whether a top unit knows nothing but what its one sub-unit says: a city of which the ledger follows one district.
    private func isEcho(_ index: Int, _ columns: [ReportPages.Position]) -> Bool {
        columns.allSatisfy { column in
            let fact = page.fact(ReportPages.Position(axis: .unit, index: index), column)
            return fact.yearOnYear == nil && (fact.cell.way == .someUnits || fact.cell.interval == nil)
        }
    }

    private func sorted(_ siblings: [Int]) -> [Int] {
        guard let order = query.order else { return siblings }
        if order == .name {
            let names = siblings.map { (report.subjects[$0].label.text(in: query.language), $0) }
            return names.sorted { $0 < $1 }.map(\.1)
        }
        let keys = Dictionary(uniqueKeysWithValues: siblings.map { ($0, key($0, order)) })
        return siblings.sorted { a, b in
            switch (keys[a] ?? nil, keys[b] ?? nil) {
            case (let x?, let y?):
                let difference = x.compareValue(y)
                return difference == 0 ? a < b : difference > 0
            case (.some, nil): return true
            case (nil, .some): return false
            case (nil, nil): return a < b
            }
        }
    }

    /// What a unit is sorted by: its newest value, or its growth; the greatest first, those without one last.
    private func key(_ index: Int, _ order: ReportQuery.Order) -> Interval? {
        var place = page.place
        place.unit = index
        if report.columns == .period { place.period = report.axes[place.indicator].newestIndex }
        let fact = page.pages.fact(place)
        return order == .growth ? fact.yearOnYear?.interval : fact.cell.isNothing ? nil : fact.cell.interval
    }
}
