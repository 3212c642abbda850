import Ledger
import Numerics
import SourceText
import Syntax

extension Evaluator {
    /// The level that a cell is to reach, in quanta of the indicator's dimension: of the target stated for that very period, the unit's own
    /// before its parent's before the nearest issuer's; else, for a year of the ledger, what published completions make it. Drafts do not count.
    /// Nil where there is none, and where growth itself is what is asked for.
    public func target(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        let counting = tally.targets.issued(CellKey(unit, id, period)).first { self.level(of: $0) != nil }
        let level = targetLevel(unit, id, period)
        return counting.map { $0.known(level) } ?? level
    }

    /// The same number where it is only about so much, too.
    func targetLevel(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        let stated = tally.targets.issued(CellKey(unit, id, period))
        for target in stated { if let level = level(of: target) { return level } }
        guard stated.isEmpty, period == ledger.year(of: period) else { return nil }
        return suppliedTarget(unit, id, period)
    }

    /// The level that a target asks for: as stated, or last year's by the exact factor. Nil for one that is held against growth itself, and where
    /// last year's level is not known.
    public func level(of target: StandingTarget) -> Interval? {
        switch target.demand {
        case .level(let level): return level
        case .points: return nil
        case .change(let change):
            guard !isHeldAgainstGrowth(target), let base = lastYearsLevel(target.key) else { return nil }
            return base.grown(byPercent: change)
        }
    }

    /// What a change on last year starts from: that level, or what this year's and its published growth make it.
    private func lastYearsLevel(_ key: CellKey) -> Interval? {
        guard let before = key.period.lastYear else { return nil }
        if let (base, _) = base(key.unit, key.indicator, before, of: key.period) { return base }
        let supplied = cell(key.unit, key.indicator, before)
        return supplied.way == .growth && predecessors(of: key.unit).isEmpty ? supplied.interval : nil
    }

    /// Whether the target is a change that is compared with published or computed growth, because levels do not follow from it.
    func isHeldAgainstGrowth(_ target: StandingTarget) -> Bool {
        switch target.demand {
        case .level: return false
        case .points: return true
        case .change:
            let indicator = indicator(target.target.indicator)
            return indicator.growth != .nominal || indicator.nature == .rate
        }
    }

    /// The target that completion is measured against: the one stated for the very period, else the year's; the unit's own before its parent's before
    /// the nearest issuer's. Nil where nobody states one.
    public func applicableTarget(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> StandingTarget? {
        applicableTargets(unit, id, period).targets.first
    }

    /// The target that counts for a period, and whether it is the period's own: else the year's.
    func applicableTargets(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> (targets: [StandingTarget], isOwn: Bool) {
        let own = tally.targets.issued(CellKey(unit, id, period))
        if !own.isEmpty { return (own, true) }
        let year = ledger.year(of: period)
        return (tally.targets.issued(CellKey(unit, id, year)), year == period)
    }

    /// What published completions make of the year's target, where nobody states it: an interval that all of them allow. Nil where there are none or
    /// they allow nothing in common.
    func suppliedTarget(_ unit: UnitID, _ id: IndicatorID, _ year: Period) -> Interval? {
        var common: Interval?
        for stated in publishedCompletions(CellKey(unit, id, year)) {
            guard let supplied = supplied(by: stated) else { continue }
            guard let known = common else {
                common = supplied
                continue
            }
            guard let both = known.intersection(supplied) else { return nil }
            common = both
        }
        return common
    }

    /// The completions published of a year's target, in the order of the ledger.
    public func publishedCompletions(_ year: CellKey) -> [PublishedCompletion] { tally.completionClaims[year] ?? [] }

    /// What one published completion makes of the year's target. Nil for one of a period that has a target by itself: it speaks of that.
    public func supplied(by stated: PublishedCompletion) -> Interval? {
        guard stated.percent.isPositive, tally.targets.issued(CellKey(stated.unit, stated.indicator, stated.period)).isEmpty else {
            return nil
        }
        let key = actualKey(of: stated)
        let own = figure(beside: stated).map { ledger.measures.interval(of: $0) }
        guard let actual = own ?? completeLevel(key.unit, key.indicator, key.period) else { return nil }
        return actual.times(100).quotient(stated.percent)
    }

    /// The cell that a published completion speaks of: of a flow the year to date.
    public func actualKey(of stated: PublishedCompletion) -> CellKey {
        let isFlow = traits(stated.indicator).nature == .flow
        return CellKey(stated.unit, stated.indicator, isFlow ? ledger.toDate(stated.period) : stated.period)
    }

    /// The figure on the line of a published completion, where it is what that speaks of.
    public func figure(beside stated: PublishedCompletion) -> Figure? {
        let key = actualKey(of: stated)
        return key.period == stated.period ? figure(at: stated.file, stated.line, key) : nil
    }

    /// The value of a cell that is wholly known; nil where it is not, or there can be nothing.
    func completeLevel(_ unit: UnitID, _ id: IndicatorID, _ period: Period) -> Interval? {
        let cell = cell(unit, id, period)
        return cell.isComplete && !cell.isNothing ? cell.interval : nil
    }

    /// The figure that stands on a line.
    func figure(at file: FileID, _ line: Int, _ key: CellKey) -> Figure? {
        guard let series = ledger.figures.find(key.unit, key.indicator) else { return nil }
        ledger.figures.load(series, startingIn: key.period, into: &scratch)
        return scratch.first { figure in
            figure.period == key.period && figure.form.absence == nil && ledger.figures.file(of: figure.id) == file
                && ledger.lineStart(of: figure.id) == line
        }
    }
}

/// A completion that a source states.
public struct PublishedCompletion: Sendable {
    /// Whose.
    public var unit: UnitID
    /// Of what.
    public var indicator: IndicatorID
    /// As the header has it.
    public var period: Period
    /// With what its rounding allows.
    public var percent: Interval
    var status: Status
    var isRevision: Bool
    /// The file of its line.
    public var file: FileID
    /// Where the line starts.
    public var line: Int

    /// Published completions by the cell of the year that they speak of, in the order of the ledger; of estimates none.
    static func index(_ ledger: Ledger, asOf: Day?) -> KeyTable<CellKey, [PublishedCompletion]> {
        var found = KeyTable<CellKey, [PublishedCompletion]>()
        for stated in ledger.statements.claims where stated.status != .estimate && asOf.map({ stated.knownOn <= $0 }) ?? true {
            for claim in stated.claims where claim.kind == .done {
                let completion = PublishedCompletion(
                    unit: stated.unit, indicator: stated.indicator, period: stated.period, percent: ledger.interval(of: claim),
                    status: stated.status, isRevision: stated.isRevision, file: stated.file, line: stated.line)
                let year = CellKey(stated.unit, stated.indicator, ledger.year(of: stated.period))
                found.change(year, from: []) { $0.append(completion) }
            }
        }
        return found
    }
}

extension Ledger {
    /// The year, by the ledger's own years, that the period's last day lies in.
    public func year(of period: Period) -> Period {
        let (year, month, _) = yearStart(of: period).civil
        return .fiscalYear(year, startMonth: month)
    }

    /// From the start of that year to the period's end.
    public func toDate(_ period: Period) -> Period { Period(yearStart(of: period), period.end) }

    /// What a claim states, in % or points, with what its rounding allows.
    func interval(of claim: Claim) -> Interval {
        let isPerMille = claim.measure?.text == "‰"
        let written = Interval(rounded: claim.number.decimal, factor: 1)
        return (isPerMille ? written.divided(by: 10) : written).bounded(claim.number.bound)
    }
}
