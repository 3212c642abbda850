import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

/// Says of a report without figures what the ledger has instead.
struct EmptyReport {
    let query: ReportQuery
    let tally: Tally

    /// More values of a field than this are counted.
    private static let mostValues = 12

    /// Lines to print.
    var text: Localized {
        let lines = [Localized(en: "no figures to report", zh: "没有可报的数")] + query.conditions.compactMap(known) + [periods].compactMap { $0 }
        return Localized(en: lines.map { $0.en + "\n" }.joined(), zh: lines.map { $0.zh + "\n" }.joined())
    }

    /// The values of a field, where none of them is the one asked for.
    private func known(_ condition: ReportQuery.Condition) -> Localized? {
        let units = tally.ledger.units
        var values: [String] = []
        for id in units.ids {
            guard let value = units[id].value(of: condition.field), !values.contains(value) else { continue }
            values.append(value)
        }
        guard !values.contains(where: FieldPath(condition.value).covers) else { return nil }
        let shown = values.prefix(Self.mostValues)
        let rest = values.count - shown.count
        return Localized(
            en: "  = \(condition.field) is one of: \(shown.joined(separator: ", "))" + (rest > 0 ? " and \(rest) more" : ""),
            zh: "  = \(Unit.keyName(condition.field).zh)的取值有：\(shown.joined(separator: "、"))" + (rest > 0 ? " 等 \(values.count) 种" : ""))
    }

    /// Where a period was asked for: the days that figures speak of.
    private var periods: Localized? {
        guard let asked = query.period, let span = tally.span else { return nil }
        guard !asked.overlaps(span) else { return nil }
        let (first, last) = (span.start.description, span.lastDay.description)
        return Localized(en: "  = figures run from \(first) to \(last)", zh: "  = 数据起于 \(first)，止于 \(last)")
    }
}
