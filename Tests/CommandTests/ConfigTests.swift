import Diagnostics
import Testing

@testable import taizhang

@Suite struct ConfigTests {
    private static let ledger = "2024-01 North\n    Output 5 kt\n    Output 6 kt\n"

    private func check(_ words: [String], _ config: String, home: String? = nil) throws -> CommandLineRun {
        let folder = try TemporaryFolder(["main.taizhang": Self.ledger, "taizhang.conf": config, "sub/x": ""])
        let environment = home.map { ["HOME": folder.path + "/" + $0] } ?? [:]
        return CommandLineRun.run(["check"] + words, in: folder.path + "/sub", environment: environment)
    }

    /// The file, further words of the line, and how the output starts.
    static let lines: [(String, [String], String)] = [
        ("[check]\nskip = cell\n", [], "nothing wrong"), ("[check]\nskip = syntax\nskip = cell\n", [], "nothing wrong"),
        ("[检查]\nskip = cell\n", [], "nothing wrong"), ("[report]\nby = month\n", [], "error[cell/duplicate]"),
        ("[check]\nskip = cell\n", ["--skip", "name"], "error[cell/duplicate]"),
        ("[check]\nskip = cell\n", ["--no-config"], "error[cell/duplicate]"),
        ("[check]\r\n  format=concise \r\n", [], "../main.taizhang:3:12: error"), ("\u{FEFF}; why\n# why\n\n[all]\nlang = zh\n", [], "错误"),
        ("[all]\nlang = zh\n[check]\nlang = en\n", [], "error"), ("[all]\nlang = zh\n", ["--lang", "en"], "error"),
        ("[all]\nfile = main.taizhang\n[check]\nformat = concise\n", [], "../main.taizhang:3:12"), ("", [], "error[cell/duplicate]"),
        ("[check]\nstrict = no\nskip = cell\n", [], "nothing wrong"),
    ]

    @Test(arguments: lines)
    func `the file sets what the line does not`(config: String, words: [String], start: String) throws {
        let result = try check(words, config)
        #expect(result.errors.isEmpty)
        #expect(result.output.hasPrefix(start))
    }

    /// A file, and what is said of it: where, and what may have been meant.
    static let mistakes: [(String, String, String)] = [
        ("[chekc]\n", "taizhang.conf:1:1", "did you mean check?"), ("[check]\nskp = x\n", "taizhang.conf:2:1", "did you mean skip?"),
        ("[check]\n  format = jsn\n", "taizhang.conf:2:12", "did you mean json?"), ("skip = x\n", "taizhang.conf:1:1", "below a heading"),
        ("[check]\nskip\n", "taizhang.conf:2:1", "key = value"), ("[check\n", "taizhang.conf:1:1", "does not end in ]"),
        ("[check]\nstrict = perhaps\n", "taizhang.conf:2:10", "yes, no"),
        ("[check]\ntoday = 1\ntoday = 2\n", "taizhang.conf:3:1", "set twice"),
        ("[all]\nallow-outside = yes\n", "taizhang.conf:2:1", "cannot be set in a file"),
        ("[report]\noutput = x\n", "taizhang.conf:2:1", "cannot be set"),
        ("[all]\nskip = cell\n", "taizhang.conf:2:1", "no flag skip of every command"),
        ("[add]\nyes = yes\n", "taizhang.conf:2:1", "cannot be set"),
        ("[check]\n今 = \n", "taizhang.conf:2:1", "there is no flag 今"),
    ]

    @Test(arguments: mistakes)
    func `a mistake in the file is shown where it stands, and nothing is done`(config: String, place: String, message: String) throws {
        let result = try check([], config)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("error[config]"))
        #expect(result.errors.contains("┌─ ../\(place)\n"))
        #expect(result.errors.contains(message))
    }

    @Test func `help and version do without the file, and config shows what is wrong`() throws {
        let folder = try TemporaryFolder(["taizhang.conf": "[all]\nlang = zh\nlng = en\n"])
        #expect(CommandLineRun.run(["version"], in: folder.path).status == 0)
        #expect(CommandLineRun.run(["help"], in: folder.path).output.contains("查询台账"))
        let config = CommandLineRun.run(["config", "--lang", "en"], in: folder.path)
        #expect(config.status == 2)
        #expect(config.output.contains("taizhang.conf:2"))
        #expect(config.errors.contains("did you mean lang?"))
    }

    @Test func `it is not looked for above the home folder, and a value from it is traced to it`() throws {
        #expect(try check([], "[check]\nskip = cell\n", home: "sub").output.hasPrefix("error[cell/duplicate]"))
        #expect(try check([], "[check]\nskip = cell\n", home: ".").output.hasPrefix("nothing wrong"))
        let wrong = try check([], "[check]\ntoday = May\n")
        #expect(wrong.status == 2)
        #expect(wrong.errors.hasSuffix("  = set in ../taizhang.conf:2\n"))
    }

    @Test func `the environment stands before the file, and the line before both`() throws {
        let folder = try TemporaryFolder([
            "a.taizhang": Self.ledger, "b.taizhang": "2024-01 North\n    Output 5 kt\n", "taizhang.conf": "[all]\nfile = a.taizhang\n",
        ])
        #expect(CommandLineRun.run(["check"], in: folder.path).status == 1)
        #expect(CommandLineRun.run(["check"], in: folder.path, environment: ["TAIZHANG_FILE": "b.taizhang"]).status == 0)
        #expect(
            CommandLineRun.run(["check", "-f", "a.taizhang"], in: folder.path, environment: ["TAIZHANG_FILE": "b.taizhang"]).status == 1)
    }

    @Test(arguments: [
        ("TAIZHANG_LANG", "en", "[all]\nlang = zh\n", "error"), ("TAIZHANG_LANG", "", "[all]\nlang = zh\n", "错误"),
        ("NO_COLOR", "1", "[all]\ncolor = always\n", "error"), ("NO_COLOR", "", "[all]\ncolor = always\n", "\u{1B}["),
    ])
    func `a variable stands before the file only where it is not empty`(name: String, value: String, config: String, start: String) throws {
        let folder = try TemporaryFolder(["main.taizhang": Self.ledger, "taizhang.conf": config])
        let result = CommandLineRun.run(["check"], in: folder.path, environment: [name: value])
        #expect(result.output.hasPrefix(start))
    }
}
