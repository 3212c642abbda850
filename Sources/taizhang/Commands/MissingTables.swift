import Checks
import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

/// Lays out what is owed, what came late, and the rates.
struct MissingTables {
    let ledger: Ledger
    let language: Language
    let today: Day
    /// By unit, so that all that one of them owes stands together.
    private let accounts: [Completeness.Account]

    init(ledger: Ledger, language: Language, today: Day, accounts: [Completeness.Account]) {
        self.ledger = ledger
        self.language = language
        self.today = today
        self.accounts = accounts.sorted { ($0.unit, $0.indicator) < ($1.unit, $1.indicator) }
    }

    /// Machines get all tables with one set of columns; `table` tells the rows apart.
    private static let keys = [
        "table", "unit", "indicator", "period", "due", "reported_on", "days", "expected", "reported", "on_time", "reporting_rate",
        "on_time_rate",
    ]

    /// A row for each run of periods.
    var owed: Table {
        var table = Table(
            title: Localized(en: "Owed", zh: "应报未报"), subtitle: Localized(verbatim: today.description), stub: Self.unit,
            columns: [
                Column(Self.indicator, alignment: .leading), Column(Localized(en: "periods", zh: "期间"), alignment: .leading),
                Column(Localized(en: "due since", zh: "到期日"), alignment: .leading), Column(Localized(en: "days late", zh: "已逾天数")),
            ], recordKeys: Self.keys)
        for account in accounts {
            for run in account.owed.runs {
                let days = "\(run.first.day.distance(to: today))"
                let own = fields("owed", account, run.period, run.first.day) + [.number("days", days)]
                table.rows.append(
                    row(
                        account,
                        [
                            Reports.Cell(run.text(fiscalStart: ledger.fiscalStart), fields: own),
                            Reports.Cell(run.first.day.description), Reports.Cell(days),
                        ]))
            }
        }
        return table
    }

    /// A row for each report.
    var late: Table {
        var table = Table(
            title: Localized(en: "Late", zh: "迟报"), stub: Self.unit,
            columns: [
                Column(Self.indicator, alignment: .leading), Column(Localized(en: "period", zh: "期间"), alignment: .leading),
                Column(Localized(en: "due", zh: "期限"), alignment: .leading),
                Column(Localized(en: "reported", zh: "报出"), alignment: .leading), Column(Localized(en: "days late", zh: "迟报天数")),
            ], recordKeys: Self.keys)
        for account in accounts {
            for late in account.late {
                let days = "\(late.due.day.distance(to: late.reportedOn))"
                let on = late.reportedOn.description
                let own = fields("late", account, late.due.period, late.due.day) + [.text("reported_on", on), .number("days", days)]
                table.rows.append(
                    row(
                        account,
                        [
                            Reports.Cell(period(late.due), fields: own), Reports.Cell(late.due.day.description), Reports.Cell(on),
                            Reports.Cell(days),
                        ]))
            }
        }
        return table
    }

    /// A row for each unit, in the order of the tree.
    var byUnit: Table {
        var rates: [UnitID: Rate] = [:]
        for account in accounts { rates[account.unit, default: Rate()].add(account) }
        return table(
            of: rates.keys.sorted().map { id in
                (name(of: id), Reports.Field.text("unit", ledger.units.path(of: id)), rates[id] ?? Rate())
            }, "by_unit", Localized(en: "Reports by unit", zh: "分单位上报情况"), Self.unit)
    }

    /// A row for each indicator, in the order of declaration.
    var byIndicator: Table {
        var rates: [IndicatorID: Rate] = [:]
        for account in accounts { rates[account.indicator, default: Rate()].add(account) }
        return table(
            of: rates.keys.sorted().map { id in
                (name(of: id), Reports.Field.text("indicator", ledger.indicators[id].name), rates[id] ?? Rate())
            }, "by_indicator", Localized(en: "Reports by indicator", zh: "分指标上报情况"), Self.indicator)
    }

    private static let unit = Localized(en: "unit", zh: "单位")
    private static let indicator = Localized(en: "indicator", zh: "指标")

    private func table(
        of rows: [(name: String, field: Reports.Field, rate: Rate)], _ key: String, _ title: Localized, _ stub: Localized
    ) -> Table {
        var table = Table(
            title: title, stub: stub,
            columns: [
                Column(Localized(en: "expected", zh: "应报")), Column(Localized(en: "in", zh: "已报")),
                Column(Localized(en: "reporting rate", zh: "上报率")), Column(Localized(en: "on time", zh: "按时")),
                Column(Localized(en: "on-time rate", zh: "按时率")),
            ], recordKeys: Self.keys, fields: [.text("table", key)])
        table.rows = rows.map { name, field, rate in
            Row(
                Localized(verbatim: name),
                cells: [
                    Reports.Cell(grouped(rate.expected), fields: rate.fields), Reports.Cell(grouped(rate.reported)),
                    Reports.Cell(rate.percent(rate.reported) + "%"),
                    Reports.Cell(grouped(rate.onTime)), Reports.Cell(rate.percent(rate.onTime) + "%"),
                ], fields: [field])
        }
        return table
    }

    private func row(_ account: Completeness.Account, _ cells: [Reports.Cell]) -> Row {
        Row(Localized(verbatim: name(of: account.unit)), cells: [Reports.Cell(name(of: account.indicator))] + cells)
    }

    private func fields(_ table: String, _ account: Completeness.Account, _ period: Period, _ due: Day) -> [Reports.Field] {
        [
            .text("table", table), .text("unit", ledger.units.path(of: account.unit)),
            .text("indicator", ledger.indicators[account.indicator].name),
            .text("period", period.spelled(in: .english, fiscalStart: ledger.fiscalStart)), .text("due", due.description),
        ]
    }

    private func name(of id: UnitID) -> String { ledger.units[id].displayName(in: language) }

    private func name(of id: IndicatorID) -> String { ledger.indicators[id].displayName(in: language) }

    private func period(_ due: Completeness.Due) -> String { due.period.spelled(in: language, fiscalStart: ledger.fiscalStart) }
}

/// How many reports were to come in, and did.
private struct Rate {
    var expected = 0
    var reported = 0
    var onTime = 0

    mutating func add(_ account: Completeness.Account) {
        expected += account.expectedCount
        reported += account.reportedCount
        onTime += account.onTimeCount
    }

    /// In % of what was expected, with one decimal.
    func percent(_ count: Int) -> String {
        decimalText(Int128(count) * 100, scale: 0, dividedBy: Int64(max(1, expected)), decimals: 1, rounding: .nearest)
    }

    var fields: [Reports.Field] {
        [
            .number("expected", "\(expected)"), .number("reported", "\(reported)"), .number("on_time", "\(onTime)"),
            .number("reporting_rate", percent(reported)), .number("on_time_rate", percent(onTime)),
        ]
    }
}
