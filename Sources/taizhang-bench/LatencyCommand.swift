import Diagnostics
import LanguageServer
import Numerics
import SourceText

/// `taizhang-bench latency`: how soon after an edit an editor has fresh diagnostics, and candidates for a name.
struct LatencyCommand {
    static let usage = """
        usage: taizhang-bench latency --ledger PATH --file PATH [--threads N] [--edits N]
               edits numbers in the middle of a file of the ledger, one keystroke after another; prints medians and the slowest
        """

    private var ledger = ""
    private var file = ""
    private var threads = processorCount()
    private var edits = 21

    init(_ arguments: [String]) throws(UsageError) {
        for option in try GenerateCommand.pairs(arguments) {
            switch option.name {
            case "--ledger": ledger = option.value
            case "--file": file = option.value
            case "--threads": threads = try option.count(upTo: 256)
            case "--edits": edits = try option.count(upTo: 1_000)
            default: throw UsageError("no option is called \(option.name)")
            }
        }
        if ledger.isEmpty || file.isEmpty { throw UsageError("--ledger and --file are needed") }
    }

    /// When something was sent last.
    private final class Clock {
        var diagnostics: UInt64 = 0
        var answer: UInt64 = 0
    }

    func run() throws(UsageError) -> String {
        guard case .success(let buffer) = SourceBuffer.read(path: file), let path = canonicalPath(file), let main = canonicalPath(ledger)
        else {
            throw UsageError("\(file) cannot be read")
        }
        let clock = Clock()
        let server = LocalServer(language: .english, today: Day.firstOfMonth(year: 2025, month: 1), threads: threads) { message in
            if case .object(let members) = message, members.contains(where: { $0.0 == "result" }) {
                clock.answer = monotonicNanoseconds()
            } else {
                clock.diagnostics = monotonicNanoseconds()
            }
        }
        let uri = "file://" + path
        server.handle([
            request("initialize", .object([("rootUri", .string("file://" + Path.directory(of: main))), ("capabilities", .object([]))]))
        ])
        let document = JSON.object([
            ("uri", .string(uri)), ("version", .integer(1)), ("text", .string(buffer.text(ByteRange(0, buffer.count)))),
        ])
        let start = monotonicNanoseconds()
        server.handle([notification("textDocument/didOpen", .object([("textDocument", document)]))])
        let opened = monotonicNanoseconds() - start
        let lines = LineIndex(buffer)
        let target = line(of: buffer, lines)
        var (diagnostics, completions): ([UInt64], [UInt64]) = ([], [])
        for index in 0..<edits {
            let begun = monotonicNanoseconds()
            // Every other edit is a mistake, and the one after it mends it.
            server.handle([change(uri, 2 * index + 2, target, index % 2 == 0 ? "x" : "\(index % 9 + 1)")])
            diagnostics.append(max(clock.diagnostics, begun) - begun)
            if clock.diagnostics < begun { throw UsageError("an edit brought no diagnostics: use a ledger in which the number is checked") }
            let asked = monotonicNanoseconds()
            server.handle([
                change(uri, 2 * index + 3, target, "\((index + 1) % 9 + 1)"), request("textDocument/completion", place(uri, target)),
            ])
            completions.append(clock.answer - asked)
        }
        return """
            \(Path.relative(path, to: Path.directory(of: main))), \(buffer.count) bytes, \(threads) threads, \(edits) edits
            opened       \(milliseconds(opened)) ms
            diagnostics  \(summary(diagnostics))
            completion   \(summary(completions))
            """
    }

    /// A line of a figure in the middle of the file, and the place of the last digit before its decimal point.
    private func line(of buffer: SourceBuffer, _ lines: LineIndex) -> EditorPosition {
        var number = lines.lineCount / 2
        while number > 1 {
            let range = lines.range(ofLine: number)
            if let dot = (range.lowerBound..<range.upperBound).first(where: { buffer.bytes[$0] == UInt8(ascii: ".") }),
                dot > range.lowerBound
            {
                return lines.position(of: dot - 1, in: .utf16)
            }
            number -= 1
        }
        return EditorPosition(line: 0, character: 0)
    }

    private func change(_ uri: String, _ version: Int, _ place: EditorPosition, _ digit: String) -> String {
        let end = EditorPosition(line: place.line, character: place.character + 1)
        let range = JSON.object([("start", json(place)), ("end", json(end))])
        return notification(
            "textDocument/didChange",
            .object([
                ("textDocument", .object([("uri", .string(uri)), ("version", .integer(version))])),
                ("contentChanges", .array([.object([("range", range), ("text", .string(digit))])])),
            ]))
    }

    private func place(_ uri: String, _ place: EditorPosition) -> JSON {
        .object([("textDocument", .object([("uri", .string(uri))])), ("position", json(EditorPosition(line: place.line, character: 4)))])
    }

    private func json(_ position: EditorPosition) -> JSON {
        .object([("line", .integer(position.line)), ("character", .integer(position.character))])
    }

    private func request(_ method: String, _ parameters: JSON) -> String {
        JSON.object([("jsonrpc", .string("2.0")), ("id", .integer(1)), ("method", .string(method)), ("params", parameters)]).text()
    }

    private func notification(_ method: String, _ parameters: JSON) -> String {
        JSON.object([("jsonrpc", .string("2.0")), ("method", .string(method)), ("params", parameters)]).text()
    }

    private func summary(_ times: [UInt64]) -> String {
        let sorted = times.sorted()
        return "\(milliseconds(sorted[sorted.count / 2])) ms median, \(milliseconds(sorted[sorted.count - 1])) ms slowest"
    }

    private func milliseconds(_ nanoseconds: UInt64) -> String {
        let tenths = nanoseconds / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
