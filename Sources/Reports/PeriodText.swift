import Diagnostics
import Numerics
import Syntax

extension Period {
    /// As a heading of a table says it that speaks of one year: `一季度`, `1-5月`, `全年`; `Q1`, `Jan–May`, `2013`.
    public func heading(fiscalStart: Int) -> Localized {
        guard let (first, count) = monthSpan else { return Localized(en: spelled(in: .english), zh: spelled(in: .chinese)) }
        let offset = (first - (fiscalStart - 1) + 12) % 12
        let year = first / 12
        if count == 12, offset == 0 {
            return Localized(en: fiscalStart > 1 ? "FY\(year)" : "\(year)", zh: "全年")
        }
        if count == 6, offset % 6 == 0 { return Localized(en: "H\(offset / 6 + 1)", zh: offset == 0 ? "上半年" : "下半年") }
        if count == 3, offset % 3 == 0 {
            let index = offset / 3
            return Localized(en: "Q\(index + 1)", zh: ["一季度", "二季度", "三季度", "四季度"][index])
        }
        let last = first + count - 1
        guard last / 12 == year || count < 12 else { return Localized(verbatim: spelled(in: .english, fiscalStart: fiscalStart)) }
        if count == 1 { return Localized(en: monthName(first % 12), zh: "\(first % 12 + 1)月") }
        return Localized(
            en: "\(monthName(first % 12))–\(monthName(last % 12))",
            zh: "\(first % 12 + 1)-\(last / 12 == year ? "" : "次年")\(last % 12 + 1)月")
    }

    /// The same where it is not clear which year is meant: `2013年一季度`, `Q1 2013`.
    public func fullText(fiscalStart: Int) -> Localized {
        guard let (first, count) = monthSpan else { return Localized(en: spelled(in: .english), zh: spelled(in: .chinese)) }
        let short = heading(fiscalStart: fiscalStart)
        let offset = (first - (fiscalStart - 1) + 12) % 12
        let year = (first - (fiscalStart - 1)) / 12
        if count == 12, offset == 0 {
            return Localized(en: short.en, zh: fiscalStart > 1 ? "\(year)财年" : "\(year)年")
        }
        if short.en == spelled(in: .english, fiscalStart: fiscalStart) {
            let isYears = first % 12 == 0 && count % 12 == 0
            return Localized(
                en: isYears ? "\(first / 12)–\((first + count - 1) / 12)" : short.en,
                zh: isYears ? "\(first / 12)-\((first + count - 1) / 12)年" : short.zh)
        }
        if fiscalStart > 1, count == 3 || count == 6, offset % count == 0 {
            return Localized(en: "\(short.en) FY\(year)", zh: "\(year)财年\(short.zh)")
        }
        return Localized(en: "\(short.en) \(first / 12)", zh: "\(first / 12)年\(short.zh)")
    }
}

private func monthName(_ index: Int) -> String {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][index]
}
