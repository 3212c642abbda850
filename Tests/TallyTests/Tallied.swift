import Checks
import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally
import Testing

/// A ledger in a text, ready to be asked.
struct Tallied {
    let ledger: Ledger
    let tally: Tally
    let evaluator: Evaluator

    init(_ text: String, asOf: Day? = nil) { self.init(Ledger.load(text: text), asOf: asOf) }

    init(_ ledger: Ledger, asOf: Day? = nil) {
        self.ledger = ledger
        tally = Tally(ledger, asOf: asOf)
        evaluator = Evaluator(tally)
    }

    func unit(_ name: String) throws -> UnitID {
        guard case .unit(let id) = ledger.units.find(name) else { throw Missing(name: name) }
        return id
    }

    func indicator(_ name: String) throws -> IndicatorID {
        guard let id = ledger.indicators.find(name) else { throw Missing(name: name) }
        return id
    }

    /// `PERIOD UNIT INDICATOR`
    func cell(_ question: String) throws -> Cell {
        let key = try key(question)
        return evaluator.cell(key.unit, key.indicator, key.period)
    }

    func key(_ question: String) throws -> CellKey {
        let words = question.split(separator: " ").map(String.init)
        guard words.count == 3 else { throw Missing(name: question) }
        return CellKey(try unit(words[1]), try indicator(words[2]), try period(words[0]))
    }

    /// `VALUE LOW HIGH WAY REPORTED/EXPECTED`, in the declared measure; `-` for what is not there.
    func text(_ question: String) throws -> String {
        let cell = try cell(question)
        let measure = ledger.measures[ledger.indicators[try key(question).indicator].measure]
        let numbers = cell.interval.map { interval -> [String] in
            let number = MachineNumber(interval, factor: measure.factor)
            return [number.value, number.low ?? "-", number.high ?? "-"]
        }
        return ((numbers ?? ["-", "-", "-"]) + ["\(cell.way)", "\(cell.reported)/\(cell.expected)"]).joined(separator: " ")
    }

    /// What reading and checking find, in file order: the code, and the lines that it speaks of, the primary one first.
    var problems: [String] {
        let all = DiagnosticList(ledger.diagnostics + runChecks(tally, threads: 1)).sorted().diagnostics
        return all.map { diagnostic in
            let lines = ([diagnostic.primary] + diagnostic.related).map { line($0.span) }
            let mark = diagnostic.severity == .warning ? "?" : ""
            return "\(diagnostic.code)\(mark): " + lines.joined(separator: " | ")
        }
    }

    private func line(_ span: SourceSpan) -> String {
        let file = ledger.sources[span.file]
        let number = file.lines.location(of: span.range.lowerBound).line
        let text = file.buffer.text(file.lines.range(ofLine: number))
        return text.split(separator: " ").joined(separator: " ")
    }

    struct Missing: Error { var name: String }
}

/// `2013`, `2013-H1`, `2013-Q1`, `2013-03`, `2013-01..05`
func period(_ text: String) throws -> Period {
    let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
    guard let year = Int(parts[0]) else { throw Tallied.Missing(name: text) }
    guard parts.count > 1 else { return .year(year) }
    let rest = parts[1]
    if rest.hasPrefix("Q"), let quarter = Int(rest.dropFirst()) { return .quarter(year, quarter) }
    if rest.hasPrefix("H"), let half = Int(rest.dropFirst()) { return .half(year, half) }
    let ends = rest.split(separator: ".").compactMap { Int($0) }
    guard let first = ends.first, let last = ends.last else { throw Tallied.Missing(name: text) }
    return .months(from: (year, first), through: (year, last))
}

/// What to ask of a ledger, and what comes back.
struct Question: Sendable, CustomTestStringConvertible {
    var ledger: String
    var asks: String
    var expects: String

    init(_ asks: String, _ expects: String, in ledger: String) {
        self.ledger = ledger
        self.asks = asks
        self.expects = expects
    }

    var testDescription: String { asks + " is " + expects }
}

/// A ledger, and all that is wrong with it.
struct Findings: Sendable, CustomTestStringConvertible {
    var name: String
    var ledger: String
    var expects: [String]

    init(_ name: String, _ expects: [String], in ledger: String) {
        self.name = name
        self.ledger = ledger
        self.expects = expects
    }

    var testDescription: String { name }
}
