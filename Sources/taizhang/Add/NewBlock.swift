import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax

/// A block of figures still to be written.
struct NewBlock {
    var header: String
    /// Body lines as typed: name, value, measure, claims.
    var entries: [String] = []

    /// Its lines, values under each other.
    var lines: [String] {
        let parts = entries.map(Self.cut)
        let width = parts.map { displayWidth($0.name) }.max() ?? 0
        return [header] + parts.map { name, rest in rest.isEmpty ? "    \(name)" : "    \(padRight(name, to: width))   \(rest)" }
    }

    private static func cut(_ entry: String) -> (name: String, rest: String) {
        let buffer = SourceBuffer(copying: ("    " + entry).utf8)
        guard let line = BodyLine.reread(buffer, at: 0) else { return (entry, "") }
        let rest = buffer.text(ByteRange(line.name.range.upperBound, buffer.count)).trimmingBlanks()
        return (buffer.text(line.name.range), rest)
    }
}

extension Ledger {
    /// The header of a block, which reads as just this period and this unit.
    func header(_ period: Period, _ unit: String, status: Status?, reportedOn: Day?) -> String {
        let mark: [Status: String] = [.estimate: " ?", .preliminary: " !", .final: " *"]
        let start = period.spelled(in: .english, fiscalStart: fiscalStart) + (status.flatMap { mark[$0] } ?? "") + "  "
        let end = reportedOn.map { " on \($0)" } ?? ""
        for name in [unit, quotedName(unit)] {
            let text = start + name + end
            let read = HeaderLine.reread(SourceBuffer(copying: text.utf8), at: 0, fiscalStart: fiscalStart)
            if read.unit?.text == unit, read.period == period, read.reportedOn == reportedOn, read.issuer == nil { return text }
        }
        return start + "\"\(unit)\"" + end
    }
}
