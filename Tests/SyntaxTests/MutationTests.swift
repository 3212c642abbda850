import Foundation
import SourceText
import Testing

@testable import Syntax

/// Texts that nobody would write: reading them must neither trap nor hang. Always the same ones; `.ci/fuzz` looks for more.
@Suite struct MutationTests {
    private static let corpus = [
        "2013 ! 金华市 -> 婺城区 on 2014-01-20 | n ; c\n  产值 > 1,202.50 亿元 yoy +8.2% rank 3/9\n  \"a b\" n/a\nrevise target FY2013-Q1..Q2 甲\n  乙 +12%\n",
        "units 甲  kind x\n  a  code 1, opened 2010-01\n    b  closed 2015-12\n\tc\nunit 甲:乙\n  succeeded-by a\n  apart\nindicators measure 家\n  户数  alias 户\n",
        "indicator 甲 = yoy(a（b）) - min(c, 5 家) / (d + -e)\n  expected monthly by 10 from kind 园区, x until 2015\n  parts a + b\n  over-units cover\n",
        "measure 15 亩 = 10000 平方米\nphase 甲 22 25 25 28\nphase 乙 last-year\nrule r warn missing zero a <= b where k = v, each month\nassert 2013 甲  a = 5%\n",
        "register 难题\n  states A -> B | C, C -> B\n  due 60 days -> B\n  fields x, y\nitem 难题 1  t\n  unit 甲\n  2013-02-20 A | n\n  2013-03-01 unit 乙\n",
        "指标 甲\n　计量　亿元\n２０１３年１－５月　甲\n　乙　２０２．５　亿元　同比＋８．２％　；注\n财年始于 4月\ninclude */*.taizhang\n",
    ]

    /// Few in an ordinary run; `TAIZHANG_MUTATIONS` asks for more.
    private static let rounds = ProcessInfo.processInfo.environment["TAIZHANG_MUTATIONS"].flatMap { Int($0) } ?? 2000

    @Test func `whatever the text, reading ends and every place lies in it`() throws {
        var random = SplitMix64(state: 20_130_101)
        var texts = Self.corpus.map { Array($0.utf8) }
        for path in LedgerFiles.paths {
            let bytes = try LedgerFiles.bytes(path)
            let start = Int(random.next() % UInt64(max(1, bytes.count - 2000)))
            texts.append(Array(bytes[start..<min(bytes.count, start + 2000)]))
        }
        for round in 0..<Self.rounds {
            let text = mutate(texts[round % texts.count], &random)
            check(text)
            if round % 8 == 0 { checkPaths(text) }
        }
    }

    @Test(arguments: [
        "x", " ", "\t", "\"", "(", "a|", "a -> ", "a, ", "yoy ", "1", "1,", "-", "=", "甲 ", "　", "a+", "kind a,", "on 2", "; ", "> ",
        "from a ",
    ])
    func `long lines of the same, wherever they go on, are read to their end`(unit: String) {
        let many = String(repeating: unit, count: 8000 / unit.utf8.count)
        let heads = [
            "", "2013 ", "2013 甲\n ", "2013 甲\n a ", "2013 甲\n a 5 ", "unit ", "units ", "units 甲\n ", "indicator a = ", "indicator a\n ",
            "rule r  ",
            "indicator a\n parts ", "indicator a\n alias ", "indicator a\n expected monthly from ", "register r\n states ",
            "register r\n due ",
            "item r ", "item r 1\n ", "phase a ", "assert 2013 ", "measure ", "include ", "target 2013 ",
        ]
        for head in heads { check(Array((head + many + "\n").utf8)) }
    }

    @Test func `a line that nobody wrote is refused by its first characters`() {
        let long = "2013 甲\n a " + String(repeating: "甲", count: 400_000) + " 1\n a 2\n"
        let reading = Reading(long)
        #expect(reading.problems == ["syntax/line at  a " + String(repeating: "甲", count: 20)])
        #expect(reading.rows.count == 1)
    }

    /// Comments keep a text off the path for plain lines, but not inside quotes, and a line feed would no longer end with its return.
    private func checkPaths(_ text: [UInt8]) {
        let string = String(decoding: text, as: UTF8.self)
        guard !string.unicodeScalars.contains(where: { "\"＂\r".unicodeScalars.contains($0) }) else { return }
        let plain = Reading(string)
        let general = Reading(string.replacing("\n", with: " ;\n"))
        #expect(plain.rows == general.rows)
        #expect(plain.headers == general.headers)
        #expect(plain.problems == general.problems)
    }

    private func mutate(_ text: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var text = text
        for _ in 0...Int(random.next() % 6) where !text.isEmpty {
            let at = Int(random.next() % UInt64(text.count))
            let other = Int(random.next() % UInt64(text.count))
            switch random.next() % 5 {
            case 0: text[at] = UInt8(truncatingIfNeeded: random.next())
            case 1: text.remove(at: at)
            case 2: text.insert(Array(" \t;|\"(),.->=+*\n09\r".utf8)[Int(random.next() % 18)], at: at)
            case 3: text.removeSubrange(min(at, other)..<min(max(at, other), min(at, other) + 12))
            default: text.insert(contentsOf: text[other..<min(text.count, other + 20)], at: at)
            }
        }
        return text
    }

    private func check(_ text: [UInt8]) {
        let reading = Reading(bytes: text)
        let count = reading.buffer.count
        for diagnostic in reading.piece.diagnostics {
            let ends = [diagnostic.primary.span.range.upperBound] + diagnostic.related.map(\.span.range.upperBound)
            #expect(ends.allSatisfy { $0 <= count })
        }
        #expect(reading.piece.declarations.allSatisfy { $0.range.upperBound <= count })
        #expect(reading.piece.headers.reduce(0) { $0 + Int($1.rowCount) } == reading.piece.figureCount)
    }
}

/// Steele, Lea and Flood's generator: small, and the same everywhere.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
