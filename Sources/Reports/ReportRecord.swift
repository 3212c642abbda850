import Diagnostics
import Ledger
import Numerics
import Syntax
import Tally

/// What programs get of each cell, in this order. `value`, `low` and `high` are in the indicator's measure; growth and share are in %, the growth
/// of what is itself a percentage in points.
let reportRecordKeys = [
    "period", "unit", "indicator", "value", "measure", "low", "high", "state", "reported", "expected", "yoy", "pop", "share", "ytd",
    "status",
]

/// Writes the records of a report, with what all records of an indicator or a unit share at hand.
struct RecordWriter: Sendable {
    private struct Head {
        var name: Field.Value
        var measure: Field.Value
        var factor: Int64
        /// By place on the axis of periods.
        var periods: [Field.Value]
    }

    /// By place among the indicators of the report.
    private let heads: [Head]
    /// By place among its subjects.
    private let units: [Field.Value]

    init(_ report: Report) {
        let fiscalStart = report.ledger.fiscalStart
        units = report.subjects.map { .text($0.path) }
        heads = zip(report.indicators, report.axes).map { id, axis in
            let indicator = report.ledger.indicators[id]
            let measure = report.ledger.measures[indicator.measure]
            return Head(
                name: .text(indicator.name), measure: .text(measure.name), factor: measure.factor,
                periods: axis.periods.map { .text($0.spelled(in: .english, fiscalStart: fiscalStart)) })
        }
    }

    /// Appends a value for each of `reportRecordKeys`.
    func write(_ fact: Fact, at place: ReportPages.Place, to values: inout [Field.Value]) {
        let head = heads[place.indicator]
        let interval = fact.cell.isNothing && fact.cell.way == .nothing ? nil : fact.cell.interval
        let number = interval.map { MachineNumber($0, factor: head.factor) }
        let toDate = fact.yearToDate.flatMap { $0.isNothing ? nil : $0.interval }.map { MachineNumber.value(of: $0, factor: head.factor) }
        func plain(_ interval: Interval?) -> Field.Value { .number(interval.map { MachineNumber.value(of: $0, factor: 1) }) }
        values.append(head.periods[place.period])
        values.append(units[place.unit])
        values.append(head.name)
        values.append(.number(number?.value))
        values.append(head.measure)
        values.append(.number(number?.low))
        values.append(.number(number?.high))
        values.append(.text(fact.cell.state.rawValue))
        values.append(.number(String(fact.cell.reported)))
        values.append(.number(String(fact.cell.expected)))
        values.append(plain(fact.yearOnYear?.interval))
        values.append(plain(fact.periodOnPeriod?.interval))
        values.append(plain(fact.share))
        values.append(.number(toDate))
        values.append(.text(interval == nil ? nil : fact.cell.status.word))
    }
}

extension Report {
    func measure(at index: Int) -> Measure { ledger.measures[ledger.indicators[indicators[index]].measure] }

    /// `规上工业产值, 亿元`; the name alone where there is no measure.
    func title(ofIndicator index: Int) -> Localized {
        let indicator = ledger.indicators[indicators[index]]
        let measure = measure(at: index)
        func text(_ language: Language) -> String {
            let unit = measure.displayName(in: language)
            return indicator.displayName(in: language) + (unit.isEmpty ? "" : ", " + unit)
        }
        return Localized(en: text(.english), zh: text(.chinese))
    }

    func yearToDate(_ period: Period, _ id: IndicatorID) -> Period {
        ledger.indicators[id].nature == .flow ? Period(ledger.yearStart(of: period), period.end) : period
    }
}

extension Status {
    /// What machines are told.
    fileprivate var word: String {
        switch self {
        case .estimate: "estimate"
        case .preliminary: "preliminary"
        case .reported: "reported"
        case .final: "final"
        }
    }
}
