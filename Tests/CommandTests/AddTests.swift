import Foundation
import Testing

@testable import taizhang

@Suite struct AddTests {
    private static let main = """
        units 示范区
            城东园区
            河西园区
        indicator 规上工业产值
            measure 亿元
        indicator 规上企业数
            measure 家
            nature stock
        indicator 占比 = 规上工业产值 / 规上企业数
            measure 亿元/家
        include figures/*.taizhang
        target 2024  城东园区
            规上工业产值  60 亿元

        """
    private static let first = """
        2024-01  城东园区
            规上工业产值   4.33 亿元
            规上企业数     38 家

        """

    private func ledger() throws -> TemporaryFolder {
        try TemporaryFolder(["main.taizhang": Self.main, "figures/2024.taizhang": Self.first])
    }

    private func add(_ words: [String], in folder: TemporaryFolder, answers: String = "") -> CommandLineRun {
        CommandLineRun.run(["add"] + words, in: folder.path, input: answers)
    }

    @Test func `figures on the command line are written without questions`() throws {
        let folder = try ledger()
        let result = add(["2024-02", "城东园区", "规上工业产值 4.63 亿元 yoy +9%", "规上企业数 39 家"], in: folder)
        #expect(result.status == 0)
        #expect(result.output.hasSuffix("written to figures/2024.taizhang:5\n"))
        #expect(
            folder.read("figures/2024.taizhang") == Self.first + """

                2024-02  城东园区
                    规上工业产值   4.63 亿元   yoy +9%
                    规上企业数    39    家

                """)
        #expect(folder.names == ["figures", "figures/2024.taizhang", "main.taizhang"])
    }

    @Test func `every question shows what is known, and the answers become lines`() throws {
        let folder = try ledger()
        let result = add([], in: folder, answers: "2024-02\n城东园区\n4.63\n\ny\n")
        #expect(result.status == 0)
        #expect(result.output.contains("last 4.33 (2024-01) · target 60 (2024)"))
        #expect(!result.output.contains("占比"))
        #expect(folder.read("figures/2024.taizhang")?.hasSuffix("\n2024-02  城东园区\n    规上工业产值  4.63 亿元\n") == true)
    }

    @Test func `the period stays until all who report are in`() throws {
        let folder = try ledger()
        #expect(add([], in: folder).output.hasPrefix("Period [2024-01]: "))
        #expect(add(["2024-01", "河西园区", "规上企业数 3 家"], in: folder).status == 0)
        #expect(add([], in: folder).output.hasPrefix("Period [2024-02]: "))
        #expect(add(["2024-02", "河西园区", "规上企业数 3 家"], in: folder).status == 0)
        #expect(add([], in: folder).output.hasPrefix("Period [2024-02]: "))
    }

    @Test func `the name of an indicator that would end early is quoted`() throws {
        let folder = try TemporaryFolder(["main.taizhang": "unit A\nindicator Top 10 firms\n    measure items\n"])
        #expect(add(["2024", "A", "Top 10 firms 4"], in: folder).status == 0)
        #expect(CommandLineRun.run(["value", "2024", "A", "Top 10 firms"], in: folder.path).output.hasPrefix("4 items"))
    }

    @Test func `what would not tally is said at once, and may be mended or kept`() throws {
        let folder = try ledger()
        try folder.write("figures/2024.taizhang", Self.first + "\n2024-02..03  城东园区\n    规上工业产值  9.20 亿元\n")
        let answers = "2024-Q1\n城东园区\n13.35\n13.53\n\n\n"
        let mended = add(["--dry-run"], in: folder, answers: answers)
        #expect(mended.output.contains("error[tally/time]"))
        #expect(mended.output.contains("    规上工业产值  13.53 亿元\n\nnothing written\n"))
        let kept = add([], in: folder, answers: "2024-Q1\n城东园区\n13.35\n\n\n\n")
        #expect(kept.status == 1)
        #expect(folder.read("figures/2024.taizhang")?.hasSuffix("    规上工业产值  13.35 亿元\n") == true)
    }

    @Test(arguments: ["", "2024-02\n", "2024-02\n城东园区\n", "2024-02\n城东园区\n4.63\n", "2024-02\n城东园区\n4.63\n\nn\n", "2024-02\n城东园区\n\n\n"])
    func `nothing is written before the last answer`(answers: String) throws {
        let folder = try ledger()
        let result = add([], in: folder, answers: answers)
        #expect(result.status == 0)
        #expect(result.output.hasSuffix("nothing written\n"))
        #expect(folder.read("figures/2024.taizhang") == Self.first)
    }

    @Test func `an answer that means nothing is asked for again, with the nearest names`() throws {
        let result = add(["--dry-run"], in: try ledger(), answers: "20x4\n2024-02\n城冬园区\n城东园区\n4.63\n\n")
        #expect(result.errors.contains("'20x4' is not a period"))
        #expect(result.errors.contains("did you mean 城东园区?"))
        #expect(result.output.contains("2024-02  城东园区\n"))
    }

    @Test func `a unit that shares its name is written with no more of its path than it takes`() throws {
        let main = "units 市\n    甲县\n        城关镇\n    乙县\n        城关镇\nindicator 产值\n    measure 亿元\n"
        let folder = try TemporaryFolder(["main.taizhang": main])
        #expect(add([], in: folder, answers: "2024-01\n甲县:城关镇\n5\ny\n").status == 0)
        #expect(folder.read("main.taizhang")?.contains("\n2024-01  甲县:城关镇\n    产值  5 亿元\n") == true)
    }

    /// Files of the ledger, the line, and the file that gets the block.
    static let places: [([String: String], [String], String)] = [
        (
            ["figures/a.taizhang": "2024-01 城东园区\n    规上工业产值 1\n", "figures/b.taizhang": "2024-01 河西园区\n    规上工业产值 1\n"],
            ["2024-01", "城东园区"], "figures/a.taizhang"
        ),
        (
            ["figures/a.taizhang": "2024-01 城东园区\n    规上工业产值 1\n", "figures/b.taizhang": "2024-02 河西园区\n    规上工业产值 1\n"],
            ["2024-02", "城东园区"], "figures/b.taizhang"
        ),
        (
            ["figures/a.taizhang": "2024-01 城东园区\n    规上工业产值 1\n", "figures/b.taizhang": "2024-02 河西园区\n    规上工业产值 1\n"],
            ["2024-03", "城东园区"], "figures/a.taizhang"
        ),
        (
            ["figures/a.taizhang": "2024-03 河西园区\n    规上工业产值 1\n", "figures/b.taizhang": "2024-02 河西园区\n    规上工业产值 1\n"],
            ["2024-04", "城东园区"], "figures/a.taizhang"
        ),
        ([:], ["2023-04", "城东园区"], "figures/2023.taizhang"),
        (
            ["figures/a.taizhang": "2024-01 城东园区\n    规上工业产值 1\n"], ["2024-02", "城东园区", "--to", "figures/new.taizhang"],
            "figures/new.taizhang"
        ),
        (["figures/a.taizhang": "2024-01 城东园区\n    规上工业产值 1\n"], ["2024-02", "城东园区", "--to", "main.taizhang"], "main.taizhang"),
    ]

    @Test(arguments: places)
    func `the block goes to the file of its like`(files: [String: String], words: [String], expected: String) throws {
        let folder = try TemporaryFolder(["main.taizhang": Self.main].merging(files) { $1 })
        let result = add(words + ["规上企业数 40 家"], in: folder)
        #expect(result.errors.isEmpty)
        #expect(folder.read(expected)?.hasSuffix("\(words[0])  城东园区\n    规上企业数  40 家\n") == true)
    }

    @Test func `why a file cannot be written is told as the system says it`() throws {
        let folder = try ledger()
        let path = folder.path + "/figures/2024.taizhang"
        var answers = ["2024-02", "城东园区", "4.63", "", "y"][...]
        let result = CommandLineRun.run(["add"], in: folder.path) { context in
            context.readAnswer = {
                if answers.count == 1 {
                    try? FileManager.default.removeItem(atPath: path)
                    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
                }
                return answers.popFirst()
            }
        }
        #expect(result.status == 2)
        #expect(result.errors.contains("it is a folder"), "\(result.errors)")
    }

    static let refused: [([String], String)] = [
        (["2024-02", "城冬园区", "规上企业数 1"], "did you mean 城东园区?"), (["2024-0x", "城东园区", "规上企业数 1"], "is not a period"),
        (["2024-02", "城东园区", "规上企业数 1", "--to", "other.taizhang"], "other.taizhang is no file of the ledger"),
        (["2024-02", "城东园区", "规上企业数 1\n2025 城东园区"], "is more than one line"),
        (["2024-02", "城东园区", "规上企业数 1", "-f", "-"], "nothing can be added to standard input"),
        (["2024-02", "城东园区", "规上企业数 1", "--on", "May"], "--on needs a day"),
    ]

    @Test(arguments: refused)
    func `a line that means nothing writes nothing`(words: [String], message: String) throws {
        let folder = try ledger()
        let result = add(words, in: folder)
        #expect(result.status == 2)
        #expect(result.errors.contains(message))
        #expect(folder.read("figures/2024.taizhang") == Self.first)
        #expect(folder.names.count == 3)
    }

    @Test func `status and day stand in the header, and an undeclared name is told but kept`() throws {
        let folder = try ledger()
        let result = add(["2024-02", "城东园区", "规上企亚数 40", "--status", "preliminary", "--on", "2024-03-05"], in: folder)
        #expect(result.status == 1)
        #expect(result.output.contains("did you mean 规上企业数?"))
        #expect(folder.read("figures/2024.taizhang")?.contains("\n2024-02 ! 城东园区  on 2024-03-05\n    规上企亚数  40\n") == true)
    }

    @Test func `permissions stay, and a link is followed`() throws {
        let folder = try ledger()
        let manager = FileManager.default
        try folder.write("kept/2024.taizhang", Self.first)
        let link = folder.path + "/figures/2024.taizhang"
        try manager.removeItem(atPath: link)
        try manager.createSymbolicLink(atPath: link, withDestinationPath: "../kept/2024.taizhang")
        try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path + "/kept/2024.taizhang")
        #expect(add(["2024-02", "城东园区", "规上企业数 40 家"], in: folder).status == 0)
        #expect(folder.read("kept/2024.taizhang")?.hasSuffix("40 家\n") == true)
        #expect(try manager.destinationOfSymbolicLink(atPath: link) == "../kept/2024.taizhang")
        let mode = try manager.attributesOfItem(atPath: folder.path + "/kept/2024.taizhang")[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test func `a file in another encoding is left alone`() throws {
        let folder = try ledger()
        let foreign = Data(Array("2024-03 ".utf8) + [0xC7, 0xF8, 0x0A])
        try foreign.write(to: URL(filePath: folder.path + "/figures/gb.taizhang"))
        let result = add(["2024-02", "城东园区", "规上企业数 40 家", "--to", "figures/gb.taizhang"], in: folder)
        #expect(result.status == 2)
        #expect(result.errors.contains("figures/gb.taizhang is not UTF-8 text"))
        #expect(try Data(contentsOf: URL(filePath: folder.path + "/figures/gb.taizhang")) == foreign)
    }

    @Test(arguments: ["en", "zh"])
    func `a new ledger takes its first figures into a file of the year`(language: String) throws {
        let folder = try TemporaryFolder()
        let words = ["init", "--yes", "--name", "示范区", "--units", "城东园区", "--indicators", "产值 亿元", "--lang", language]
        #expect(CommandLineRun.run(words, in: folder.path).status == 0)
        #expect(add([], in: folder, answers: "\n城东园区\n4.5\n\n").status == 0)
        #expect(folder.read("2023.taizhang") == "2023-12  城东园区\n    产值  4.5 亿元\n")
        #expect(CommandLineRun.run(["check"], in: folder.path).output == "nothing wrong in 4 files · 1 figure\n")
    }

    @Test func `an informal ledger takes names as they come`() throws {
        let folder = try TemporaryFolder(["main.taizhang": "2024-01 North\n    Output 5 kt\n"])
        #expect(add(["2024-02", "South on 2024", "Output 6 kt"], in: folder).status == 0)
        #expect(folder.read("main.taizhang")?.contains("\n2024-02  \"South on 2024\"\n    Output  6 kt\n") == true)
        #expect(CommandLineRun.run(["check"], in: folder.path).status == 0)
    }

    @Test func `a file that may not be written is told before any figure is asked for`() throws {
        let folder = try ledger()
        let refuse: (Context) -> Void = { $0.writeObstacle = { _ in .other("Permission denied") } }
        let result = CommandLineRun.run(["add", "2024-02", "城东园区"], in: folder.path, prepare: refuse)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors == "error: figures/2024.taizhang cannot be written: Permission denied\n")
        #expect(CommandLineRun.run(["add", "2024-02", "城东园区", "规上企业数 3", "--dry-run"], in: folder.path, prepare: refuse).status == 0)
    }

    @Test func `an indicator with a target for that time is asked for, though it has no figures yet`() throws {
        let folder = try ledger()
        try folder.write("figures/2024.taizhang", "2024-01  城东园区\n    规上企业数  38 家\n")
        #expect(!add(["2025-01", "城东园区", "--dry-run"], in: folder, answers: "40\n").output.contains("规上工业产值"))
        let asked = add(["2024-02", "城东园区"], in: folder, answers: "5\n39\n\n").output
        #expect(asked.contains("\n规上工业产值, 100m yuan\n  target 60 (2024)\n"))
        #expect(asked.contains("last 38 (2024-01)"))
    }

    /// What the file of figures holds, the line, and the header that is written.
    static let languages: [(String, [String], String)] = [
        ("2024年1月  城东园区  于 2024-02-05\n    规上企业数  3\n", [], "2024年2月 ! 城东园区  于 2024-03-05"),
        ("2024年1月  城东园区\n    规上企业数  3\n", [], "2024年2月 ! 城东园区  于 2024-03-05"),
        ("2024-01  城东园区\n    规上企业数  3\n", [], "2024-02 ! 城东园区  on 2024-03-05"),
        ("2024-01  城东园区\n    规上企业数  3\n", ["--lang", "zh"], "2024-02 ! 城东园区  于 2024-03-05"),
        ("2024-01  城东园区  on 2024-02-05\n    规上企业数  3  同比 5%\n", ["--lang", "zh"], "2024-02 ! 城东园区  on 2024-03-05"),
        ("2024-01  城东园区\n    规上企业数  3  同比 5%\n", [], "2024-02 ! 城东园区  于 2024-03-05"),
        ("2024年1月  城东园区\n    规上企业数  3  yoy 5%\n", ["--lang", "zh"], "2024年2月 ! 城东园区  on 2024-03-05"),
        ("; nothing yet\n", [], "2024-02 ! 城东园区  on 2024-03-05"),
        ("; nothing yet\n", ["--lang", "zh"], "2024年2月 ! 城东园区  于 2024-03-05"),
    ]

    @Test(arguments: languages)
    func `a block is written in the language of those beside it`(file: String, flags: [String], header: String) throws {
        let main = "unit 城东园区\nindicator 规上企业数\n    measure 家\ninclude figures/*.taizhang\n"
        let folder = try TemporaryFolder(["main.taizhang": main, "figures/2024.taizhang": file])
        let words = ["2024-02", "城东园区", "规上企业数 4", "--status", "preliminary", "--on", "2024-03-05", "--to", "figures/2024.taizhang"]
        #expect(add(words + flags, in: folder).status == 0)
        #expect(folder.read("figures/2024.taizhang") == file + "\n" + header + "\n    规上企业数  4\n")
    }

    @Test func `a new file is written like the file with the latest block`() throws {
        let main = "单位 城东园区\n指标 规上企业数\n    计量 家\n包含 figures/*.taizhang\n"
        let folder = try TemporaryFolder(["main.taizhang": main, "figures/a.taizhang": "2024年1月  城东园区\n    规上企业数  3\n"])
        #expect(add(["2024-02", "城东园区", "规上企业数 4", "--to", "figures/b.taizhang"], in: folder).status == 0)
        #expect(folder.read("figures/b.taizhang") == "2024年2月  城东园区\n    规上企业数  4\n")
    }
}
