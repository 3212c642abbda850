import Diagnostics
import Ledger
import SourceText

/// A name or a pattern as typed on a command line.
struct NameMatcher {
    let pattern: String

    init(_ pattern: String) { self.pattern = pattern }

    func matches(_ name: String) -> Bool { globMatches(pattern, name) }
}

/// The indicators that names, aliases and patterns mean, in the order of the ledger; all where none is given.
func indicators(named patterns: [String], in table: IndicatorTable) throws(ReportProblem) -> [IndicatorID] {
    if patterns.isEmpty { return Array(table.ids) }
    var found: Set<IndicatorID> = []
    for pattern in patterns {
        if let id = table.find(pattern) {
            found.insert(id)
            continue
        }
        let matcher = NameMatcher(pattern)
        let matching = table.ids.filter { id in
            let indicator = table[id]
            return ([indicator.name, indicator.nameEn, indicator.nameZh].compactMap { $0 } + indicator.aliases)
                .contains(where: matcher.matches)
        }
        if matching.isEmpty { throw .unknown(pattern, Localized(en: "indicator", zh: "指标"), among: Array(table.names)) }
        found.formUnion(matching)
    }
    return found.sorted()
}

extension ReportProblem {
    /// No such name, with those that are written nearly so.
    static func unknown(_ name: String, _ what: Localized, among names: [String]) -> ReportProblem {
        unknown(name, what, near: nearest(name, in: names.sorted()).map(Localized.init(verbatim:)))
    }

    static func unknown(_ name: String, _ what: Localized, near: [Localized]) -> ReportProblem {
        ReportProblem(
            Localized(en: "no \(what.en) is called \(name)", zh: "没有叫“\(name)”的\(what.zh)"),
            help: Localized.didYouMean(oneOf: near).map { [$0] } ?? [])
    }
}
