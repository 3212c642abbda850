import Diagnostics
import Testing

@testable import taizhang

@Suite struct ProgramTests {
    private final class Sink {
        var output = ""
        var errors = ""
    }

    private func run(_ line: String, language: Language = .english) -> (status: taizhang.ExitStatus, output: String, errors: String) {
        let sink = Sink()
        let context = Context(
            language: language, workingDirectory: "/", today: (2024, 1, 31),
            output: Output { text in
                sink.output += text
                return true
            },
            errors: Output { text in
                sink.errors += text
                return true
            })
        context.commands = commandsForTests
        context.pageForCode = { $0 == "tally/time" ? Localized(en: "parts of time", zh: "时间各部分") : nil }
        let status = runProgram(line.split(separator: " ").map(String.init), in: context)
        return (status, sink.output, sink.errors)
    }

    @Test func `the command's status is the program's`() {
        #expect(run("list a b").status == .contradicted)
        #expect(run("version") == (.success, "taizhang 0.1.0\n", ""))
        #expect(run("--version") == run("version"))
    }

    @Test func `a mistake goes to standard error with status 2, in the language asked for`() {
        let result = run("chekc --lang zh")
        #expect(result.status == .couldNotRun)
        #expect(result.output.isEmpty)
        #expect(result.errors == "错误：没有命令 chekc\n  = 是不是 check？\n  = 全部命令：taizhang help\n")
    }

    @Test func `help knows commands and checks`() {
        #expect(run("help tally/time") == (.success, "parts of time\n", ""))
        #expect(run("help 检查").output == run("check --help").output)
        #expect(run("").output == run("help").output)
        let unknown = run("help tally/tmie")
        #expect(unknown.status == .couldNotRun)
        #expect(unknown.errors.hasPrefix("error: there is no command or check tally/tmie\n"))
    }

    @Test func `the page of a command follows from its data`() {
        let page = """
            taizhang check：检查台账

            用法：taizhang check [选项] 时期 [单位]
            别名：检查

            选项
              -s, --strict                    警告视为错误
              -q, --quiet                     少说
              -p, --period 时期               仅该时期
              -i, --indicator 指标            仅这些指标（可重复）
                  --format full|concise|json  显示方式
                  --order 升序|降序           排序

            所有命令的选项
              -f, --file 文件                台账的首个文件，- 表示标准输入
                  --allow-outside            允许 include 引用台账文件夹之外的文件
                  --lang en|zh               消息和报表的语言
                  --color auto|always|never  颜色；auto 表示仅在终端上
                  --no-pager                 输出较长时不用分页程序
                  --no-config                不读取 taizhang.conf
              -h, --help                     显示帮助

            示例
              taizhang check 2013  一年

            """
        #expect(run("check --help", language: .chinese).output == page)
    }

    @Test(arguments: [("always", false, true), ("never", true, false), ("auto", true, true), ("auto", false, false)])
    func `colour follows the flag, then the terminal`(choice: String, isTerminal: Bool, expected: Bool) {
        let output = Output { _ in true }
        let context = Context(
            language: .english, workingDirectory: "/", today: (2024, 1, 31), outputIsTerminal: isTerminal, output: output, errors: output)
        context.chooseColour(choice)
        #expect(context.usesColour == expected)
    }

    @Test(arguments: [("NO_COLOR", "1"), ("TERM", "dumb")])
    func `the environment may refuse colour`(name: String, value: String) {
        let output = Output { _ in true }
        let context = Context(
            language: .english, workingDirectory: "/", today: (2024, 1, 31), outputIsTerminal: true,
            environment: { $0 == name ? value : nil }, output: output, errors: output)
        context.chooseColour(nil)
        #expect(!context.usesColour)
    }

    @Test func `nothing is written once the reader has gone`() {
        var writes = 0
        let output = Output { _ in
            writes += 1
            return false
        }
        output.print("a")
        output.flush()
        output.print("b")
        output.flush()
        #expect(writes == 1)
        #expect(output.isClosed)
    }
}
