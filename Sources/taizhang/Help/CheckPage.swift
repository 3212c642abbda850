import Diagnostics

/// What there is to say about a check: the page that `help CODE` prints, and a file of `docs/checks`.
struct CheckPage: Sendable {
    /// How the mistake looks.
    enum Example: Sendable {
        /// A ledger; its message is made by reading and checking it, so that page and program never differ.
        case ledger(Localized)
        /// A message as it looks, where the ledger would be too long to show.
        case message(Localized)
    }

    var code: String
    /// After the code in the heading.
    var title: Localized
    var says: Localized
    var example: Example
    var why: Localized
    var mend: Localized

    init(_ code: String, title: Localized, says: Localized, example: Example, why: Localized, mend: Localized) {
        self.code = code
        self.title = title
        self.says = says
        self.example = example
        self.why = why
        self.mend = mend
    }

    /// Every page, those of one family together, as `help checks` lists them.
    static let all = syntax + declarations + names + measures + tally + targets + claims + formulas + missing + registers

    /// The page on the check of that code; the rules of a ledger, `rule/NAME`, share one.
    static func named(_ code: String) -> CheckPage? {
        all.first { $0.code == code } ?? (code.hasPrefix("rule/") ? all.first { $0.code == "rule" } : nil)
    }
}
