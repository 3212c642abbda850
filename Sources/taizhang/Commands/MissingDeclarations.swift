import Ledger
import SourceText
import Syntax

/// Declarations of the units and indicators that an informal ledger only uses. Behind its text they make it formal, and find nothing
/// wrong in it that was not wrong before.
struct MissingDeclarations {
    private let ledger: Ledger
    private let isChinese: Bool

    init(of ledger: Ledger) {
        self.ledger = ledger
        let names = ledger.units.units.map(\.name) + ledger.indicators.indicators.map(\.name)
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
        if units.subUnits(of: root).isEmpty {
            // Declared, a bare name means the one longer path that ends in it.
            return nested(units[root].name) == 1 ? nil : word("unit", "单位") + " " + nameAsWritten(units[root].name) + "\n"
        }
        return word("units", "单位组") + " " + nameAsWritten(units[root].name) + "\n" + lines(below: root, indent: "    ")
    }

    private func lines(below unit: UnitID, indent: String) -> String {
        ledger.units.subUnits(of: unit).map { id in
            indent + nameAsWritten(ledger.units[id].name) + "\n" + lines(below: id, indent: indent + "    ")
        }.joined()
    }

    private func nested(_ name: String) -> Int {
        ledger.units.units.count { $0.name == name && $0.parent != nil }
    }

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
