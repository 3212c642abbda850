import Diagnostics
import Ledger
import Syntax

/// What an indicator says of itself, in words.
struct IndicatorWords {
    var nature: Localized
    var better: Localized
    var growth: Localized

    init(_ indicator: Indicator) {
        nature =
            switch indicator.nature {
            case .flow: Localized(en: "flow", zh: "流量")
            case .stock: Localized(en: "stock", zh: "存量")
            case .rate: Localized(en: "rate", zh: "比率")
            }
        better =
            switch indicator.better {
            case .higher: Localized(en: "higher", zh: "越高越好")
            case .lower: Localized(en: "lower", zh: "越低越好")
            case .none: Localized(verbatim: "")
            }
        growth =
            switch indicator.growth {
            case .nominal: Localized(verbatim: "")
            case .real: Localized(en: "real", zh: "可比价")
            case .comparable: Localized(en: "comparable", zh: "可比口径")
            }
    }
}

extension MeasureKind {
    var name: Localized {
        switch self {
        case .amount: Localized(en: "amount", zh: "数额")
        case .counting: Localized(en: "counting", zh: "计数")
        case .percentage: Localized(en: "percentage", zh: "百分比")
        case .points: Localized(en: "percentage points", zh: "百分点")
        case .ratio: Localized(en: "ratio", zh: "比值")
        }
    }
}
