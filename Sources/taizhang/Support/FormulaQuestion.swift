import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax
import Tally

/// What an EXPRESSION on a command line asks for.
struct FormulaQuestion {
    /// Nil for an indicator whose name would read as an expression.
    var expression: Expression?
    var indicator: IndicatorID?
    var compiled: CompiledFormula

    /// The cell that answers it, where it is an indicator, alone or at another time.
    func cell(_ period: Period, _ evaluator: Evaluator) -> (IndicatorID, Period)? {
        let ledger = evaluator.tally.ledger
        if let indicator { return (indicator, period) }
        guard case .call(let function, let arguments, _, _) = expression, let id = ledger.indicator(arguments.first) else { return nil }
        let asked: Period? =
            switch function {
            case .previous: ledger.adjacentPeriod(before: period)
            case .lastYear: period.lastYear
            case .ytd where evaluator.isToDate(id): Period(ledger.yearStart(of: period), period.end)
            case .ytd: period
            default: nil
            }
        return asked.map { (id, $0) }
    }

    var isGrowthOnYearAgo: Bool {
        guard case .call(.yoy, _, _, _) = expression else { return false }
        return true
    }

    /// The growth that answers it, published or not, where it is that of an indicator.
    func growth(_ unit: UnitID, _ period: Period, _ evaluator: Evaluator) -> (IndicatorID, Growth?)? {
        guard case .call(let function, let arguments, _, _) = expression, let id = evaluator.tally.ledger.indicator(arguments.first)
        else { return nil }
        switch function {
        case .yoy: return (id, evaluator.yearOnYear(unit, id, period))
        case .pop: return (id, evaluator.periodOnPeriod(unit, id, period))
        default: return nil
        }
    }
}

extension Tally {
    /// Reads an expression; a mistake is told with what was meant.
    func question(asked text: String) throws(UsageError) -> FormulaQuestion {
        // A name may hold what reads as an operator: `R&D经费/营业收入`.
        let named = ledger.indicators.find(text)
        let quoted = "\"\(text)\""
        let formula: Formula
        do throws(FormulaMistake) {
            formula = try Formula.read(named == nil ? text : quoted)
        } catch {
            throw .mistake(error, in: text)
        }
        guard formula.comparison == nil, formula.filters.isEmpty, formula.each == nil else { throw .notAnExpression(text) }
        for name in formula.left.indicatorNames where ledger.indicators.find(name.text) == nil {
            _ = try ledger.indicator(asked: name.text)
        }
        for call in formula.left.registerCalls {
            // The file plays no part: the places are in what was typed.
            if let mistake = ledger.registers.mistakes(in: call, FileID(0)).first { throw .mistake(mistake) }
        }
        do throws(FormulaProblem) {
            let indicator = named ?? ledger.indicator(formula.left)
            return FormulaQuestion(expression: formula.left, indicator: indicator, compiled: try compile(formula))
        } catch {
            throw .mismatch(error, in: text)
        }
    }
}

extension Ledger {
    fileprivate func indicator(_ expression: Expression?) -> IndicatorID? {
        guard case .name(let name) = expression else { return nil }
        return indicators.find(name.text)
    }

    /// A measure by name, for values that are numbers of it rather than quanta.
    func measure(of name: String) -> Measure {
        var measure = measures.find(name).map { measures[$0] } ?? measures[.none]
        measure.name = name
        measure.factor = 1
        return measure
    }
}

extension UsageError {
    fileprivate static func mistake(_ diagnostic: Diagnostic) -> UsageError {
        UsageError(message: diagnostic.message, help: [diagnostic.primary.label].compactMap { $0 })
    }

    fileprivate static func notAnExpression(_ text: String) -> UsageError {
        UsageError(
            message: Localized(en: "'\(text)' cannot be asked for", zh: "不能取 '\(text)' 的值"),
            help: [
                Localized(
                    en: "ask for an indicator x or an expression: x / y, yoy(x), pop(x), share(x), ytd(x), previous(x), last-year(x)",
                    zh: "可取指标 x 或式子：x / y、同比(x)、环比(x)、占比(x)、累计(x)、上期(x)、上年(x)")
            ])
    }

    fileprivate static func mistake(_ mistake: FormulaMistake, in text: String) -> UsageError {
        let place = String(decoding: Array(text.utf8)[mistake.range.lowerBound..<mistake.range.upperBound], as: UTF8.self)
        let at = place.isEmpty || place == text ? Localized(verbatim: "") : Localized(en: ": \(place)", zh: "：\(place)")
        return UsageError(
            message: Localized(
                en: "'\(text)': \(mistake.message.en)\(at.en)", zh: "'\(text)'：\(mistake.message.zh)\(at.zh)"),
            help: mistake.help + notAnExpression(text).help)
    }

    fileprivate static func mismatch(_ problem: FormulaProblem, in text: String) -> UsageError {
        let sides = [problem.left.measure, problem.right?.measure ?? problem.declared].map { measure in
            measure.isEmpty ? Localized(en: "plain numbers", zh: "纯数") : Localized(verbatim: measure)
        }
        let says = problem.mismatch.says(sides[0], sides[1])
        return UsageError(message: Localized(en: "'\(text)': \(says.en)", zh: "'\(text)'：\(says.zh)"))
    }
}
