import Diagnostics
import Foundation

@testable import taizhang

/// Replays what a document types at a prompt, inside this process.
///
/// The process has one working directory, which other tests may be changing: commands get absolute paths, and what they print is
/// shown without the folder in front.
final class Console {
    private let folder: String
    private let language: Language
    private var status: taizhang.ExitStatus = .success

    private final class Sink {
        var text = ""

        func output() -> Output {
            Output { text in
                self.text += text
                return true
            }
        }
    }

    init(folder: String, language: Language) {
        self.folder = folder
        self.language = language
    }

    /// What follows a line, standard output and standard error as they come; nil for a command that is none of ours.
    func run(_ line: String) -> [String]? {
        if line == "echo $?" { return ["\(status.rawValue)"] }
        var words = Self.split(line)
        if words.starts(with: ["swift", "run", "-c", "release"]) { words.removeFirst(4) }
        guard words.first == "taizhang" else { return nil }
        let sink = Sink()
        let environment = ["TAIZHANG_FILE": ledger]
        let context = Context(
            language: language, workingDirectory: folder, today: (2024, 7, 15), environment: { environment[$0] },
            output: sink.output(), errors: sink.output())
        context.clock = { 0 }
        status = runProgram(absolute(Array(words.dropFirst())), in: context)
        let shown = sink.text.trimmingSuffix("\n")
        return shown.isEmpty ? [] : withoutFolder(shown.components(separatedBy: "\n"))
    }

    /// A column of paths is as wide as its longest one: where its heading stands over it, blanks go with the folder.
    private func withoutFolder(_ lines: [String]) -> [String] {
        let prefix = folder + "/"
        guard lines.contains(where: { $0.contains(prefix) }) else { return lines }
        let blanks = String(repeating: " ", count: prefix.count)
        return lines.map { line in
            line.contains(prefix) ? line.replacing(prefix, with: "") : line.replacing("  " + blanks, with: "  ", maxReplacements: 1)
        }
    }

    private var ledger: String {
        let main = folder + "/main.taizhang"
        return FileManager.default.fileExists(atPath: main) ? main : folder + "/ledgers/main.taizhang"
    }

    /// Puts the folder before the value of every flag that names a file.
    private func absolute(_ words: [String]) -> [String] {
        var words = words
        for index in words.indices.dropFirst() where ["-f", "--file", "-o", "--output"].contains(words[index - 1]) {
            words[index] = folder + "/" + words[index]
        }
        return words
    }

    /// Words with blanks between them; quotes hold a word together.
    private static func split(_ line: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if quote == nil, character == " " {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}
