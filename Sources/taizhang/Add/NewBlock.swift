import Diagnostics
import Formatting
import Ledger
import Numerics
import SourceText
import Syntax

/// A block of figures still to be written.
struct NewBlock {
    var header: String
    /// Body lines as typed: name, value, measure, claims.
    var entries: [String] = []

    /// Its lines, in the style of `fmt`.
    var lines: [String] {
        let text = ([header] + entries.map { "    " + $0 }).joined(separator: "\n")
        let buffer = SourceBuffer(copying: text.utf8)
        let styled = formatted(buffer).map { String(decoding: $0, as: UTF8.self) } ?? text
        return styled.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension Ledger {
    /// The header of a block, which reads as just this period and this unit.
    func header(_ period: Period, _ unit: String, status: Status?, reportedOn: Day?, in language: BlockLanguage) -> String {
        let mark: [Status: String] = [.estimate: " ?", .preliminary: " !", .final: " *"]
        let start = period.spelled(in: language.periods, fiscalStart: fiscalStart) + (status.flatMap { mark[$0] } ?? "") + "  "
        let end = reportedOn.map { " \(language.keywords.choose(en: "on", zh: "于")) \($0)" } ?? ""
        for name in [unit, nameAsWritten(unit)] {
            let text = start + name + end
            let read = HeaderLine.reread(SourceBuffer(copying: text.utf8), at: 0, fiscalStart: fiscalStart)
            if read.unit?.text == unit, read.period == period, read.reportedOn == reportedOn, read.issuer == nil { return text }
        }
        return start + "\"\(unit)\"" + end
    }

    /// The entry with its name in quotes where it starts with an indicator that would otherwise end early, such as `Top 10 firms`.
    func quotingName(of entry: String) -> String {
        let entry = entry.trimmingBlanks()
        let names = indicators.ids.map { indicators[$0].name }.filter { entry.hasPrefix($0 + " ") }
        guard let name = names.max(by: { $0.utf8.count < $1.utf8.count }) else { return entry }
        return nameAsWritten(name) + entry.dropFirst(name.count)
    }
}
