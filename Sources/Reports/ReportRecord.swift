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

extension Report {
    /// The values under `reportRecordKeys`.
    func record(_ pages: ReportPages, _ place: ReportPages.Place) -> [Field.Value] {
        let fact = pages.fact(place)
        let (subject, indicator) = (subjects[place.unit], indicators[place.indicator])
        let measure = measure(at: place.indicator)
        let interval = fact.cell.isNothing && fact.cell.way == .nothing ? nil : fact.cell.interval
        let number = interval.map { MachineNumber($0, factor: measure.factor) }
        let toDate = fact.yearToDate.flatMap { $0.isNothing ? nil : $0.interval }.map { MachineNumber.value(of: $0, factor: measure.factor) }
        func plain(_ interval: Interval?) -> Field.Value { .number(interval.map { MachineNumber.value(of: $0, factor: 1) }) }
        let period = axes[place.indicator].entries[place.period].period
        return [
            .text(period.spelled(in: .english, fiscalStart: ledger.fiscalStart)), .text(subject.path), .text(ledger.indicators[indicator].name),
            .number(number?.value), .text(measure.name), .number(number?.low), .number(number?.high), .text(fact.cell.state.rawValue),
            .number(String(fact.cell.reported)), .number(String(fact.cell.expected)), plain(fact.yearOnYear?.interval),
            plain(fact.periodOnPeriod?.interval), plain(fact.share), .number(toDate), .text(interval == nil ? nil : fact.cell.status.word),
        ]
    }

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
