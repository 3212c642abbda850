import Diagnostics
import Numerics

/// `--today DATE`: what has fallen due is judged as of this day.
let todayFlag = Flag.option(
    "today", Localized(en: "DATE", zh: "日期"),
    Localized(en: "what is due is judged as of this day; --as-of or the system's day by default", zh: "按该日判断是否到期，默认为 --as-of 或系统日期"))

extension ParsedArguments {
    /// The day of `todayFlag`; without it the day of `asOfFlag`, after which nothing is known; else the system's.
    func today(_ context: Context) throws(UsageError) -> Day {
        if let day = try day("today") { return day }
        if let day = try asOf() { return day }
        return context.day
    }
}

extension Context {
    /// The system's day.
    var day: Day {
        let (year, month, day) = today
        return Day.firstOfMonth(year: year, month: month).advanced(by: day - 1)
    }
}
