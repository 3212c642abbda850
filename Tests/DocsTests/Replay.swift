import Diagnostics
import Foundation

/// Goes through a document from top to bottom: writes its files, types its commands, compares what is printed.
///
/// A block ```` ```taizhang file=NAME ```` writes a file into the folder; a block ```` ```console ```` holds lines that start with `$ `, each
/// followed by its output. A line `…` in an output stands for any number of lines. With `TAIZHANG_RECORD=1` in the environment
/// outputs are written into the document instead.
struct Replay {
    let folder: String
    private(set) var failures: [String] = []

    static let isRecording = ProcessInfo.processInfo.environment["TAIZHANG_RECORD"] == "1"
    private static let ellipsis = "…"

    init(folder: String) { self.folder = folder }

    /// How many commands were typed.
    mutating func run(_ path: String, language: Language = .english) throws -> Int {
        var document = try Document(path)
        var recorded: [(block: Document.Block, lines: [String])] = []
        var count = 0
        for block in document.blocks {
            if block.kind == "taizhang", let name = block.value("file") { try write(block.text, to: name) }
            guard block.kind == "console" else { continue }
            let console = Console(folder: folder, language: language)
            var lines: [String] = []
            for (command, expected) in Self.steps(of: block) {
                lines.append("$ " + command)
                guard let output = console.run(command) else {
                    lines += expected
                    continue
                }
                count += 1
                lines += Self.isRecording ? Self.shortened(output, like: expected) : output
                if !Self.isRecording, !Self.matches(output, expected) {
                    failures.append(
                        "\(path):\(block.number): $ \(command)\nprinted:\n" + output.joined(separator: "\n") + "\nexpected:\n"
                            + expected.joined(separator: "\n"))
                }
            }
            if lines != block.lines { recorded.append((block, lines)) }
        }
        guard Self.isRecording else { return count }
        for (block, lines) in recorded.reversed() { document.replace(block, with: lines) }
        if !recorded.isEmpty { try document.save() }
        return count
    }

    private func write(_ text: String, to name: String) throws {
        let url = URL(filePath: folder + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: url, atomically: true, encoding: .utf8)
    }

    private static func steps(of block: Document.Block) -> [(command: String, output: [String])] {
        var steps: [(command: String, output: [String])] = []
        for line in block.lines {
            if line.hasPrefix("$ ") {
                steps.append((String(line.dropFirst(2)), []))
            } else if !steps.isEmpty {
                steps[steps.count - 1].output.append(line)
            }
        }
        return steps
    }

    private static func matches(_ output: [String], _ expected: [String]) -> Bool {
        guard let gap = expected.firstIndex(of: ellipsis) else { return output == expected }
        let (head, tail) = (expected[..<gap], expected[(gap + 1)...])
        return output.count >= head.count + tail.count && output.starts(with: head) && output.suffix(tail.count).elementsEqual(tail)
    }

    /// As many lines at both ends as were shown before.
    private static func shortened(_ output: [String], like expected: [String]) -> [String] {
        guard let gap = expected.firstIndex(of: ellipsis) else { return output }
        let tail = expected.count - gap - 1
        guard output.count > gap + tail else { return output }
        return output.prefix(gap) + [ellipsis] + output.suffix(tail)
    }
}

/// A new folder below the system's temporary one, removed after use.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(path: "taizhang-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(url.path(percentEncoded: false).trimmingSuffix("/"))
}
