import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Syntax
import Tally

/// What is known of a cell, in lines for people.
struct CellText {
    let snapshot: Snapshot
    let key: CellKey

    private var ledger: Ledger { snapshot.ledger }
    private var evaluator: Evaluator { snapshot.evaluator }
    private var language: Language { snapshot.language }
    private var measure: Measure { ledger.measures[ledger.indicators[key.indicator].measure] }

    /// Value, growth, target and lead, each on a line; then where the value comes from.
    var lines: [String] { [title] + [growth, target].compactMap { $0 } + sources }

    private func say(_ en: String, _ zh: String) -> String { language == .chinese ? zh : en }

    private var title: String {
        let derivation = evaluator.derivation(key.unit, key.indicator, key.period)
        let period = key.period.spelled(in: language, fiscalStart: ledger.fiscalStart)
        let unit = ledger.units[key.unit].displayName(in: language)
        let way = WayWords(ledger: ledger, derivation: derivation).text.text(in: language)
        guard derivation.cell.way != .nothing, let interval = derivation.cell.interval else { return "\(period) \(unit): \(way)" }
        let amount = AmountText(interval, measure, in: language)
        let range = amount.interval.isEmpty ? "" : " \(amount.interval)"
        return "\(period) \(unit): **\(amount.value)**\(range), \(way)"
    }

    private var growth: String? {
        guard let growth = evaluator.yearOnYear(key.unit, key.indicator, key.period) else { return nil }
        let number = TargetText.number(growth.interval, hasSign: true) + (growth.isInPoints ? " pp" : "%")
        let source = growth.isPublished ? say("as published", "公布数") : say("from the two levels", "由两期数值算出")
        return say("on a year ago \(number), \(source)", "同比 \(number)，\(source)")
    }

    private var target: String? {
        guard let progress = evaluator.progress(key.unit, key.indicator, key.period, step: .month) else { return nil }
        let completion = progress.completion
        var parts: [String] = []
        if let standing = completion.target {
            let line = BodyLine.reread(ledger.sources[standing.target.file].buffer, at: standing.target.line)
            let written = line.map { ledger.sources[standing.target.file].buffer.text($0.valueRange) } ?? ""
            let issuer = standing.issuer == key.unit ? "" : say(" from ", "，下达：") + ledger.units[standing.issuer].displayName(in: language)
            parts.append(say("target ", "目标 ") + written + issuer)
        }
        if let percent = completion.percent { parts.append(say("completion ", "完成 ") + TargetText.percent(percent)) }
        if let due = progress.schedule?.percent { parts.append(say("schedule ", "序时 ") + TargetText.percent(due)) }
        if let lead = progress.lead { parts.append(say("lead ", "超序时 ") + TargetText.lead(lead)) }
        return parts.isEmpty ? nil : parts.joined(separator: say(", ", "，"))
    }

    /// The lines behind the value, unless it stands on one that says so itself.
    private var sources: [String] {
        let figures = evaluator.derivation(key.unit, key.indicator, key.period).figures
        let shown = figures.prefix(6).map { figure in
            let span = ledger.valueSpan(of: figure)
            let line = ledger.lineNumber(of: figure)
            let text = ledger.sources[span.file].buffer.text(span.range)
            let name = Path.relative(ledger.sources[span.file].path, to: Path.directory(of: ledger.sources.files[0].path))
            return "- [\(name):\(line)](\(snapshot.uri(of: span.file))#L\(line)) \(text)"
        }
        if figures.count <= 6 { return shown }
        return shown + [say("- and \(figures.count - 6) more", "- 另有 \(figures.count - 6) 行")]
    }
}
