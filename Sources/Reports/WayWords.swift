import Diagnostics
import Ledger
import Syntax
import Tally

/// The way to a value in words.
public struct WayWords {
    let ledger: Ledger
    let derivation: Derivation

    /// The words for the uppermost step of a derivation.
    public init(ledger: Ledger, derivation: Derivation) {
        self.ledger = ledger
        self.derivation = derivation
    }

    private var cell: KnownCell { derivation.cell }
    private var count: Int { derivation.operands.count }

    /// `sum of 9 units`, `reported, preliminary`.
    public var text: Localized {
        switch cell.way {
        case .reported: status.map { Localized(en: "reported, \($0.en)", zh: "填报，\($0.zh)") } ?? Localized(en: "reported", zh: "填报")
        case .joinedFigures: Localized(en: "joined over time from \(count) figures", zh: "由 \(count) 个数据按时间推算")
        case .parts: parts
        case .units: units
        case .joinedCells: Localized(en: "joined over time from derived values", zh: "由推算数按时间推算")
        case .growth: growth
        case .estimate: Localized(en: "estimate", zh: "估计数")
        case .formula: formula
        case .someOperands:
            Localized(
                en: "\(formula.en), \(cell.reported) of \(cell.expected) in", zh: "\(formula.zh)，\(cell.expected) 个中已有 \(cell.reported) 个")
        case .someUnits: Localized(en: "\(cell.reported) of \(cell.expected) units", zh: "\(cell.expected) 个单位中已有 \(cell.reported) 个")
        case .someTime:
            cell.isInQuarters
                ? Localized(en: "\(cell.reported) of \(cell.expected) quarters", zh: "\(cell.expected) 个季度中已有 \(cell.reported) 个季度")
                : Localized(en: "\(cell.reported) of \(cell.expected) months", zh: "\(cell.expected) 个月中已有 \(cell.reported) 个月")
        case .earlierReading:
            cell.through.map { day in
                let day = day.advanced(by: -1)
                return Localized(en: "last reading, of \(day)", zh: "最近一次读数，截至 \(day)")
            } ?? Localized(en: "last reading inside the period", zh: "期间内最近一次读数")
        case .nothing: Localized(en: "n/a: there is nothing here, and it counts as complete", zh: "不适用：此处无数，视为齐全")
        case .outsideLife: Localized(en: "outside the unit's life: exactly zero", zh: "不在单位存续期内：恰为零")
        case .absent: absent
        }
    }

    private var status: Localized? {
        switch cell.status {
        case .preliminary: Localized(en: "preliminary", zh: "初步数")
        case .estimate: Localized(en: "estimate", zh: "估计数")
        case .reported, .final: nil
        }
    }

    private var parts: Localized {
        derivation.operands.contains(where: \.isSubtracted)
            ? Localized(en: "the whole less its other parts", zh: "总量减去其余部分")
            : Localized(en: "sum of its \(count) parts", zh: "\(count) 个构成部分之和")
    }

    /// The formula as it is written.
    private var formula: Localized {
        let indicator = ledger.indicators[derivation.key.indicator]
        guard let range = indicator.formula?.range, let file = indicator.declaredAt?.file else {
            return Localized(en: "computed", zh: "计算")
        }
        let text = ledger.sources[file].buffer.text(range)
        return Localized(en: "= \(text)", zh: "= \(text)")
    }

    private var growth: Localized {
        derivation.operands.contains { $0.derivation.key.period.start > derivation.key.period.start }
            ? Localized(en: "from the level and the published growth a year on", zh: "由次年数与其公布的同比推算")
            : Localized(en: "from the level a year ago and the published growth", zh: "由上年数与公布的同比推算")
    }

    private var units: Localized {
        switch ledger.indicators[derivation.key.indicator].overUnits {
        case .sum, .cover, .none: Localized(en: "sum of \(count) units", zh: "\(count) 个单位合计")
        case .mean: Localized(en: "mean of \(count) units", zh: "\(count) 个单位平均")
        case .max: Localized(en: "greatest of \(count) units", zh: "\(count) 个单位中最大")
        case .min: Localized(en: "least of \(count) units", zh: "\(count) 个单位中最小")
        }
    }

    private var absent: Localized {
        switch cell.absence {
        case .unavailable: return Localized(en: "not available", zh: "暂缺")
        case .exempt: return Localized(en: "exempt this time", zh: "本期免报")
        case .withheld: return Localized(en: "withheld", zh: "保密")
        case .notApplicable, nil: break
        }
        if ledger.indicators[derivation.key.indicator].formula != nil {
            return Localized(en: "not reported, and what it is computed from is not all in", zh: "未填报，计算所需的数也不齐")
        }
        if cell.expected > 1 {
            return Localized(
                en: "nothing known; \(cell.reported) of \(cell.expected) in", zh: "无数据，\(cell.expected) 个中已有 \(cell.reported) 个")
        }
        return Localized(en: "nothing is known of it", zh: "无数据")
    }
}

extension Way {
    /// As machines are told.
    public var name: String {
        switch self {
        case .reported: "reported"
        case .joinedFigures: "joined-figures"
        case .parts: "parts"
        case .units: "units"
        case .joinedCells: "joined-cells"
        case .growth: "growth"
        case .estimate: "estimate"
        case .formula: "formula"
        case .someOperands: "some-operands"
        case .someUnits: "some-units"
        case .someTime: "some-time"
        case .earlierReading: "earlier-reading"
        case .nothing: "nothing"
        case .outsideLife: "outside-life"
        case .absent: "absent"
        }
    }
}
