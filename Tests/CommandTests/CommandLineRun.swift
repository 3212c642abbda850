import Diagnostics
import Foundation
import SourceText
import Testing

@testable import taizhang

/// A command line run inside this process: on the last day of January 2024, 80 columns wide, with a clock that stands still.
struct CommandLineRun {
    var status: Int32
    var output: String
    var errors: String

    private final class Sink {
        var text = ""

        var output: Output {
            Output { text in
                self.text += text
                return true
            }
        }
    }

    /// The process has one working directory, and tests run side by side.
    private static let lock = NSLock()

    /// A line such as `TAIZHANG_FILE=a.taizhang in:folder taizhang check --only 'name/undeclared'`: variables, the folder to be in and a
    /// screen (`screen:60x20`, columns and rows; without colour) are optional, and so is `< FILE` for standard input. What a pager gets
    /// stands between lines that say so.
    static func run(_ line: String, in folder: String) -> CommandLineRun {
        var environment: [String: String] = [:]
        var directory = folder
        var screen: [Int] = []
        var words = split(line)[...]
        while let word = words.first, word != "taizhang" {
            words.removeFirst()
            if word.hasPrefix("in:") {
                directory = URL(filePath: folder).appending(path: String(word.dropFirst(3))).path()
            } else if word.hasPrefix("screen:") {
                screen = word.dropFirst(7).split(separator: "x").compactMap { Int($0) }
            } else if let equals = word.firstIndex(of: "=") {
                environment[String(word[..<equals])] = String(word[word.index(after: equals)...])
            } else {
                Issue.record("a command starts with “taizhang”: \(line)")
            }
        }
        var input = ""
        if let mark = words.firstIndex(of: "<"), mark + 1 < words.endIndex {
            input = (try? String(contentsOfFile: folder + "/" + words[mark + 1], encoding: .utf8)) ?? ""
            words.removeSubrange(mark...mark + 1)
        }
        return run(
            Array(words.dropFirst()), in: directory, environment: environment, screen: screen.count == 2 ? (screen[0], screen[1]) : nil,
            input: input)
    }

    /// `prepare` may change what the command sees of the world.
    static func run(
        _ words: [String], in folder: String, environment: [String: String] = [:], screen: (columns: Int, rows: Int)? = nil,
        input: String = "", prepare: (Context) -> Void = { _ in }
    ) -> CommandLineRun {
        lock.withLock {
            let manager = FileManager.default
            let before = manager.currentDirectoryPath
            defer { _ = manager.changeCurrentDirectoryPath(before) }
            guard manager.changeCurrentDirectoryPath(folder) else {
                return CommandLineRun(status: -1, output: "", errors: "no folder \(folder)")
            }
            let (output, errors) = (Sink(), Sink())
            let context = Context(
                language: .english, width: screen?.columns ?? 80, workingDirectory: manager.currentDirectoryPath, today: (2024, 1, 31),
                outputIsTerminal: screen != nil, environment: { screen != nil && $0 == "NO_COLOR" ? "1" : environment[$0] },
                output: output.output, errors: errors.output)
            context.clock = { 0 }
            context.height = screen?.rows
            context.startPager = { command in
                output.text += "--- pager: \(command)\n"
                return PagerPipe(
                    write: { text in
                        output.text += text
                        return true
                    },
                    finish: {
                        output.text += "--- end of pager\n"
                        return true
                    })
            }
            var answers = input.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)[...]
            context.readAnswer = { answers.popFirst() }
            context.readInput = { .success(SourceBuffer(copying: input.utf8)) }
            prepare(context)
            let status = runProgram(words, in: context)
            return CommandLineRun(status: status.rawValue, output: output.text, errors: errors.text)
        }
    }

    /// Words with blanks between them; single quotes hold a word together.
    private static func split(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in line {
            if character == "'" {
                isQuoted.toggle()
                word = word ?? ""
            } else if character == " ", !isQuoted {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}
