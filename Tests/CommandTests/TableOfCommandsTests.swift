import Diagnostics
import Foundation
import Testing

@testable import taizhang

/// What follows from the table of commands.
@Suite struct TableOfCommandsTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test(arguments: allCommands.map(\.name))
    func `a command has a Chinese name, examples, and both languages`(name: String) throws {
        let command = try #require(allCommands.first { $0.name == name })
        #expect(!command.examples.isEmpty)
        #expect(command.aliases.contains { $0.contains { !$0.isASCII } } || name == "version")
        for example in command.examples { #expect(example.command.contains("taizhang \(name)") || example.command.contains("--no-config")) }
        #expect(command.arguments.dropLast().allSatisfy { $0.kind != .rest }, "the rest comes last")
        let flags = command.flags + globalFlags
        #expect(Set(flags.map(\.long)).count == flags.count, "two flags have one name")
        #expect(Set(flags.compactMap(\.short)).count == flags.compactMap(\.short).count, "two flags have one letter")
        let texts = [command.summary, command.details].compactMap { $0 } + command.flags.map(\.summary) + command.examples.map(\.what)
        for text in texts {
            #expect(!text.en.isEmpty)
            #expect(text.en.allSatisfy { $0.isASCII || $0 == "…" })
            #expect(text.zh != text.en)
        }
    }

    @Test(arguments: allCommands.map(\.name), Language.allCases)
    func `a manual page names every flag and example, and no line of it is taken for a macro`(name: String, language: Language) throws {
        let command = try #require(allCommands.first { $0.name == name })
        let page = try #require(ManualPage.all(allCommands).first { $0.name == "taizhang-" + name })
        let text = page.roff(in: language)
        let macros: Set<Substring> = [".TH", ".SH", ".TP", ".PP", ".RS", ".RE", ".nf", ".fi"]
        for line in text.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(macros.contains(line.prefix { $0 != " " }))
        }
        for flag in command.flags + globalFlags { #expect(text.contains(Roff.bold("--" + flag.long))) }
        for example in command.examples { #expect(text.contains(Roff.bold(example.command))) }
    }

    @Test func `the page on the command line is that of help`() throws {
        var text = """
            # Command line

            What `taizhang help COMMAND` prints, for every command. `taizhang man --write FOLDER` writes the same as manual pages, and
            `taizhang completions bash|zsh|fish` prints a script that lets a shell complete commands, flags, units, indicators and
            periods. A file [`taizhang.conf`](#config) may set flags.

            ```text
            \(overviewPage(of: allCommands, in: .english))```

            """
        for command in allCommands { text += "\n## \(command.name)\n\n```text\n\(commandPage(of: command, in: .english))```\n" }
        let file = Self.root.appending(path: "docs/command-line.md")
        if ProcessInfo.processInfo.environment["TAIZHANG_RECORD"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
}
