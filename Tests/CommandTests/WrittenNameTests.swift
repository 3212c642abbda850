import Checks
import Diagnostics
import Ledger
import Tally
import Testing

@testable import taizhang

/// Names that need quotes, or seem to, declared by the program.
@Suite struct WrittenNameTests {
    static let words = [
        "c", "甲", "->", "on", "2024", "2024-01-02", "=", "＝", "|", ";", "；", "#", "!", "*", "?", "-", "—", "5", "3m", "yoy", "同比", ",", "、",
        "n/a", "约", ">", "(", "）", "unit", "单位", "where", "每", "+", "%", "'", "“", "measure", "includes", "\t", "　", " ", "  ",
    ]

    /// All of one word, of two with and without a blank between, and some longer ones.
    static let names: [String] = {
        var names = words
        for first in words { for second in words { names += [first + second, first + " " + second] } }
        for index in words.indices {
            names.append("甲 \(words[index]) \(words[(index * 7 + 3) % words.count])")
            names.append("\(words[(index * 5 + 1) % words.count]) \(words[index])甲")
        }
        return names.filter { $0.contains { !" \t　".contains($0) } }
    }()

    private func problems(_ text: String) -> [String] {
        let ledger = Ledger.load(text: text)
        return (ledger.diagnostics + runChecks(Tally(ledger), threads: 1)).map { "\($0.code): \($0.message.en)" }
    }

    @Test func `what “declare” writes is read as it was meant`() {
        var tried = 0
        for name in Self.names {
            let text = "2024  \"\(name)\"\n    \"\(name)\"  5\n2024  \"市:\(name)\"\n    另外  5\n"
            let informal = Ledger.load(text: text)
            guard informal.diagnostics.isEmpty else { continue }
            tried += 1
            let whole = text + MissingDeclarations(of: informal).text
            #expect(problems(whole) == [], "\(whole)")
            let formal = Ledger.load(text: whole)
            #expect(formal.indicators.indicators.map(\.name) == informal.indicators.indicators.map(\.name))
            #expect(formal.units.find(name).isKnown)
        }
        #expect(tried > 3_000)
    }

    @Test func `what a fix declares is read as it was meant`() {
        var tried = 0
        for name in Self.names {
            let text =
                "unit 别处\nindicator 别的\nindicator 另外\n2024  \"\(name)\"\n    别的  5\n2024  别处\n    \"\(name)\"  5\n    另外  5 \"\(name)\"\n"
            let found = Ledger.load(text: text).diagnostics
            guard found.map(\.code.text).sorted() == ["measure/unknown", "name/undeclared", "name/undeclared"] else { continue }
            tried += 1
            let blocks = found.compactMap { $0.fixes.last?.block }
            // A blank that is none there is a slip.
            if name.contains("　") {
                #expect(blocks == [], "\(name)")
                continue
            }
            #expect(blocks.count == 3 && problems(text + blocks.joined()) == [], "\(text + blocks.joined())")
        }
        #expect(tried > 2_000)
    }
}

extension UnitTree.Reference {
    fileprivate var isKnown: Bool {
        if case .unknown = self { false } else { true }
    }
}
