/// The codes of all checks, as `--only`, `--skip` and `help` know them.
enum CheckCodes {
    static let all = [
        "syntax/encoding", "syntax/line", "syntax/body", "syntax/block", "syntax/period", "syntax/number", "syntax/value",
        "syntax/claim", "syntax/declaration", "syntax/field", "syntax/formula", "syntax/include", "syntax/empty", "name/undeclared",
        "name/duplicate", "name/ambiguous", "name/confusable", "name/circle", "name/outside-life", "measure/unknown",
        "measure/mismatch", "measure/points", "measure/conflict", "cell/duplicate", "tally/time", "tally/unit", "tally/parts",
        "suspicious/jump", "suspicious/sign", "suspicious/falling",
    ]

    /// What stands before the slash; the first of these are named by the ledger itself, or have codes that are still to come.
    static let families = openFamilies + ["syntax", "name", "measure", "cell", "tally", "suspicious"]

    private static let openFamilies = ["rule", "assert", "target", "claim", "missing", "register"]

    /// Whether `--only` and `--skip` may name it.
    static func isSelector(_ text: String) -> Bool {
        let text = text.hasSuffix("/") ? String(text.dropLast()) : text
        return all.contains(text) || families.contains(text) || openFamilies.contains { text.hasPrefix($0 + "/") }
    }
}
