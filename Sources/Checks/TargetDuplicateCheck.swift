import Diagnostics
import Ledger
import Tally

/// `target/duplicate`: one target of one issuer twice, with neither being a revision of the other.
func duplicateTargets(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    let wording = TargetWording(tally)
    return tally.targets.duplicates.map { duplicate in
        let target = duplicate.again
        let (unit, indicator) = (wording.unit(target.unit), wording.indicator(target.indicator))
        let period = wording.period(target.period)
        return Diagnostic(
            "target/duplicate",
            Localized(
                en: "the target of \(unit) for \(indicator) in \(period.en) is stated twice",
                zh: "\(unit)\(period.zh)的\(indicator)目标写了两次"),
            at: Annotation(wording.span(target), Localized(en: "again here", zh: "此处重复")),
            related: [Annotation(wording.span(duplicate.first), Localized(en: "first here", zh: "先在此处"))],
            help: [
                Localized(
                    en: "keep one; or, if the later one replaces the earlier, head its block “revise target \(period.en) … on DATE”",
                    zh: "请只留一处；若后者是调整，请把块头写成“修订 目标 \(period.zh) … 于 日期”"),
                Localized(
                    en: "targets of different issuers stand side by side: name the issuer before “->”",
                    zh: "不同单位下达的目标可以并存：请在“->”之前写明下达单位"),
            ])
    }
}
