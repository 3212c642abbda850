import Diagnostics

@testable import taizhang

let checkStandIn = CommandSpec(
    "check", aliases: ["检查"], summary: Localized(en: "check the ledger", zh: "检查台账"),
    arguments: [Positional(Localized(en: "PERIOD", zh: "时期")), Positional(Localized(en: "UNIT", zh: "单位"), .optional)],
    flags: [
        .toggle("strict", short: "s", Localized(en: "warnings are errors", zh: "警告视为错误")),
        .toggle("quiet", short: "q", Localized(en: "say less", zh: "少说")),
        .option("period", short: "p", Localized(en: "PERIOD", zh: "时期"), Localized(en: "only there", zh: "仅该时期")),
        .list("indicator", short: "i", Localized(en: "NAME", zh: "指标"), Localized(en: "only these", zh: "仅这些指标")),
        .choice("format", ["full", "concise", "json"], Localized(en: "how findings are shown", zh: "显示方式")),
        .choice("order", ["升序", "降序"], Localized(en: "order", zh: "排序")),
    ],
    examples: [Example(command: "taizhang check 2013", what: Localized(en: "one year", zh: "一年"))]
) { _, _ in .success }

let listStandIn = CommandSpec(
    "list", summary: Localized(en: "list names", zh: "列出名称"), arguments: [Positional(Localized(en: "NAME", zh: "名称"), .rest)]
) { _, _ in .contradicted }

/// A small command line in both languages.
let commandsForTests = [checkStandIn, listStandIn, helpCommand, versionCommand]
