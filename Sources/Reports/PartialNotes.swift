import Diagnostics
import Ledger
import Numerics
import Syntax
import Tally

/// Says of a value that is only part of the truth what it is missing: which unit, how many of how many, and when.
///
/// Descends to the one sub-unit that is to blame and narrows the period to the months in which it is, so that a gap at the bottom of the
/// tree gives one note however many sums it touches.
struct PartialNotes {
    let ledger: Ledger
    let evaluator: Evaluator

    func notes(on cell: KnownCell, of subject: ReportSubject, _ id: IndicatorID, _ period: Period) -> [Localized] {
        switch cell.way {
        case .someOperands:
            return [
                Localized(
                    en: "what it is computed from is not all in: \(cell.reported) of \(cell.expected)",
                    zh: "计算所需的数不齐：\(cell.expected) 个中已有 \(cell.reported) 个")
            ]
        case .earlierReading: return cell.through.map { [asOf($0.advanced(by: -1))] } ?? []
        case .someTime:
            guard case .unit(let unit) = subject.kind else { return [] }
            return [someTime(cell, unit, id, period)]
        case .someUnits:
            switch subject.kind {
            case .unit(let unit): return [cause(below: unit, id, period)]
            case .group(let units): return [count(cell, subject.label, missing: missing(among: units, id, period), id, period)]
            }
        default: return []
        }
    }

    private func asOf(_ day: Day) -> Localized {
        let (year, month, last) = day.civil
        let isMonthEnd = day.advanced(by: 1).civil.day == 1
        let text = isMonthEnd ? Period.month(year, month).ascii : "\(day)"
        return Localized(en: "as of \(isMonthEnd ? "the end of \(text)" : text)", zh: "截至\(year)年\(month)月\(isMonthEnd ? "末" : "\(last)日")")
    }

    private func someTime(_ cell: KnownCell, _ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Localized {
        let name = name(of: unit)
        let text = periodText(period)
        if let through = cell.through, let month = Period(period.start, through).parts(.month).last, month.end == through {
            let last = periodText(month)
            return Localized(en: "\(name.en): only to \(last.en)", zh: "\(name.zh)：仅至\(last.zh)")
        }
        let gaps = evaluator.gaps(unit, id, period)
        let narrow = gaps.count == 1 ? gaps[0] : narrowed(period, [unit], id)
        if evaluator.cell(unit, id, narrow).way == .someUnits { return cause(below: unit, id, narrow) }
        if narrow != period {
            let gap = periodText(narrow)
            return Localized(en: "\(name.en): nothing for \(gap.en)", zh: "\(name.zh)：缺\(gap.zh)数")
        }
        return Localized(en: "\(name.en): not all of \(text.en) is known", zh: "\(name.zh)：\(text.zh)数不全")
    }

    /// The note of the lowest unit that alone makes the sum partial.
    private func cause(below unit: UnitID, _ id: IndicatorID, _ period: Period) -> Localized {
        let cell = evaluator.cell(unit, id, period)
        if cell.way == .someTime { return someTime(cell, unit, id, period) }
        let missing = missing(among: ledger.units.parts(of: unit), id, period)
        if ledger.units.isIncomplete(unit), missing.isEmpty {
            let name = name(of: unit)
            return Localized(en: "\(name.en): only of the sub-units named here", zh: "\(name.zh)：仅为本台账所列下级单位之和")
        }
        if missing.count == 1, ledger.units.hasParts(missing[0]), evaluator.cell(missing[0], id, period).isPartial {
            return cause(below: missing[0], id, period)
        }
        let narrow = narrowed(period, missing, id)
        let counted = evaluator.cell(unit, id, narrow)
        // What is known only of the whole period is in all the same.
        guard counted.expected - counted.reported == missing.count else { return count(cell, name(of: unit), missing: missing, id, period) }
        return count(counted, name(of: unit), missing: missing, id, narrow)
    }

    private func missing(among units: [UnitID], _ id: IndicatorID, _ period: Period) -> [UnitID] {
        units.filter { !evaluator.cell($0, id, period).isComplete }
    }

    /// The part of the period in which all that is missing is missing, by halves, quarters and months; the period itself where it is not
    /// one run of them.
    private func narrowed(_ period: Period, _ missing: [UnitID], _ id: IndicatorID) -> Period {
        // A stock is read at the period's end, whatever was read before.
        guard !missing.isEmpty, ledger.indicators[id].nature != .stock else { return period }
        for length in [PeriodLength.half, .quarter, .month] {
            let parts = period.parts(length)
            guard parts.count > 1, parts.first?.start == period.start, parts.last?.end == period.end else { continue }
            let open = parts.filter { part in missing.contains { !evaluator.cell($0, id, part).isComplete } }
            guard let first = open.first, let last = open.last, open.count < parts.count else { continue }
            let run = Period(first.start, last.end)
            return run.parts(length).count == open.count ? narrowed(run, missing, id) : period
        }
        return period
    }

    private func count(_ cell: KnownCell, _ name: Localized, missing: [UnitID], _ id: IndicatorID, _ period: Period) -> Localized {
        let text = periodText(period)
        let most = 3
        let readings = missing.compactMap { unit in earlierReading(unit, id, period) }
        let missing = missing.filter { earlierReading($0, id, period) == nil }
        let named = missing.prefix(most).map { self.name(of: $0) }
        let more = missing.count > most
        let without =
            named.isEmpty
            ? Localized(verbatim: "")
            : Localized(
                en: "; without \(named.map(\.en).joined(separator: ", "))\(more ? " and \(missing.count - most) more" : "")",
                zh: "，缺\(named.map(\.zh).joined(separator: "、"))\(more ? "等\(missing.count)个" : "")")
        let shown = readings.prefix(most)
        let rest = readings.count - shown.count
        let earlier =
            shown.isEmpty
            ? Localized(verbatim: "")
            : Localized(
                en: "; \(shown.map(\.en).joined(separator: ", "))\(rest > 0 ? " and \(rest) more read earlier" : "")",
                zh: "，\(shown.map(\.zh).joined(separator: "、"))\(rest > 0 ? "等\(readings.count)个为此前读数" : "")")
        return Localized(
            en: "\(name.en): \(cell.reported) of \(cell.expected) in for \(text.en)\(earlier.en)\(without.en)",
            zh: "\(name.zh)：\(text.zh)应报\(cell.expected)个，已报\(cell.reported)个\(earlier.zh)\(without.zh)")
    }

    /// `乙 as of the end of 2024-02`, of a stock that enters a sum as it was read before the period's end.
    private func earlierReading(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Localized? {
        let cell = evaluator.cell(unit, id, period)
        guard cell.way == .earlierReading, let day = cell.through?.advanced(by: -1) else { return nil }
        let (name, asOf) = (name(of: unit), asOf(day))
        return Localized(en: "\(name.en) \(asOf.en)", zh: "\(name.zh)\(asOf.zh)")
    }

    private func periodText(_ period: Period) -> Localized {
        Localized(
            en: period.spelled(in: .english, fiscalStart: ledger.fiscalStart), zh: period.fullText(fiscalStart: ledger.fiscalStart).zh)
    }

    private func name(of id: UnitID) -> Localized {
        Localized(en: ledger.units[id].displayName(in: .english), zh: ledger.units[id].displayName(in: .chinese))
    }
}
