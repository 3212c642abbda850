import Diagnostics
import Ledger
import Numerics
import Reports
import Syntax

/// Finds candidates of every kind. The ledger is read only for a kind that needs it.
struct CandidateSource {
    let context: Context
    let ledger: () -> Ledger?

    typealias Candidate = LineCompletion.Candidate

    /// Those that go on with what is typed.
    func candidates(_ kind: ValueKind, _ typed: String) -> [Candidate] {
        let (lead, rest) = Self.cut(typed, kind)
        let found = all(kind, rest).filter { $0.text.continues(rest) }
        var seen: Set<String> = []
        return found.filter { seen.insert($0.text).inserted }.map { Candidate(text: lead + $0.text, what: $0.what) }
    }

    private func all(_ kind: ValueKind, _ typed: String) -> [Candidate] {
        switch kind {
        case .choice(let values): return values.map { Candidate(text: $0) }
        case .command: return commands(typed)
        case .topic: return commands(typed) + codes + [Candidate(text: "checks")]
        case .code: return codes
        case .measurement: return ReportQuery.Measurement.allCases.map { Candidate(text: $0.rawValue) }
        case .text, .day, .file, .folder: return []
        case .unit, .indicator, .register, .expression, .period, .field, .condition: break
        }
        guard let ledger = ledger() else { return [] }
        switch kind {
        case .unit: return units(ledger, typed)
        case .indicator: return indicators(ledger)
        case .expression: return indicators(ledger) + functions
        case .period: return periods(ledger, typed)
        case .register: return ledger.statements.registers.map { Candidate(text: $0.0.name.text) }
        case .field: return fields(ledger).flatMap { keys(of: $0, typed) }.map { Candidate(text: $0) }
        case .condition: return conditions(ledger, typed)
        default: return []
        }
    }

    /// What is typed may be several things, of which the last is being typed: `tally,na`, `yoy(出`.
    private static func cut(_ typed: String, _ kind: ValueKind) -> (lead: String, rest: String) {
        let ends: Set<Character>
        switch kind {
        case .code, .measurement: ends = [","]
        case .expression: ends = ["(", ",", "+", "*", "/", "（", "，"]
        default: return ("", typed)
        }
        guard let last = typed.lastIndex(where: { ends.contains($0) }) else { return ("", typed) }
        let start = typed.index(after: last)
        let rest = typed[start...].drop { $0 == " " }
        return (String(typed[..<rest.startIndex]), String(rest))
    }

    /// With their other names where one is being typed: a list of all would say everything twice.
    private func commands(_ typed: String) -> [Candidate] {
        context.commands.flatMap { command in
            ([command.name] + (typed.isEmpty ? [] : command.aliases)).map { Candidate(text: $0, what: command.summary) }
        }
    }

    private var codes: [Candidate] {
        CheckPage.all.map { Candidate(text: $0.code, what: $0.title) } + CheckCodes.families.map { Candidate(text: $0) }
    }

    private var functions: [Candidate] {
        [
            "yoy", "pop", "previous", "last-year", "ytd", "parent", "share", "contribution", "target", "done", "lead", "rank", "abs", "min",
            "max",
        ]
        .map { Candidate(text: $0 + "(") }
    }

    /// The shortest name that means only this unit; the full path too where a path is being typed.
    private func units(_ ledger: Ledger, _ typed: String) -> [Candidate] {
        let isPath = typed.contains { $0 == ":" || $0 == "：" }
        return ledger.units.ids.flatMap { id in
            let path = ledger.units.path(of: id)
            let name = ledger.units[id].name
            var names = [path]
            if case .unit(let found) = ledger.units.find(name), found == id { names = isPath ? [name, path] : [name] }
            let parent = ledger.units[id].parent.map { ledger.units.path(of: $0) } ?? ""
            return (names + ledger.units[id].aliases).map { Candidate(text: $0, what: Localized(verbatim: parent)) }
        }
    }

    private func indicators(_ ledger: Ledger) -> [Candidate] {
        ledger.indicators.indicators.flatMap { indicator in
            let measure = ledger.measures[indicator.measure].name
            return ([indicator.name] + indicator.aliases).map { Candidate(text: $0, what: Localized(verbatim: measure)) }
        }
    }

    /// Those of which figures speak, the latest first, and their years; in Chinese where that is being typed.
    private func periods(_ ledger: Ledger, _ typed: String) -> [Candidate] {
        let language: Language = typed.contains { !$0.isASCII } ? .chinese : .english
        var seen: Set<Period> = []
        let stated = ledger.figures.periods.reversed() + ledger.statements.targets.map(\.period)
        return (stated + stated.map { ledger.year(of: $0) }).filter { seen.insert($0).inserted }
            .map { Candidate(text: $0.spelled(in: language, fiscalStart: ledger.fiscalStart)) }
    }

    private func fields(_ ledger: Ledger) -> [UnitField] {
        ledger.units.units.flatMap(\.fields) + ledger.indicators.indicators.flatMap(\.fields)
    }

    private func conditions(_ ledger: Ledger, _ typed: String) -> [Candidate] {
        fields(ledger).flatMap { field in
            keys(of: field, typed).map { Candidate(text: typed.contains("=") ? "\($0)=\(field.value)" : $0 + "=") }
        }
    }

    /// What the key of a field is called in the language at hand; where it is being typed, in either.
    private func keys(of field: UnitField, _ typed: String) -> [String] {
        let name = Unit.keyName(field.key)
        return typed.isEmpty ? [name.text(in: context.language)] : [name.en, name.zh]
    }
}

extension String {
    /// Whether it begins with what is typed, not minding the case of ASCII letters.
    fileprivate func continues(_ typed: String) -> Bool {
        let start = unicodeScalars.prefix(typed.unicodeScalars.count)
        return start.elementsEqual(typed.unicodeScalars) { a, b in
            a == b || a.isASCII && b.isASCII && a.properties.lowercaseMapping == b.properties.lowercaseMapping
        }
    }
}
