import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// Turns facts into tables: picks the rows with something on them, puts siblings in order, and sets pages, rows and columns.
struct ReportPages {
    let report: Report
    /// By indicator, subject and period.
    let facts: [[[Fact]]]
    let writer: FactWriter

    /// A place on one axis: an index into the subjects, the indicators or the periods.
    struct Position {
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

    init(report: Report, facts: [[[Fact]]], contradicted: Set<SourceSpan>) {
        self.report = report
        self.facts = facts
        let notes = PartialNotes(ledger: report.ledger, evaluator: Evaluator(report.tally))
        writer = FactWriter(ledger: report.ledger, notes: notes, contradicted: contradicted)
    }

    func tables() -> [Table] {
        positions(on: report.pages).compactMap { page in
            var place = Place()
            place.set(page)
            return ReportPage(pages: self, page: page, place: place).table()
        }
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
