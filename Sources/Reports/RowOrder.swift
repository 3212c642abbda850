import Diagnostics
import Numerics
import Tally

/// The rows of a page: without empty branches, siblings in the order asked for.
struct RowOrder {
    let page: ReportPage

    private var report: Report { page.pages.report }
    private var query: ReportQuery { report.query }

    func rows() -> [ReportPages.Position] {
        let all = page.pages.positions(on: report.rows, at: page.place)
        let columns = page.pages.positions(on: report.columns, at: page.place)
        let hasValue = all.map { row in columns.contains { page.fact(row, $0).hasValue } }
        guard report.rows == .unit else { return all.filter { hasValue[$0.index] } }
        return tree(hasValue).map { ReportPages.Position(axis: .unit, index: $0) }
    }

    private func tree(_ hasValue: [Bool]) -> [Int] {
        var isKept = hasValue
        var children: [[Int]] = Array(repeating: [], count: report.subjects.count)
        var tops: [Int] = []
        for (index, subject) in report.subjects.enumerated().reversed() {
            guard isKept[index] else { continue }
            if let parent = subject.parent {
                isKept[parent] = true
                children[parent].insert(index, at: 0)
            } else {
                tops.insert(index, at: 0)
            }
        }
        var order: [Int] = []
        func visit(_ siblings: [Int]) {
            for index in sorted(siblings).prefix(query.top ?? .max) {
                order.append(index)
                visit(children[index])
            }
        }
        visit(tops)
        return order
    }

    private func sorted(_ siblings: [Int]) -> [Int] {
        guard let order = query.order else { return siblings }
        if order == .name {
            return siblings.sorted { (report.subjects[$0].label.zh, $0) < (report.subjects[$1].label.zh, $1) }
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
