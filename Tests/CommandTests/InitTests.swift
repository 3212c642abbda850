import Diagnostics
import Testing

@testable import taizhang

@Suite struct InitTests {
    static let lines: [[String]] = [
        ["--yes"], ["--yes", "--name", "示范区", "--units", "城东园区,河西园区", "--indicators", "规上工业产值 亿元、规上企业数 家"],
        ["--yes", "--name", "North, Inc.", "--units", "A|B", "--units", "C  D", "--indicators", "Output kt"],
        ["--yes", "--fiscal-year-starts", "4", "--units", "一区，二区"], ["sub/folder", "--yes", "--units", "a"],
    ]

    @Test(arguments: lines, Language.allCases)
    func `a new ledger checks clean`(words: [String], language: Language) throws {
        let folder = try TemporaryFolder()
        let result = CommandLineRun.run(["init", "--lang", language.rawValue] + words, in: folder.path)
        #expect(result.errors.isEmpty)
        #expect(result.status == 0)
        let main = words[0].hasPrefix("-") ? "main.taizhang" : words[0] + "/main.taizhang"
        let check = CommandLineRun.run(["check", "-f", main, "--strict"], in: folder.path)
        #expect(check.status == 0)
        #expect(check.output.hasPrefix("nothing wrong in "))
    }

    @Test func `questions are answered line by line`() throws {
        let folder = try TemporaryFolder()
        let result = CommandLineRun.run(["init"], in: folder.path, input: "示范区\n城东园区、河西园区\n规上工业产值 亿元，利润\n13\n4\n")
        #expect(result.status == 0)
        #expect(result.errors.contains("'13' is not a month from 1 to 12"))
        #expect(folder.read("units.taizhang") == "units 示范区\n    城东园区\n    河西园区\n")
        #expect(folder.read("indicators.taizhang") == "indicator 规上工业产值\n    measure 亿元\n\nindicator 利润\n")
        #expect(folder.read("main.taizhang")?.contains("fiscal-year starts 04\n") == true)
    }

    @Test func `indicators that make no ledger are asked for again`() throws {
        let folder = try TemporaryFolder()
        let result = CommandLineRun.run(["init"], in: folder.path, input: "A\n\nOutput kx\nOutput kt; Firms firms\n\n")
        #expect(result.status == 0)
        #expect(result.errors.contains("no measure is called kx"))
        #expect(folder.read("indicators.taizhang") == "indicator Output\n    measure kt\n\nindicator Firms\n    measure firms\n")
        let again = CommandLineRun.run(["init"], in: folder.path, input: "A\n")
        #expect(again.status == 2)
        #expect(again.output.isEmpty)
    }

    @Test(arguments: Language.allCases)
    func `the files are in the style of fmt`(language: Language) throws {
        let folder = try TemporaryFolder()
        let words = ["init", "--yes", "--units", "a,b", "--indicators", "Output kt", "--lang", language.rawValue]
        #expect(CommandLineRun.run(words, in: folder.path).status == 0)
        #expect(CommandLineRun.run(["fmt", "--check"], in: folder.path).status == 0)
    }

    @Test(arguments: ["", "示范区\n", "示范区\n城东园区\n规上工业产值 亿元\n"])
    func `nothing is written before the last answer`(answers: String) throws {
        let folder = try TemporaryFolder()
        #expect(CommandLineRun.run(["init"], in: folder.path, input: answers).output.hasSuffix("nothing written\n"))
        #expect(folder.names.isEmpty)
    }

    @Test(arguments: ["main.taizhang", "units.taizhang", "indicators.taizhang"])
    func `no file is written over`(name: String) throws {
        let folder = try TemporaryFolder([name: "; mine\n"])
        let result = CommandLineRun.run(["init", "--yes", "--indicators", "Output kt"], in: folder.path)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: there is a \(name) already\n"))
        #expect(folder.names == [name])
        #expect(folder.read(name) == "; mine\n")
    }

    @Test func `answers that make no ledger are refused`() throws {
        let folder = try TemporaryFolder()
        let result = CommandLineRun.run(["init", "--yes", "--units", "a,a"], in: folder.path)
        #expect(result.status == 2)
        #expect(result.errors.contains("declared twice"))
        #expect(folder.names.isEmpty)
    }

    @Test func `units that make no ledger are asked for again, and no answer is lost`() throws {
        let folder = try TemporaryFolder()
        let result = CommandLineRun.run(["init"], in: folder.path, input: "示范区\n城东园区,城东园区\n城东园区,河西园区\n\n\n")
        #expect(result.status == 0)
        #expect(result.errors.contains("the unit 城东园区 is declared twice"))
        #expect(folder.read("units.taizhang") == "units 示范区\n    城东园区\n    河西园区\n")
    }
}
