import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

/// Where a question is asked.
struct CellPlace {
    var unit: UnitID
    var period: Period
}

extension Explainer {
    /// What answers a question: a cell, growth, or what an expression comes to with the cells behind it.
    func node(_ question: FormulaQuestion, _ place: CellPlace, _ text: String) -> ExplainNode {
        if let (id, asked) = question.cell(place.period, evaluator) { return cell(CellKey(place.unit, id, asked)) }
        if question.isGrowthOnYearAgo, let (id, _) = question.growth(place.unit, place.period, evaluator) {
            return growth(CellKey(place.unit, id, place.period))
        }
        return expression(evaluator.evaluate(question.compiled, place.unit, place.period), place, text)
    }

    private func expression(_ evaluation: Evaluation, _ place: CellPlace, _ text: String) -> ExplainNode {
        let measure = ledger.measure(of: evaluation.measure)
        let label =
            place.period.spelled(in: language, fiscalStart: ledger.fiscalStart) + " "
            + ledger.units[place.unit].displayName(in: language) + " " + text
        // Its own key only names the place: the expression stands where an indicator would.
        var fields: [(String, JSON)] = [
            ("period", .string(place.period.spelled(in: .english, fiscalStart: ledger.fiscalStart))),
            ("unit", .string(ledger.units.path(of: place.unit))), ("indicator", .string(text)),
        ]
        fields += Self.valueFields(evaluation.interval, measure)
        fields += [
            ("state", .string(evaluation.state.rawValue)), ("way", .string("formula")), ("reported", .integer(evaluation.reported)),
            ("expected", .integer(evaluation.expected)),
        ]
        let published = evaluation.places.first
        fields += placeFields(published)
        var node = ExplainNode(value: "—", interval: "", label: label, place: published.map { self.place($0) }, fields: fields)
        if let interval = evaluation.interval {
            let amount = AmountText(interval, measure, in: language)
            (node.value, node.interval) = (amount.value, amount.interval)
        }
        let uses =
            evaluation.targets.map { target($0) } + evaluation.completions.map { completion($0) } + evaluation.counted.map { counted($0) }
        // A count alone is the expression itself.
        let isCountAlone = evaluation.cells.isEmpty && uses.count == 1 && evaluation.counted.first?.value == evaluation.interval
        node.operands = isCountAlone ? uses[0].operands : evaluation.cells.map { cell($0) } + uses
        return node
    }
}
