import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// `name/outside-life`: an item that its unit left behind when it closed. Depends on the day, so a warning.
func strandedItems(_ tally: Tally, _ findings: TallyFindings) -> [Diagnostic] {
    findings.stranded.compactMap { standing in
        guard let id = standing.stay.unit, let closed = tally.ledger.units[id].closed else { return nil }
        let (items, unit) = (tally.ledger.items, tally.ledger.units[id])
        let (name, state) = (items.name(of: standing.item), tally.ledger.registers[items.register(of: standing.item)][standing.stay.state])
        let last = closed.advanced(by: -1)
        let heir = unit.succeededBy.map { tally.ledger.units[$0].name }
        return Diagnostic(
            "name/outside-life", .warning,
            Localized(
                en: "the item \(name) is still \(state) in \(unit.name), which closed on \(last)",
                zh: spaced("事项 \(name) 仍在\(unit.name)处于\(state)，而该单位已于 \(last) 撤销")),
            at: Annotation(
                items.event(standing.stay.event, of: standing.item).span,
                Localized(en: "it counts there no more", zh: "此后不再计入该单位")),
            related: unit.declaredAt.map { [Annotation($0, Localized(en: "declared here", zh: "在此声明"))] } ?? [],
            help: [
                Localized(
                    en: "say to which unit it moved: \(closed) unit \(heir ?? "NAME")",
                    zh: spaced("请写明移交给谁：\(closed) 单位 \(heir ?? "名称")"))
            ])
    }
}
