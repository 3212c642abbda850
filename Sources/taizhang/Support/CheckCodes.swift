/// The codes of all checks, as `--only`, `--skip` and `help` know them.
enum CheckCodes {
    static let all = CheckPage.all.map(\.code)

    /// What stands before the slash; the first of these are named by the ledger itself.
    static let families =
        openFamilies + ["syntax", "name", "measure", "cell", "tally", "target", "claim", "missing", "register", "suspicious"]

    private static let openFamilies = ["rule", "assert"]

    /// Whether `--only` and `--skip` may name it.
    static func isSelector(_ text: String) -> Bool {
        let text = text.hasSuffix("/") ? String(text.dropLast()) : text
        return all.contains(text) || families.contains(text) || openFamilies.contains { text.hasPrefix($0 + "/") }
    }
}
