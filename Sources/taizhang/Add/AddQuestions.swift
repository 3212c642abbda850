import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax

/// The questions of `add`, asked until the answer means something.
struct AddQuestions {
    private let ledger: Ledger
    private let context: Context

    init(_ ledger: Ledger, _ context: Context) {
        self.ledger = ledger
        self.context = context
    }

    /// Nil where no answer comes.
    func period() -> Period? {
        let usual = nextPeriod
        let hint = usual.map { " [\($0.spelled(in: context.language, fiscalStart: ledger.fiscalStart))]" } ?? ""
        while let answer = context.ask(Localized(en: "Period\(hint): ", zh: "期间\(hint)：").text(in: context.language)) {
            if answer.isEmpty, let usual { return usual }
            do throws(UsageError) {
                return try ledger.period(asked: answer)
            } catch {
                context.report(error)
            }
        }
        return nil
    }

    /// Nil where no answer comes.
    func unit() -> UnitID? {
        while let answer = context.ask(Localized(en: "Unit: ", zh: "单位：").text(in: context.language)) {
            if answer.isEmpty { continue }
            do throws(UsageError) {
                return try ledger.unit(asked: answer)
            } catch {
                context.report(error)
            }
        }
        return nil
    }

    /// The line for an answer; a number without a measure gets the indicator's, so that the line says what it means.
    func entry(_ id: IndicatorID, _ answer: String) -> String {
        let indicator = ledger.indicators[id]
        let measure = ledger.measures[indicator.measure]
        let entry = nameAsWritten(indicator.name) + " " + answer
        let buffer = SourceBuffer(copying: entry.utf8)
        guard let line = BodyLine.reread(buffer, at: 0), case .number(let number) = line.content, line.measure == nil, !measure.name.isEmpty
        else { return entry }
        let end = number.range.upperBound
        let blank = measure.kind == .percentage ? "" : " "
        return buffer.text(ByteRange(0, end)) + blank + measure.name + buffer.text(ByteRange(end, buffer.count))
    }

    /// The latest period that any block speaks of, until all who report are in; then what follows it. In a ledger without figures the month that has just ended.
    private var nextPeriod: Period? {
        guard let latest = ledger.figures.periods.max(by: { ($0.end, $1.dayCount) < ($1.end, $0.dayCount) }) else {
            return Period.day(context.day).previousMonth
        }
        guard let (_, count) = latest.monthSpan else { return nil }
        if isAwaited(latest) { return latest }
        return latest.shifted(byMonths: count)
    }
}

extension AddQuestions {
    /// Whether a unit without sub-units has nothing in the period, though it had in the one before, or there was none before.
    private func isAwaited(_ period: Period) -> Bool {
        let (units, figures) = (ledger.units, ledger.figures)
        let before = period.previous.flatMap { figures.periods.contains($0) ? $0 : nil }
        var series: [Figure] = []
        return units.ids.contains { unit in
            guard units.subUnits(of: unit).isEmpty, units.isAlive(unit, in: period) else { return false }
            var reportedBefore = before == nil
            for number in figures.seriesIDs(of: unit) {
                figures.load(SeriesID(number), into: &series)
                if series.contains(where: { $0.period == period }) { return false }
                if let before, series.contains(where: { $0.period == before }) { reportedBefore = true }
            }
            return reportedBefore
        }
    }
}

extension Period {
    /// The month before that of its first day.
    fileprivate var previousMonth: Period? {
        let (year, month, _) = start.civil
        return Period(.firstOfMonth(year: year, month: month), .firstOfMonth(year: year, month: month + 1)).previous
    }
}
