import Diagnostics
import Testing

@testable import taizhang

private func parse(_ line: String) throws -> ParsedArguments {
    try ArgumentParser.parse(line.split(separator: " ").map(String.init), commands: commandsForTests)
}

@Suite struct ArgumentParserTests {
    @Test(arguments: [
        "check 2013 --period 2014", "check 2013 --period=2014", "check 2013 -p 2014", "check -p2014 2013", "检查 -p2014 -- 2013",
    ])
    func `every spelling of a flag with a value reads the same`(line: String) throws {
        let parsed = try parse(line)
        #expect(parsed.command?.name == "check")
        #expect(parsed.string("period") == "2014")
        #expect(parsed.arguments == ["2013"])
        #expect(!parsed.has("strict"))
    }

    @Test func `switches bundle, and a value may follow them`() throws {
        let parsed = try parse("check -sqp2014 2013")
        #expect(parsed.has("strict") && parsed.has("quiet"))
        #expect(parsed.string("period") == "2014")
    }

    @Test func `repeatable flags keep their order`() throws {
        let parsed = try parse("check -i 出口额 2013 --indicator=进口额")
        #expect(parsed.strings("indicator") == ["出口额", "进口额"])
    }

    @Test func `global flags may stand before the command`() throws {
        let parsed = try parse("-f a.taizhang --color=never check 2013")
        #expect(parsed.string("file") == "a.taizhang")
        #expect(parsed.string("color") == "never")
        #expect(parsed.command?.name == "check")
    }

    @Test func `a value keeps its equals signs, and may be empty`() throws {
        #expect(try parse("check 2013 --period=a=b").string("period") == "a=b")
        #expect(try parse("check 2013 --period=").string("period") == "")
    }

    @Test func `dashes that name no flag are arguments`() throws {
        #expect(try parse("list - -5% -- --strict -q").arguments == ["-", "-5%", "--strict", "-q"])
    }

    @Test func `optional arguments may be left out`() throws {
        let parsed = try parse("check 2013")
        #expect(parsed.argument(0) == "2013")
        #expect(parsed.argument(1) == nil)
    }

    @Test func `help needs no arguments`() throws {
        #expect(try parse("check --help").has("help"))
        #expect(try parse("check -h").has("help"))
    }

    @Test(arguments: [
        ("chekc 2013", "there is no command chekc", "did you mean check?"),
        ("检察", "there is no command 检察", "did you mean 检查?"),
        ("check 2013 --strct", "there is no flag --strct of check", "did you mean --strict?"),
        ("--strict check 2013", "there is no flag --strict", "more: taizhang help"),
        ("check 2013 -x", "there is no flag -x of check", "more: taizhang help check"),
        ("check 2013 -sx", "there is no flag -x of check", "more: taizhang help check"),
        ("check 2013 --period", "--period needs a value", "--period PERIOD"),
        ("check 2013 --period --strict", "--period needs a value", "--period PERIOD"),
        ("check 2013 --format", "--format needs a value", "--format full|concise|json"),
        ("check 2013 --strict=yes", "--strict takes no value, but got yes", ""),
        ("check 2013 --format jsn", "--format cannot be 'jsn'", "did you mean json?"),
        ("check 2013 --order 升许", "--order cannot be '升许'", "did you mean 升序?"),
        ("check 2013 --format xyz", "--format cannot be 'xyz'", "it is one of: full, concise, json"),
        ("check 2013 --strict --strict", "--strict is given twice", ""),
        ("check 2013 -p 1 --period 2", "--period is given twice", ""),
        ("check", "check needs PERIOD", "usage: taizhang check [flags] PERIOD [UNIT]"),
        ("check 2013 a b", "check takes no further argument, but got 'b'", "usage: taizhang check [flags] PERIOD [UNIT]"),
        ("version now", "version takes no further argument, but got 'now'", "usage: taizhang version [flags]"),
    ])
    func `a mistake is named, with a way out`(line: String, message: String, help: String) throws {
        let error = try #require(throws: UsageError.self) { try parse(line) }
        #expect(error.message.en == message)
        #expect((error.help.first?.en ?? "") == help)
        #expect(error.message.zh.contains { !$0.isASCII })
    }
}
