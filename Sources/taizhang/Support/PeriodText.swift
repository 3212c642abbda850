import Diagnostics
import Numerics
import SourceText
import Syntax

/// A period as a ledger of that language would write it: `2024-Q1`, `2024年一季度`.
func periodText(_ period: Period, in language: Language, fiscalStart: Int = 1) -> String {
    let (year, month, _) = period.start.civil
    let zh = language == .chinese
    switch period.length {
    case .day: return zh ? chineseDay(period.start) : period.start.description
    case .month: return zh ? "\(year)年\(month)月" : "\(year)-\(twoDigits(month))"
    case .quarter:
        let index = (month - 1) / 3
        return zh ? "\(year)年\(["一", "二", "三", "四"][index])季度" : "\(year)-Q\(index + 1)"
    case .half: return zh ? "\(year)年\(month == 1 ? "上" : "下")半年" : "\(year)-H\(month == 1 ? 1 : 2)"
    case .year: return zh ? "\(year)年" : "\(year)"
    case .other: return rangeText(period, zh: zh, fiscalStart: fiscalStart)
    }
}

private func rangeText(_ period: Period, zh: Bool, fiscalStart: Int) -> String {
    let (year, month, _) = period.start.civil
    let (lastYear, lastMonth, _) = period.lastDay.civil
    guard let (_, count) = period.monthSpan else { return "\(period.start)..\(period.lastDay)" }
    if fiscalStart != 1, (month - fiscalStart + 12) % 12 == 0, count == 12 { return "FY\(year)" }
    let fromFiscalStart = (month - fiscalStart + 12) % 12
    if fiscalStart != 1, count == 3, fromFiscalStart % 3 == 0 {
        return "FY\(month >= fiscalStart ? year : year - 1)-Q\(fromFiscalStart / 3 + 1)"
    }
    if month == 1, lastMonth == 12 { return zh ? "\(year)年至\(lastYear)年" : "\(year)..\(lastYear)" }
    guard year == lastYear else {
        return zh ? "\(year)年\(month)月至\(lastYear)年\(lastMonth)月" : "\(year)-\(twoDigits(month))..\(lastYear)-\(twoDigits(lastMonth))"
    }
    if zh { return month == 1 && lastMonth == 9 ? "\(year)年前三季度" : "\(year)年\(month)-\(lastMonth)月" }
    return "\(year)-\(twoDigits(month))..\(twoDigits(lastMonth))"
}

private func chineseDay(_ day: Day) -> String {
    let (year, month, day) = day.civil
    return "\(year)年\(month)月\(day)日"
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// The period that a person typed, in any form of the language; nil where it is none.
func readPeriod(_ text: String, fiscalStart: Int) -> Period? {
    // A header is the shortest text of the language that holds a period.
    let header = HeaderLine.reread(SourceBuffer(copying: (text + "  X").utf8), at: 0, fiscalStart: fiscalStart)
    guard header.unit?.text == "X", header.status == nil, header.issuer == nil, !header.isTarget, !header.isRevision else { return nil }
    return header.period
}
