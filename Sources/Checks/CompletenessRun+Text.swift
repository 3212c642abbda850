import Diagnostics
import Numerics
import Syntax
import Tally

extension Completeness.Run {
    /// Its periods, for people: three months that are owed are not called a quarter.
    public func text(fiscalStart: Int) -> Localized {
        let isOne = first.period == last.period || fiscalStart == 1 && period.length == .other
        let ends = (isOne ? [period] : [first.period, last.period]).map { period in
            (en: period.spelled(in: .english, fiscalStart: fiscalStart), zh: period.spelled(in: .chinese, fiscalStart: fiscalStart))
        }
        return Localized(en: ends.map(\.en).joined(separator: ".."), zh: ends.map(\.zh).joined(separator: "至"))
    }
}
