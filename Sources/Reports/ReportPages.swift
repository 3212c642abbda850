import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// Turns facts into tables: picks the rows with something on them, puts siblings in order, and sets pages, rows and columns.
struct ReportPages: Sendable {
    let report: Report
    /// By indicator, subject and period.
    let facts: [[[Fact]]]
    let reader: Reader

    /// Who reads what is made of them: programs want every cell and all that is known of it.
    enum Reader { case people, programs }

    /// A place on one axis: an index into the subjects, the indicators or the periods.
    struct Position: Sendable {
        var axis: ReportQuery.Axis
        var index: Int
    }

    /// A place on all three.
    struct Place {
        var unit = 0
        var indicator = 0
        var period = 0

        mutating func set(_ position: Position) {
            switch position.axis {
            case .unit: unit = position.index
            case .indicator: indicator = position.index
            case .period: period = position.index
            }
        }
    }

    /// One for each page with something on it, made on several threads. Values at the places `contradicted` are marked.
    func tables(contradicted: Set<SourceSpan>, threads: Int) -> [Table] {
        forEachPage(threads) { page in
            // An evaluator serves one thread.
            let notes = PartialNotes(ledger: report.ledger, evaluator: Evaluator(report.tally))
            return page.table(FactWriter(ledger: report.ledger, notes: notes, contradicted: contradicted))
        }
    }

    /// The same for programs.
    func records(threads: Int) -> [Records] {
        let writer = RecordWriter(report)
        return forEachPage(threads) { $0.records(writer) }
    }

    private func forEachPage<Result: Sendable>(_ threads: Int, _ make: @Sendable (ReportPage) -> Result?) -> [Result] {
        let pages = positions(on: report.pages)
        var results: [Result?] = Array(repeating: nil, count: pages.count)
        results.withUnsafeMutableBufferPointer { results in
            // SAFETY: every task writes its own element.
            nonisolated(unsafe) let results = results
            parallelFor(pages.count, threads: threads) { index in
                var place = Place()
                place.set(pages[index])
                results[index] = make(ReportPage(pages: self, page: pages[index], place: place))
            }
        }
        return results.compactMap { $0 }
    }

    func fact(_ place: Place) -> Fact { facts[place.indicator][place.unit][place.period] }

    func positions(on axis: ReportQuery.Axis, at place: Place = Place()) -> [Position] {
        let count =
            switch axis {
            case .unit: report.subjects.count
            case .indicator: report.indicators.count
            case .period: report.axes[place.indicator].entries.count
            }
        return (0..<count).map { Position(axis: axis, index: $0) }
    }
}
