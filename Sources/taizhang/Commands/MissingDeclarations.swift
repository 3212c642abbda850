import Ledger
import SourceText
import Syntax

/// Declarations of the units and indicators that an informal ledger only uses. Behind its text they make it formal, and find nothing
/// wrong in it that was not wrong before; where a name would mean another unit then, they say so.
struct MissingDeclarations {
    private let ledger: Ledger
    private let isChinese: Bool
    private var nestedByName = NameMap<[UnitID]>()

    init(of ledger: Ledger) {
        self.ledger = ledger
        let names = ledger.units.units.map(\.name) + ledger.indicators.indicators.map(\.name)
        for id in ledger.units.ids where ledger.units.parent(of: id) != nil { nestedByName[ledger.units[id].name, default: []].append(id) }
        isChinese = names.count { $0.unicodeScalars.contains { $0.value >= 0x2E80 } } * 2 > names.count
    }

    /// Empty where nothing is missing; starts with an empty line, to stand behind other blocks.
    var text: String {
        var blocks: [String] = []
        if ledger.units.isInformal { blocks += ledger.units.roots.compactMap(block) }
        if ledger.indicators.isInformal { blocks += ledger.indicators.indicators.map(block) }
        return blocks.map { "\n" + $0 }.joined()
    }

    /// A unit alone, or the tree below it.
    private func block(_ root: UnitID) -> String? {
        let units = ledger.units
        let (name, others) = (units[root].name, nested(units[root].name))
        let remark = others.isEmpty ? "" : remark(name, others)
        if units.subUnits(of: root).isEmpty {
            // Declared, a bare name means the one longer path that ends in it.
            return others.count == 1 ? remark : remark + word("unit", "单位") + " " + nameAsWritten(name) + "\n"
        }
        return remark + word("units", "单位组") + " " + nameAsWritten(name) + "\n" + lines(below: root, indent: "    ")
    }

    /// A root that has the name of units below others cannot be declared beside them: there is no longer path to call it by.
    private func remark(_ name: String, _ others: [String]) -> String {
        let (english, chinese) = (others.joined(separator: ", "), others.joined(separator: "、"))
        return others.count == 1
            ? word(
                "; \(name) and \(english) are two units so far; declared, they are one: rename one of them if they are not\n",
                "；\(name)与\(chinese)目前是两个单位，声明后即为一个；如不是同一单位，请改名\n")
            : word(
                "; \(name) is a unit beside \(english) so far; declared, it is ambiguous: rename it, or write the path that is meant\n",
                "；\(name)目前与\(chinese)并列，声明后有歧义；请改名，或写出所指的路径\n")
    }

    private func lines(below unit: UnitID, indent: String) -> String {
        ledger.units.subUnits(of: unit).map { id in
            indent + nameAsWritten(ledger.units[id].name) + "\n" + lines(below: id, indent: indent + "    ")
        }.joined()
    }

    /// The paths of units of that name that are no roots.
    private func nested(_ name: String) -> [String] { (nestedByName[name] ?? []).map { ledger.units.path(of: $0) } }

    /// The measure as seen, and the nature that goes with it.
    private func block(_ indicator: Indicator) -> String {
        let measure = ledger.measures[indicator.measure]
        var text = word("indicator", "指标") + " " + nameAsWritten(indicator.name) + "\n"
        if !measure.name.isEmpty { text += "    " + word("measure", "计量") + " " + measureAsWritten(measure.name) + "\n" }
        let nature = measure.isRate ? word("rate", "比率") : word("flow", "流量")
        return text + "    " + word("nature", "性质") + " " + nature + "\n"
    }

    private func word(_ en: String, _ zh: String) -> String { isChinese ? zh : en }
}
