import Diagnostics
import Foundation
import SourceText
import Testing

@testable import Formatting

/// Texts of all kinds: the project's ledgers, the inputs of its recorded cases, and the examples of the format.
enum Texts {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let paths: [String] = ["ledgers", "Tests/CommandTests/Golden"].flatMap { folder in
        let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
        return all.filter { $0.hasSuffix(".taizhang") }.sorted().map { folder + "/" + $0 }
    }

    static func bytes(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: root.appending(path: path))) }

    /// The blocks of code in the description of the format.
    static func examples() throws -> [[UInt8]] {
        let parts = String(decoding: try bytes("docs/format.md"), as: UTF8.self).components(separatedBy: "```")
        return parts.indices.filter { $0 % 2 == 1 && parts[$0].hasPrefix("taizhang") }.map { index in
            Array(parts[index].drop { $0 != "\n" }.dropFirst().utf8)
        }
    }
}

@Suite struct PropertyTests {
    @Test func `there are texts`() throws {
        #expect(Texts.paths.count > 50)
        #expect(try Texts.examples().count > 40)
    }

    @Test(arguments: Texts.paths)
    func `a file means the same, formatted, and formatting it again changes nothing`(path: String) throws {
        try check(Texts.bytes(path), [nil, .english, .chinese])
    }

    @Test func `so do the examples of the format`() throws {
        for example in try Texts.examples() {
            check(example, [nil, .english, .chinese])
        }
    }

    /// Few in an ordinary run; `TAIZHANG_MUTATIONS` asks for more.
    private static let rounds = ProcessInfo.processInfo.environment["TAIZHANG_MUTATIONS"].flatMap { Int($0) } ?? 1000

    @Test func `so do texts that nobody would write`() throws {
        var random = SplitMix64(state: 20_130_103)
        var texts = seeds.map { Array($0.utf8) } + (try Texts.examples())
        for path in Texts.paths { texts.append(Array(try Texts.bytes(path).prefix(1500))) }
        for round in 0..<Self.rounds {
            let text = mutate(texts[round % texts.count], &random)
            check(text, [[nil, .english, .chinese][round % 3]])
        }
    }

    @Test func `parts of a file are formatted as they are in the whole`() throws {
        var random = SplitMix64(state: 7)
        for path in Texts.paths where path.hasPrefix("ledgers") {
            let buffer = SourceBuffer(copying: try Texts.bytes(path))
            let whole = formattingEdits(of: buffer)
            for _ in 0..<5 {
                let start = Int(random.next() % UInt64(buffer.count))
                let range = ByteRange(start, min(buffer.count, start + 300))
                let part = formattingEdits(of: buffer, in: range)
                let outside = Set(part).subtracting(whole)
                // The tree of a `units` block is not indented anew by halves.
                #expect(outside.isEmpty || path.hasSuffix("units.taizhang"))
                let inside = whole.filter { $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound }
                #expect(Set(inside).isSubset(of: part) || path.hasSuffix("units.taizhang"))
            }
        }
    }

    @Test func `large files are cut where nothing is aligned across`() throws {
        for path in Texts.paths where path.hasPrefix("ledgers") {
            let buffer = SourceBuffer(copying: try Texts.bytes(path))
            let whole = formattingEdits(of: buffer)
            let parts = cut(buffer, about: 700)
            #expect(parts.map(\.count).reduce(0, +) == buffer.count)
            #expect(parts.count > 1 || buffer.count < 2000)
            let cutEdits = parts.flatMap { part in
                formattingEdits(of: buffer, in: ByteRange(part.lowerBound, max(part.lowerBound, part.upperBound - 1)))
            }
            #expect(cutEdits == whole)
        }
    }

    private func check(_ text: [UInt8], _ languages: [Language?]) {
        let buffer = SourceBuffer(copying: text)
        let meaning = Meaning(text)
        let shown = String(decoding: text.prefix(2000), as: UTF8.self)
        for language in languages {
            let options = FormattingOptions(keywords: language)
            let formatted = buffer.applying(formattingEdits(of: buffer, options: options))
            let difference = Meaning(formatted).difference(from: meaning)
            #expect(difference == "", "\(shown)")
            let edits = formattingEdits(of: SourceBuffer(copying: formatted), options: options)
            #expect(edits.isEmpty, "\(shown)")
            if language == nil { #expect(bare(formatted) == bare(text), "\(shown)") }
            #expect(comments(formatted) == comments(text), "\(shown)")
        }
    }

    /// The characters that are no blanks, in ASCII where they have a form of it, line by line.
    private func bare(_ text: [UInt8]) -> String {
        var result = ""
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0x20, 0x09, 0x3000: break
            case 0xFF01...0xFF5E: result += String(UnicodeScalar(UInt8(scalar.value - 0xFEE0))).lowercased()
            case 0x3001: result += ","
            case 0x2013, 0x2014, 0x2212: result += "-"
            case 0x2192: result += "->"
            case 0x2265: result += ">="
            case 0x2264: result += "<="
            default: result += String(scalar).lowercased()
            }
        }
        return result
    }

    /// Lines that are empty or comments, in their places.
    private func comments(_ text: [UInt8]) -> [Int: String] {
        var result: [Int: String] = [:]
        for (index, line) in String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let bare = line.trimmingCharacters(in: CharacterSet(charactersIn: " \t\u{3000}\r"))
            if bare.isEmpty || "#;；＃".contains(bare.prefix(1)) { result[index] = bare }
        }
        return result
    }

    private func mutate(_ text: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        for _ in 0...Int(random.next() % 6) where !scalars.isEmpty {
            let at = Int(random.next() % UInt64(scalars.count))
            let other = Int(random.next() % UInt64(scalars.count))
            let signs = Array(" \t;|\"(),.->=+*\n09\r　、，（）：％＂—→≥；＝甲 其中 yoy 同比 免报 每月 “".unicodeScalars)
            switch random.next() % 4 {
            case 0: scalars.remove(at: at)
            case 1, 2: scalars.insert(signs[Int(random.next() % UInt64(signs.count))], at: at)
            default: scalars.insert(contentsOf: scalars[other..<min(scalars.count, other + 8)], at: at)
            }
        }
        return Array(String(String.UnicodeScalarView(scalars)).utf8)
    }

    private let seeds = [
        "2013 ! 金华市 -> 婺城区 on 2014-01-20 | n ; c\n  产值 > 1,202.50 亿元 yoy +8.2% rank 3/9\n  \"a b\" n/a\nrevise target FY2013-Q1..Q2 甲\n  乙 +12%\n",
        "units 甲  kind x\n  a  code 1, opened 2010-01\n    b  closed 2015-12\n\tc\nunit 甲:乙\n  succeeded-by a\n  apart\nindicators measure 家\n  户数  alias 户\n",
        "indicator 甲 = yoy(a（b）) - min(c, 5 家) / (d + -e)\n  expected monthly by 10 from kind 园区, x until 2015\n  parts a + b\n  over-units cover\n",
        "measure 15 亩 = 10000 平方米\nphase 甲 22 25 25 28\nphase 乙 last-year\nrule r warn missing zero a <= b where k = v, each month\nassert 2013 甲  a = 5%\n",
        "register 难题\n  states A -> B | C, C -> B\n  due 60 days -> B\n  fields x, y\nitem 难题 1  t\n  unit 甲\n  2013-02-20 A | n\n  2013-03-01 unit 乙\n",
        "指标 甲\n　计量　亿元\n２０１３年１－５月　甲\n　乙　２０２．５　亿元　同比＋８．２％　；注\n财年始于 4月\ninclude */*.taizhang\n",
    ]
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
