import Diagnostics
import Ledger
import Tally

/// What the parts of one page share: the language, the explanations that its numbers lead to, and the names of places in it.
public final class PageContext {
    let language: Language
    let evaluator: Evaluator
    let explanations: Explanations
    private var places = 0

    var ledger: Ledger { evaluator.tally.ledger }

    /// For one page.
    public init(_ tally: Tally, language: Language) {
        self.language = language
        evaluator = Evaluator(tally)
        explanations = Explanations(evaluator: evaluator, language: language)
    }

    /// A name that no other place of the page has.
    func newPlace() -> String {
        places += 1
        return "t\(places)"
    }

    func text(_ localized: Localized) -> String { localized.text(in: language) }
}
