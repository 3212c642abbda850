import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

extension BulletinIssue {
    /// A table for each indicator of which one direction is better and two siblings know something: by completion where they have targets,
    /// else by growth, else by value.
    func rankBlocks() -> [Bulletin.Block] {
        guard parts.count <= Self.mostRanked else {
            let said = Localized(
                en: "More than \(Self.mostRanked) units are not ranked here: taizhang progress --format csv has their places.",
                zh: "单位超过\(Self.mostRanked)个，此处不排位次，可用 taizhang progress --format csv 查看。")
            return [.paragraph(Sentence(text(said)))]
        }
        return ledger.indicators.ids.compactMap { id -> Bulletin.Block? in
            guard ledger.indicators[id].better != .none, let measure = rankedBy(id) else { return nil }
            let ranked = parts.map { (unit: $0, movement: movement($0, id, measure)) }
            guard ranked.count(where: { $0.movement != nil }) > 1 else { return nil }
            return .table(table(id, measure, ranked), gauges: [:])
        }
    }

    /// Each unit is held against each; more than a reader would look through anyway.
    private static let mostRanked = 400

    private func rankedBy(_ id: IndicatorID) -> RankedBy? {
        [RankedBy.completion, .yearOnYear, .value].first { measure in
            parts.count { unit in evaluator.rank(unit, id, place(unit, id, measure), by: measure).map { $0.known > 1 } ?? false } > 1
        }
    }

    /// Completion knows itself what part of the year it speaks of.
    private func place(_ unit: UnitID, _ id: IndicatorID, _ measure: RankedBy) -> Period {
        measure == .completion ? period : key(unit, id).period
    }

    private func movement(_ unit: UnitID, _ id: IndicatorID, _ measure: RankedBy) -> RankMovement? {
        let isToDate = measure != .completion && ledger.indicators[id].isAdditiveOverTime
        // With the year the targets change, and what has come in since its start begins anew.
        let isSameYear = before.map { ledger.year(of: $0) == ledger.year(of: period) } ?? false
        let since = before.flatMap { isSameYear || period == ledger.year(of: period) && measure != .completion ? $0 : nil }
        return evaluator.rankMovement(
            unit, id, place(unit, id, measure), since: since.map { isToDate ? ledger.toDate($0) : $0 }, by: measure)
    }

    private func table(_ id: IndicatorID, _ measure: RankedBy, _ ranked: [(unit: UnitID, movement: RankMovement?)]) -> Table {
        var table = Table(
            title: label(id), subtitle: by(measure),
            columns: [
                Column(Localized(en: "place", zh: "位次"), alignment: .trailing),
                Column(Localized(en: "moved", zh: "较上期"), alignment: .trailing),
                Column(Localized(en: "value", zh: "数值")), Column(Localized(en: "growth", zh: "同比")),
                Column(Localized(en: "completion", zh: "完成率")), Column(Localized(en: "lead", zh: "超序时")),
            ])
        var kinds: [String?] = []
        for (unit, _) in ranked where !kinds.contains(ledger.units[unit].kind) {
            kinds.append(ledger.units[unit].kind)
        }
        let cells = ranked.map { entry -> KnownCell in
            let key = key(entry.unit, id)
            return evaluator.cell(entry.unit, id, key.period)
        }
        for kind in kinds {
            let group = ranked.filter { ledger.units[$0.unit].kind == kind }
            if kinds.count > 1 { table.rows.append(.heading(kind.map { Localized(verbatim: $0) } ?? Localized(en: "others", zh: "其他"))) }
            table.rows += sorted(group).map { row($0.unit, id, measure, $0.movement, among: cells) }
        }
        if let before, ranked.contains(where: { $0.movement?.places ?? 0 != 0 }) {
            let then = before.fullText(fiscalStart: ledger.fiscalStart)
            table.notes.append(Localized(en: "↑ ↓ places gained and lost since \(then.en)", zh: "↑ ↓ 为较\(then.zh)上升、下降的位次"))
        }
        let isEmpty = table.columns.indices.map { column in table.rows.allSatisfy { $0.cells.isEmpty || $0.cells[column].text.en.isEmpty } }
        return table.keepingColumns { !isEmpty[$0] }
    }

    private func by(_ measure: RankedBy) -> Localized {
        switch measure {
        case .completion: Localized(en: "by completion", zh: "按完成率")
        case .yearOnYear: Localized(en: "by growth", zh: "按同比")
        default: Localized(en: "by value", zh: "按数值")
        }
    }

    /// By place; those without one in the order of the tree.
    private func sorted(_ group: [(unit: UnitID, movement: RankMovement?)]) -> [(unit: UnitID, movement: RankMovement?)] {
        group.enumerated().sorted { a, b in
            let (x, y) = (a.element.movement?.rank.shown ?? .max, b.element.movement?.rank.shown ?? .max)
            return x == y ? a.offset < b.offset : x < y
        }.map(\.element)
    }

    private func row(_ unit: UnitID, _ id: IndicatorID, _ measure: RankedBy, _ movement: RankMovement?, among cells: [KnownCell]) -> Row {
        let key = key(unit, id)
        let progress = progress(unit, id)
        let own = CellKey(unit, id, place(unit, id, measure))
        let target = CellSource.progress(CellKey(unit, id, period))
        let rank = movement.map { movement -> Reports.Cell in
            let rank = movement.rank
            let range = rank.best == rank.worst ? "" : " (\(rank.best)–\(rank.worst))"
            return Reports.Cell("\(rank.shown)" + range, source: .rank(own, by: measure))
        }
        return Row(
            label(unit),
            cells: [
                rank ?? Reports.Cell("—"), Reports.Cell(movement.map(moved) ?? ""),
                words.value(evaluator.cell(unit, id, key.period), key, among: cells),
                words.growth(evaluator.yearOnYear(unit, id, key.period), key),
                progress?.completion.percent.map { Reports.Cell(TargetText.percent($0), source: target) } ?? .blank,
                progress?.lead.map { Reports.Cell(TargetText.lead($0), source: target) } ?? .blank,
            ])
    }

    private func moved(_ movement: RankMovement) -> String {
        guard let places = movement.places else { return "" }
        return places == 0 ? "=" : (places > 0 ? "↑" : "↓") + String(places.magnitude)
    }
}

extension Table {
    /// Without the columns that are not wanted.
    func keepingColumns(_ isWanted: (Int) -> Bool) -> Table {
        var table = self
        table.columns = columns.indices.filter(isWanted).map { columns[$0] }
        for index in table.rows.indices where !table.rows[index].cells.isEmpty {
            table.rows[index].cells = table.rows[index].cells.indices.filter(isWanted).map { rows[index].cells[$0] }
        }
        return table
    }
}
