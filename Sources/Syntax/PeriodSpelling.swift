import Diagnostics
import Numerics

extension Period {
    /// The period as a ledger may spell it; reading it gives the same days. English uses the ASCII forms.
    ///
    /// A ledger whose fiscal year starts in another month than January has its years and quarters by `FY2013` and `FY2013-Q1`, in either
    /// language; halves have no such form.
    public func spelled(in language: Language, fiscalStart: Int = 1) -> String {
        if fiscalStart != 1, let fiscal = fiscal(from: fiscalStart) { return fiscal }
        return language == .chinese ? chinese ?? ascii : ascii
    }

    /// `2013`, `2013-H1`, `2013-Q1`, `2013-03`, `2013-03-15`, or a range such as `2013-01..05`.
    public var ascii: String {
        guard let (first, count) = monthSpan else {
            return dayCount == 1 ? start.description : "\(start)..\(lastDay)"
        }
        let (year, month) = (first / 12, first % 12 + 1)
        switch length {
        case .year: return "\(year)"
        case .half: return "\(year)-H\(month / 6 + 1)"
        case .quarter: return "\(year)-Q\(month / 3 + 1)"
        case .month: return "\(year)-\(twoDigits(month))"
        case .day, .other: break
        }
        let (lastYear, lastMonth) = ((first + count - 1) / 12, (first + count - 1) % 12 + 1)
        if month == 1, lastMonth == 12 { return "\(year)..\(lastYear)" }
        let last = year == lastYear ? twoDigits(lastMonth) : "\(lastYear)-\(twoDigits(lastMonth))"
        return "\(year)-\(twoDigits(month))..\(last)"
    }

    /// Nil where it is no year or quarter of those that start in that month.
    private func fiscal(from startMonth: Int) -> String? {
        guard let (first, count) = monthSpan else { return nil }
        let offset = (first % 12 - (startMonth - 1) + 12) % 12
        let year = (first - offset) / 12
        if count == 12, offset == 0 { return "FY\(year)" }
        return count == 3 && offset % 3 == 0 ? "FY\(year)-Q\(offset / 3 + 1)" : nil
    }

    /// Nil where Chinese has no form of its own: a range over years or days.
    private var chinese: String? {
        guard let (first, count) = monthSpan else {
            let (year, month, day) = start.civil
            return dayCount == 1 ? "\(year)年\(month)月\(day)日" : nil
        }
        let (year, month) = (first / 12, first % 12 + 1)
        switch length {
        case .year: return "\(year)年"
        case .half: return "\(year)年\(month == 1 ? "上" : "下")半年"
        case .quarter: return "\(year)年\(["一", "二", "三", "四"][month / 3])季度"
        case .month: return "\(year)年\(month)月"
        case .day, .other: break
        }
        guard month + count - 1 <= 12 else { return nil }
        return month == 1 && count == 9 ? "\(year)年前三季度" : "\(year)年\(month)-\(month + count - 1)月"
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
