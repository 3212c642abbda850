import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

extension BulletinIssue {
    /// Who still owes what for the time up to the period's end, and what came late in it; nil where nobody is asked for reports. `owed` is
    /// the table of what `accounts` say.
    func reporting(_ accounts: [Completeness.Account], _ owed: Table, today: Day) -> [Bulletin.Block] {
        guard !accounts.isEmpty else { return [] }
        let behind = accounts.filter { !$0.owed.isEmpty }
        let units = Set(behind.map(\.unit)).count
        let indicators = Set(behind.map(\.indicator)).count
        let count = behind.reduce(0) { $0 + $1.owed.count }
        let late = accounts.reduce(0) { $0 + $1.late.count }
        let lateText =
            late == 0
            ? Localized(verbatim: "")
            : Localized(en: " \(late) report\(late == 1 ? "" : "s") came in late.", zh: "另有\(late)期迟报。")
        guard count > 0 else {
            let all = Localized(en: "As of \(today) all that was due is in.\(lateText.en)", zh: "截至\(today)，应报数据均已报齐。\(lateText.zh)")
            return [.paragraph(Sentence(text(all)))]
        }
        let said = Localized(
            en:
                "As of \(today), \(units) unit\(units == 1 ? "" : "s") had not reported \(count) report\(count == 1 ? "" : "s") of \(indicators) indicator"
                + "\(indicators == 1 ? "" : "s").\(lateText.en)",
            zh: "截至\(today)，\(units)个单位应报未报\(count)期，涉及\(indicators)项指标。\(lateText.zh)")
        return [.paragraph(Sentence(text(said))), .table(owed, gauges: [:])]
    }

    /// What contradicts itself, errors before warnings; the first so many in full, the rest by their number.
    func contradictions(_ found: [Diagnostic]) -> [Bulletin.Block] {
        let most = 20
        guard !found.isEmpty else { return [.paragraph(Sentence(text(Localized(en: "None were found.", zh: "未发现数据矛盾。"))))] }
        let warnings = found.filter { $0.severity != .error }
        let ordered = found.filter { $0.severity == .error } + warnings
        var blocks: [Bulletin.Block] = []
        if !warnings.isEmpty { blocks.append(.paragraph(Sentence(text(Self.mixedStatus(warnings.count))))) }
        blocks.append(.findings(Array(ordered.prefix(most))))
        if ordered.count > most {
            let rest = ordered.count - most
            blocks.append(
                .paragraph(Sentence(text(Localized(en: "… and \(rest) more: taizhang check", zh: "……另有\(rest)条，见 taizhang check")))))
        }
        return blocks
    }

    private static func mixedStatus(_ count: Int) -> Localized {
        Localized(
            en: count == 1
                ? "One, marked as a warning, is between figures of different status: the firmer may well be right."
                : "\(count), marked as warnings, are between figures of different status: the firmer may well be right.",
            zh: "其中\(count)条标为警告，是状态不同的数据之间的矛盾，可能应以较新者为准。")
    }

    /// What was revised since a day; `tables` have the histories of what was.
    func revisions(_ count: Int, _ tables: [Table], since: Day) -> [Bulletin.Block] {
        guard count > 0 else { return [] }
        let said = Localized(
            en: "Since \(since) \(count) figure\(count == 1 ? " or target has" : "s or targets have") been revised.",
            zh: "\(since)以来，修订数据和目标\(count)项。")
        return [.paragraph(Sentence(text(said)))] + tables.map { .table($0, gauges: [:]) }
    }
}
