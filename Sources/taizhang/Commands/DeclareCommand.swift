import Diagnostics
import Ledger

let declareCommand = CommandSpec(
    "declare", aliases: ["声明"],
    summary: Localized(en: "print the declarations that a ledger without them would need", zh: "为未作声明的台账生成所需的声明"), category: .writing,
    examples: [
        Example(
            command: "taizhang declare >> main.taizhang",
            what: Localized(en: "from now on a mistyped name is an error", zh: "此后写错名称即报错"))
    ]
) { arguments, context in
    guard let ledger = loadLedger(arguments, context) else { return .couldNotRun }
    let text = MissingDeclarations(of: ledger).text
    if text.isEmpty {
        let nothing = Localized(
            en: "; nothing to declare: units and indicators are declared already\n", zh: "；无需声明：单位和指标均已声明\n")
        context.print(nothing.text(in: context.language))
    } else {
        context.print(text)
    }
    return .success
}
