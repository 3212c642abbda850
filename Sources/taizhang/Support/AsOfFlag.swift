import Diagnostics
import Numerics
import Syntax

/// `--as-of DATE`: figures reported later, and revisions made later, do not count.
let asOfFlag = Flag.option(
    "as-of", Localized(en: "DATE", zh: "日期"), Localized(en: "what was known on that day", zh: "截至该日已知的数"))

extension ParsedArguments {
    /// The day of `asOfFlag`; nil where it was not given.
    func asOf() throws(UsageError) -> Day? { try day("as-of") }

    /// Nil where the flag was not given.
    func day(_ flag: String) throws(UsageError) -> Day? {
        guard let text = string(flag) else { return nil }
        guard let period = readPeriod(text, fiscalStart: 1), period.dayCount == 1 else {
            throw UsageError(
                message: Localized(en: "--\(flag) needs a day, not '\(text)'", zh: "--\(flag) 要用日期，而不是 '\(text)'"),
                help: [Localized(en: "days are written 2013-03-15", zh: "日期写作 2013-03-15 或 2013年3月15日")])
        }
        return period.start
    }
}
