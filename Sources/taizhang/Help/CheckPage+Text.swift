import Checks
import Diagnostics
import Ledger
import Numerics
import Tally

extension CheckPage {
    /// The page in both languages.
    var text: Localized { Localized(en: text(in: .english), zh: text(in: .chinese)) }

    /// Markdown that reads well on a terminal too.
    func text(in language: Language) -> String {
        func heading(_ en: String, _ zh: String) -> String { "\n## " + Localized(en: en, zh: zh).text(in: language) + "\n\n" }
        let colon = language == .chinese ? "：" : ": "
        var text = "# \(code)\(colon)\(title.text(in: language))\n\n\(says.text(in: language))\n"
        text += heading("Example", "示例")
        switch example {
        case .ledger(let ledger):
            text += indented(shown(ledger.text(in: language)))
            text += "\n" + Localized(en: "`taizhang check` says:", zh: "`taizhang check` 的提示：").text(in: language) + "\n\n"
            text += indented(message(about: ledger.text(in: language), in: language))
        case .message(let message): text += indented(message.text(in: language))
        }
        text += heading("Why it matters", "为什么重要") + why.text(in: language) + "\n"
        text += heading("How to mend it", "如何处理") + mend.text(in: language) + "\n"
        return text
    }

    /// What reading and checking the example gives for this code, without the pointer back to this page.
    func message(about ledgerText: String, in language: Language) -> String {
        let ledger = Ledger.load(text: ledgerText + "\n")
        let all = DiagnosticList(ledger.diagnostics + runChecks(Tally(ledger), today: exampleDay, threads: 1))
        let found = all.filter(CodeSelection(only: [code])).sorted()
        guard let first = found.diagnostics.first else { return "" }
        let lines = FullRenderer(sources: ledger.sources, language: language).render(first).split(separator: "\n")
        return lines.dropLast().joined(separator: "\n")
    }

    /// The examples speak of 2013; what had fallen due in May of that year never changes.
    private var exampleDay: Day { .firstOfMonth(year: 2013, month: 5) }

    private func shown(_ ledger: String) -> String { String(ledger.map { $0 == "\0" ? "␀" : $0 }) }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    }
}

extension CheckPage {
    /// All pages by family, a line each.
    static func overview(in language: Language) -> String {
        let zh = language == .chinese
        var text = zh ? "# 检查\n" : "# Checks\n"
        var family: Substring = ""
        for page in all {
            let own = page.code.prefix { $0 != "/" }
            if own != family { text += "\n" }
            family = own
            text += "- `\(page.code)`\(zh ? "：" : ": ")\(page.title.text(in: language))\n"
        }
        return text
    }
}
