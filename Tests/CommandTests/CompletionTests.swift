import Diagnostics
import Testing

@testable import taizhang

@Suite struct CompletionTests {
    private static let main = """
        units 示范区
            城东园区    kind 园区
            河西园区    kind 园区
        units 邻区
            城东园区
        indicator 规上工业产值
            measure 亿元
            alias 产值
        indicator Output
            measure kt
        register 难题
            states 交办, 办结
        2024-01  河西园区
            规上工业产值   4.33 亿元
        2024-Q1  河西园区
            规上工业产值   9.33 亿元

        """

    /// The words up to the cursor, and what is offered; descriptions left out.
    static let lines: [([String], [String])] = [
        (["re"], ["report", "revisions"]), (["检"], ["检查"]), (["report", "--by", ""], ["month", "quarter", "half", "year"]),
        (["report", "--by=q"], ["--by=quarter"]), (["report", "--gro"], ["--group-by"]), (["--la"], ["--lang"]),
        (["--lang", ""], ["en", "zh"]),
        (["report", "--unit", "河"], ["河西园区"]), (["report", "--unit", "城"], []), (["report", "--unit", "示范区:"], ["示范区:城东园区", "示范区:河西园区"]),
        (["report", "--unit", "a", "--unit", "邻"], ["邻区", "邻区:城东园区"]), (["value", ""], ["2024-Q1", "2024-01", "2024"]),
        (["value", "2024年"], ["2024年一季度", "2024年1月", "2024年"]), (["value", "2024", "河"], ["河西园区"]),
        (["value", "2024", "河西园区", "out"], ["Output"]), (["value", "2024", "河西园区", "yoy(产"], ["yoy(产值"]),
        (["value", "2024", "河西园区", "don"], ["done("]), (["value", "2024", "河西园区", "Output", ""], []),
        (["list", "f"], ["files"]), (["list", "units", "--where", "ki"], ["kind="]), (["list", "units", "--where", "kind="], ["kind=园区"]),
        (["check", "--only", "tally,target/d"], ["tally,target/duplicate"]), (["help", "tally/u"], ["tally/unit"]),
        (["man", "ver"], ["version"]),
        (["completions", ""], ["bash", "zsh", "fish"]), (["-f", ""], [":file"]), (["check", "-f"], []), (["init", ""], [":folder"]),
        (["check", "--strict", "--stri"], []), (["nosuch", ""], []), (["report", "--nosuch", "--by", "ha"], ["half"]),
        (["value", "--", "-f", ""], ["示范区", "示范区:城东园区", "河西园区", "邻区", "邻区:城东园区"]), (["-f", "-", "value", ""], []),
        (["report", "--show", "value,y"], ["value,yoy", "value,ytd"]), (["-fnone.taizhang", "value", ""], []), ([], ["check"]),
    ]

    @Test(arguments: lines)
    func `what may stand at the cursor is offered`(words: [String], expected: [String]) throws {
        let folder = try TemporaryFolder(["main.taizhang": Self.main])
        let result = CommandLineRun.run(["complete", "--"] + words, in: folder.path)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        let offered = result.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        if words.isEmpty { #expect(offered.first == "check") } else { #expect(offered == expected) }
    }

    @Test(arguments: ["2024-01 河西园区\n  规上\n units", "\0\u{1}", "include nowhere/*\nunit 河西园区\n"])
    func `a broken ledger offers what it can, in silence`(text: String) throws {
        let folder = try TemporaryFolder(["main.taizhang": text])
        let result = CommandLineRun.run(["complete", "--", "value", "2024", ""], in: folder.path)
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(text.hasPrefix("\0") ? result.output.isEmpty : result.output.contains("河西园区"))
    }

    @Test func `no ledger, no candidates, and a broken setting is not told here`() throws {
        let folder = try TemporaryFolder(["taizhang.conf": "[nonsense]\n"])
        let result = CommandLineRun.run(["complete", "--", "value", ""], in: folder.path)
        #expect((result.status, result.output, result.errors) == (0, "", ""))
    }

    @Test func `fields are offered in the language at hand, and in the one that is being typed`() throws {
        let folder = try TemporaryFolder(["main.taizhang": Self.main])
        func offered(_ words: [String], _ language: Language) -> String {
            CommandLineRun.run(["complete", "--"] + words, in: folder.path, prepare: { $0.language = language }).output
        }
        #expect(offered(["items", "--by", ""], .chinese) == "类别\n")
        #expect(offered(["items", "--by", ""], .english) == "kind\n")
        #expect(offered(["items", "--by", "ki"], .chinese) == "kind\n")
        #expect(offered(["list", "units", "--where", "类别="], .english) == "类别=园区\n")
    }
}
