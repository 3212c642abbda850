import Diagnostics
import Numerics

extension Period {
    /// As a ledger writes it, in the shortest form: `2013`, `2013-Q1`, `2013-01..05`, `FY2013`.
    public func ledgerText(fiscalStart: Int = 1) -> String {
        guard let (first, count) = monthSpan else { return daysText }
        let year = first / 12
        let month = first % 12 + 1
        switch length {
        case .year: return "\(year)"
        case .half: return "\(year)-H\(month / 6 + 1)"
        case .quarter: return "\(year)-Q\(month / 3 + 1)"
        case .month: return "\(year)-\(twoDigits(month))"
        case .day, .other: break
        }
        if fiscalStart > 1, month == fiscalStart, count == 12 { return "FY\(year)" }
        let last = first + count - 1
        if month == 1, count % 12 == 0 { return "\(year)..\(last / 12)" }
        let end = last / 12 == year ? twoDigits(last % 12 + 1) : "\(last / 12)-\(twoDigits(last % 12 + 1))"
        return "\(year)-\(twoDigits(month))..\(end)"
    }

    private var daysText: String { dayCount == 1 ? "\(start)" : "\(start)..\(lastDay)" }

    /// As a heading of a table says it that speaks of one year: `一季度`, `1-5月`, `全年`; `Q1`, `Jan–May`, `2013`.
    public func heading(fiscalStart: Int) -> Localized {
        guard let (first, count) = monthSpan else { return Localized(verbatim: daysText) }
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
        guard last / 12 == year || count < 12 else { return Localized(verbatim: ledgerText(fiscalStart: fiscalStart)) }
        if count == 1 { return Localized(en: monthName(first % 12), zh: "\(first % 12 + 1)月") }
        return Localized(
            en: "\(monthName(first % 12))–\(monthName(last % 12))",
            zh: "\(first % 12 + 1)-\(last / 12 == year ? "" : "次年")\(last % 12 + 1)月")
    }

    /// The same where it is not clear which year is meant: `2013年一季度`, `Q1 2013`.
    public func fullText(fiscalStart: Int) -> Localized {
        guard let (first, count) = monthSpan else { return Localized(verbatim: daysText) }
        let short = heading(fiscalStart: fiscalStart)
        let offset = (first - (fiscalStart - 1) + 12) % 12
        let year = (first - (fiscalStart - 1)) / 12
        if count == 12, offset == 0 {
            return Localized(en: short.en, zh: fiscalStart > 1 ? "\(year)财年" : "\(year)年")
        }
        if short.en == ledgerText(fiscalStart: fiscalStart) {
            let isYears = first % 12 == 0 && count % 12 == 0
            return Localized(en: short.en, zh: isYears ? "\(first / 12)-\((first + count - 1) / 12)年" : short.zh)
        }
        if fiscalStart > 1, count == 3 || count == 6, offset % count == 0 {
            return Localized(en: "\(short.en) FY\(year)", zh: "\(year)财年\(short.zh)")
        }
        return Localized(en: "\(short.en) \(first / 12)", zh: "\(first / 12)年\(short.zh)")
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private func monthName(_ index: Int) -> String {
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][index]
}
