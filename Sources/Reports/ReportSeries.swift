import Diagnostics
import Ledger
import Numerics
import Tally

/// One indicator of one unit over the periods of a report: what a chart draws.
public struct ReportSeries: Sendable {
    /// One period of it.
    public struct Point: Sendable {
        /// `一季度`; short enough for an axis.
        public var label: Localized
        /// The days that it is about.
        public var period: Period
        /// The value, in quanta.
        public var now: KnownCell
        /// That of a year ago; absent before 1900.
        public var before: KnownCell?
        /// What the targets ask of the period.
        public var due: Interval?
    }

    /// The unit that the values are of.
    public var unit: UnitID
    /// The indicator that they are of.
    public var indicator: IndicatorID
    /// The unit's name.
    public var label: Localized
    /// How far below the first unit shown.
    public var depth: Int
    /// In order of time, at least one.
    public var points: [Point]

    /// Whether there is anything to draw.
    public var hasValue: Bool { points.contains { $0.now.interval != nil && !$0.now.isNothing } }
}

extension Report {
    /// For each indicator the series of the units shown, in their order: the parts of the period, without the wholes, where there are several.
    /// None for groups of units.
    public func series() -> [[ReportSeries]] {
        guard !axes.isEmpty else { return indicators.map { _ in [] } }
        let evaluator = Evaluator(tally)
        return zip(indicators, axes).map { id, axis in
            let parts = axis.entries.filter { !$0.isWhole }
            let entries = parts.isEmpty ? axis.entries : parts
            return subjects.compactMap { subject in
                guard case .unit(let unit) = subject.kind else { return nil }
                return ReportSeries(
                    unit: unit, indicator: id, label: subject.label, depth: subject.depth,
                    points: points(unit, id, entries.map(\.period), axis, evaluator))
            }
        }
    }

    private func points(
        _ unit: UnitID, _ id: IndicatorID, _ periods: [Period], _ axis: PeriodAxis, _ evaluator: Evaluator
    ) -> [ReportSeries.Point] {
        let now = evaluator.cells(unit, id, periods)
        let earlier = periods.map(\.lastYear)
        let before = evaluator.cells(unit, id, earlier.compactMap { $0 })
        return periods.enumerated().map { index, period in
            ReportSeries.Point(
                label: axis.isOneYear ? period.heading(fiscalStart: axis.yearStart) : period.fullText(fiscalStart: axis.yearStart),
                period: period, now: now[index], before: before.count == periods.count ? before[index] : nil,
                due: evaluator.due(unit, id, in: period))
        }
    }

    /// The indicators shown, in the order of the tables.
    public var shownIndicators: [IndicatorID] { indicators }

    /// Whether units stand on the rows and periods on the columns, a page for each indicator, so that charts can stand beside the tables.
    public var hasPagePerIndicator: Bool { pages == .indicator }

    /// `规上工业产值, 亿元`
    public func title(of id: IndicatorID) -> Localized {
        indicators.firstIndex(of: id).map { title(ofIndicator: $0) } ?? Localized(verbatim: "")
    }
}
