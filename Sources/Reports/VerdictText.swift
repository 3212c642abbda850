import Diagnostics
import Tally

extension ProgressVerdict {
    /// In a word, of what is to be reached or, of a ceiling, not to be exceeded.
    public func name(isCeiling: Bool) -> Localized {
        switch self {
        case .done: isCeiling ? Localized(en: "kept", zh: "控制在内") : Localized(en: "done", zh: "已完成")
        case .ahead: Localized(en: "ahead", zh: "超前")
        case .onSchedule: Localized(en: "on schedule", zh: "与序时同步")
        case .behind: Localized(en: "behind", zh: "落后")
        case .missed: isCeiling ? Localized(en: "exceeded", zh: "突破") : Localized(en: "missed", zh: "未完成")
        case .partial: Localized(en: "not all in", zh: "数据不齐")
        case .vague: Localized(en: "too vague to tell", zh: "约数，不作判断")
        case .notYet: Localized(en: "not yet", zh: "尚未达到")
        }
    }
}
