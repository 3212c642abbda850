import Diagnostics
import Ledger
import Reports

extension Lister {
    /// What is tracked case by case: the states of each register, the fields of its items and how many there are.
    func registers() -> Table {
        var table = Table(
            title: Localized(en: "Registers", zh: "台账"),
            columns: [
                Column(Localized(en: "states", zh: "状态"), alignment: .leading),
                Column(Localized(en: "fields", zh: "字段"), alignment: .leading),
                Column(Localized(en: "items", zh: "事项"), alignment: .trailing),
            ], recordKeys: ["name", "name_en", "states", "fields", "items"])
        for id in ledger.registers.ids {
            let register = ledger.registers[id]
            let states = register.states.joined(separator: " ")
            let fields = register.fields.map { $0.name + ($0.isOptional ? "?" : "") }.joined(separator: " ")
            let fieldsInChinese = register.fields.map { Unit.keyName($0.name).zh + ($0.isOptional ? "?" : "") }.joined(separator: " ")
            let count = ledger.items.items(of: id).count
            table.rows.append(
                Row(
                    Localized(en: register.displayName(in: .english), zh: register.displayName(in: .chinese)),
                    cells: [Cell(states), Cell(Localized(en: fields, zh: fieldsInChinese)), Cell(count == 0 ? "" : grouped(count))],
                    fields: [
                        .text("name", register.name), .text("name_en", register.nameEn), .text("states", states),
                        .text("fields", fields.isEmpty ? nil : fields), .number("items", String(count)),
                    ]
                ).withRecord())
        }
        return table
    }
}
