import Checks
import Diagnostics
import Ledger
import Numerics
import Reports
import Syntax
import Tally

/// Lays out claims: a heading for each unit and period, a row for each claim.
struct ClaimTable {
    let ledger: Ledger

    private static let keys = [
        "period", "unit", "indicator", "claim", "stated", "low", "high", "computed", "computed_low", "computed_high", "verdict", "reason",
        "file",
        "line",
    ]

    func table(_ tests: [ClaimTest]) -> Table {
        var table = Table(
            title: Localized(en: "Claims", zh: "论断"),
            columns: [
                Column(Localized(en: "stated", zh: "所称"), alignment: .leading),
                Column(Localized(en: "computed", zh: "算得"), alignment: .leading),
                Column(Localized(en: "verdict", zh: "核对结果"), alignment: .leading),
                Column(Localized(en: "line", zh: "出处"), alignment: .leading),
            ], notes: [summary(tests)], recordKeys: Self.keys)
        var last: (UnitID, Period)?
        for test in tests {
            let key = test.key
            if last.map({ $0.0 != key.unit || $0.1 != key.period }) ?? true {
                let (en, zh) = (period(key.period, .english), period(key.period, .chinese))
                table.rows.append(
                    .heading(
                        Localized(
                            en: "\(ledger.units[key.unit].displayName(in: .english)), \(en)",
                            zh: "\(ledger.units[key.unit].displayName(in: .chinese))，\(zh)")))
            }
            last = (key.unit, key.period)
            table.rows.append(row(test))
        }
        return table
    }

    private func period(_ period: Period, _ language: Language) -> String {
        period.spelled(in: language, fiscalStart: ledger.fiscalStart)
    }

    private func row(_ test: ClaimTest) -> Row {
        let (indicator, text) = (ledger.indicators[test.key.indicator], ClaimText(test))
        let keyword = test.claim.kind.keyword
        let of = test.claim.of.map { Localized(en: " of \($0.text)", zh: " 占 \($0.text)") } ?? Localized(verbatim: "")
        let file = ledger.sources[test.line.file]
        let line = file.lines.location(of: test.line.line).line
        let stated = MachineNumber(test.stated, factor: 1)
        let computed = test.computed.map { MachineNumber($0, factor: 1) }
        var reason: String?
        if case .untested(let why) = test.verdict { reason = why.rawValue }
        let fields: [Reports.Field] = [
            .text("period", period(test.key.period, .english)), .text("unit", ledger.units.path(of: test.key.unit)),
            .text("indicator", indicator.name), .text("claim", keyword.en), .number("stated", stated.value), .number("low", stated.low),
            .number("high", stated.high), .number("computed", computed?.value), .number("computed_low", computed?.low),
            .number("computed_high", computed?.high), .text("verdict", test.verdict.code), .text("reason", reason),
            .text("file", file.path), .number("line", String(line)),
        ]
        return Row(
            Localized(en: indicator.displayName(in: .english), zh: indicator.displayName(in: .chinese)),
            cells: [
                Reports.Cell(
                    Localized(en: "\(keyword.en) \(text.stated)\(of.en)", zh: "\(keyword.zh) \(text.stated)\(of.zh)"), fields: fields),
                Reports.Cell(text.computedRange ?? ""), Reports.Cell(test.verdict.name), Reports.Cell("\(file.path):\(line)"),
            ])
    }

    private func summary(_ tests: [ClaimTest]) -> Localized {
        func count(_ code: String) -> Int { tests.count { $0.verdict.code == code } }
        let (holds, wrong, coarse, untested) = (count("holds"), count("contradicted"), count("too-coarse"), count("untested"))
        return Localized(
            en:
                "\(plural(tests.count, "claim")): \(holds) \(holds == 1 ? "holds" : "hold"), \(wrong) contradicted, \(coarse) too coarse to tell, \(untested) with nothing to hold them against",
            zh: "共 \(tests.count) 条：相符 \(holds) 条，不符 \(wrong) 条，精度不足以判断 \(coarse) 条，无从核对 \(untested) 条")
    }
}

extension ClaimVerdict {
    /// As `--verdict` and machines call it.
    var code: String {
        switch self {
        case .holds: "holds"
        case .contradicted: "contradicted"
        case .tooCoarse: "too-coarse"
        case .untested: "untested"
        }
    }

    fileprivate var name: Localized {
        switch self {
        case .holds: Localized(en: "holds", zh: "相符")
        case .contradicted: Localized(en: "contradicted", zh: "不符")
        case .tooCoarse: Localized(en: "too coarse to tell", zh: "精度不足以判断")
        case .untested(.missing): Localized(en: "a figure is missing", zh: "缺所需数字")
        case .untested(.noTarget): Localized(en: "no target is known", zh: "没有目标")
        case .untested(.comparable): Localized(en: "comparable basis: stands as published", zh: "可比口径，以公布为准")
        case .untested(.measure): Localized(en: "% and points mixed", zh: "百分比与百分点混用")
        case .untested(.estimate): Localized(en: "an estimate", zh: "估计数")
        case .untested(.unnamed): Localized(en: "not all that are ranked are named", zh: "参加排位的单位未列全")
        case .untested(.noSchedule): Localized(en: "no schedule", zh: "没有序时进度")
        }
    }
}
