import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Syntax
import Tally

/// `textDocument/inlayHint`: completion and lead beside figures that have a target, and beside targets as of the last period that figures
/// of the unit speak of.
let inlayHintRequest = RequestHandler("textDocument/inlayHint") { request throws(ProtocolError) in
    let subject = try request.subject()
    let snapshot = subject.snapshot
    if snapshot.tally.targets.isEmpty { return .array([]) }
    let range = request.range(in: subject)
    var hints: [JSON] = []
    for block in subject.ledgerFile.blocks(in: range) where block.kind == .figures || block.kind == .targets {
        guard let (unit, header) = snapshot.header(at: block.header.lowerBound, in: subject.file), let period = header.period else {
            continue
        }
        for line in block.lines where line.upperBound >= range.lowerBound && line.lowerBound <= range.upperBound {
            guard let body = BodyLine.reread(subject.buffer, at: subject.ledgerFile.lineStart(line.lowerBound)),
                let id = snapshot.ledger.indicators.find(body.name.text),
                let text = snapshot.standing(CellKey(unit, id, period), isTarget: block.kind == .targets)
            else { continue }
            hints.append(
                .object([
                    ("position", snapshot.position(of: body.valueRange.upperBound, in: subject.file).json), ("label", .string(text)),
                    ("paddingLeft", .bool(true)),
                ]))
        }
    }
    return .array(hints)
}

extension Snapshot {
    /// `51.2%, lead +1.3`; nil where there is no target, or nothing to hold it against.
    fileprivate func standing(_ key: CellKey, isTarget: Bool) -> String? {
        var period = key.period
        if isTarget {
            guard let last = lastPeriod(key, in: ledger.year(of: period)) else { return nil }
            period = last
        } else if tally.targets.periods(key.unit, key.indicator).isEmpty {
            return nil
        }
        guard let progress = evaluator.progress(key.unit, key.indicator, period, step: .month), let percent = progress.completion.percent
        else { return nil }
        var text = say("", "完成 ") + TargetText.percent(percent)
        if let lead = progress.lead { text += say(", lead ", "，超序时 ") + TargetText.lead(lead) }
        if isTarget, period != key.period { text += " · " + period.spelled(in: language, fiscalStart: ledger.fiscalStart) }
        return text
    }

    /// From the year's start to the end of the latest figure in it, of the unit itself or of one below it.
    private func lastPeriod(_ key: CellKey, in year: Period) -> Period? {
        var end: Day?
        var units = [key.unit]
        while let unit = units.popLast() {
            if let series = ledger.figures.find(unit, key.indicator) {
                let ends = ledger.figures.figures(of: series).lazy.map(\.period).filter { year.contains($0) }.map(\.end)
                if let last = ends.max(), last > end ?? last.advanced(by: -1) { end = last }
            } else {
                units += ledger.units.parts(of: unit)
            }
        }
        return end.map { Period(key.period.end < $0 ? key.period.start : year.start, min($0, key.period.end)) }
    }
}
