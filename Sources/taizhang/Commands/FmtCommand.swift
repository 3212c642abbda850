import Diagnostics
import Formatting
import Ledger
import SourceText

let fmtCommand = CommandSpec(
    "fmt", aliases: ["格式化"],
    summary: Localized(
        en: "align the files of the ledger and write full-width input in ASCII", zh: "对齐台账文件，并把全角输入写成半角"),
    category: .writing,
    arguments: [Positional(Localized(en: "FILE", zh: "文件"), .rest)],
    flags: [
        .toggle("check", Localized(en: "change nothing; list what would change, and exit with 1", zh: "不改动，只列出需改动的文件，并以 1 退出")),
        .toggle("diff", Localized(en: "change nothing; show what would change", zh: "不改动，只显示差异")),
        .choice("keywords", ["zh", "en"], Localized(en: "write all keywords in this language", zh: "关键词统一写成此语言")),
    ],
    examples: [
        Example(command: "taizhang fmt", what: Localized(en: "all files of the ledger, in place", zh: "就地整理台账的全部文件")),
        Example(command: "taizhang fmt --check", what: Localized(en: "for CI: is anything left to do?", zh: "供 CI 使用：是否还有未整理的")),
        Example(
            command: "taizhang fmt --keywords en q1.taizhang", what: Localized(en: "one file, keywords in English", zh: "一个文件，关键词写成英文")),
        Example(command: "taizhang fmt - < q1.taizhang", what: Localized(en: "from standard input to standard output", zh: "从标准输入到标准输出")),
    ]
) { arguments, context in
    FormatRun(arguments, context).run()
}

/// One run of the formatter over files.
private struct FormatRun {
    let arguments: ParsedArguments
    let context: Context
    private let options: FormattingOptions
    private let checks: Bool
    private let shows: Bool

    init(_ arguments: ParsedArguments, _ context: Context) {
        self.arguments = arguments
        self.context = context
        options = FormattingOptions(keywords: arguments.string("keywords").map { $0 == "zh" ? .chinese : .english })
        checks = arguments.has("check")
        shows = arguments.has("diff")
    }

    func run() -> ExitStatus {
        guard let files = files() else { return .couldNotRun }
        var changed = 0
        var failed = 0
        for (path, buffer) in files {
            switch format(path, buffer) {
            case .success(let isChanged): changed += isChanged ? 1 : 0
            case .failure(let error):
                context.report(error)
                failed += 1
            }
        }
        if failed > 0 { return .couldNotRun }
        if checks { return changed > 0 ? .contradicted : .success }
        if !shows, files.map(\.path) != ["-"] { context.print(summary(changed, of: files.count).text(in: context.language)) }
        return .success
    }

    private func summary(_ changed: Int, of count: Int) -> Localized {
        Localized(
            en: "\(changed) of \(count) file\(count == 1 ? "" : "s") rewritten\n", zh: "共 \(count) 个文件，改写了 \(changed) 个\n")
    }

    /// Those that are named, each once, else all of the ledger.
    private func files() -> [(path: String, buffer: SourceBuffer?)]? {
        let named = arguments.arguments.isEmpty && arguments.string("file") == "-" ? ["-"] : arguments.arguments
        guard named.isEmpty else {
            return named.indices.filter { !named[..<$0].contains(named[$0]) }.map { (named[$0], nil) }
        }
        return loadLedger(arguments, context).map { $0.sources.files.map { ($0.path, $0.buffer) } }
    }

    /// Whether there was something to change.
    private func format(_ path: String, _ buffer: SourceBuffer?) -> Result<Bool, UsageError> {
        let read = buffer.map(Result.success) ?? (path == "-" ? SourceBuffer.read(.standardInput) : SourceBuffer.read(path: path))
        guard case .success(let buffer) = read else { return .failure(.unreadable(path, read)) }
        guard isText(buffer) else { return .failure(.notText(path)) }
        let bytes = formatted(buffer, options: options, threads: context.threads)
        if path == "-", !checks, !shows {
            context.print(bytes.map { String(decoding: $0, as: UTF8.self) } ?? buffer.text(ByteRange(0, buffer.count)))
        }
        guard let bytes else { return .success(false) }
        if shows { context.print(unifiedDiff(of: buffer, formatted: bytes, path: path)) }
        if checks, !shows { context.print(path + "\n") }
        guard !checks, !shows, path != "-" else { return .success(true) }
        if let obstacle = context.writeObstacle(path) { return .failure(.unwritable(path, obstacle)) }
        return bytes.withUnsafeBytes { writeFile(path, $0) }.map { .failure(.unwritable(path, $0)) } ?? .success(true)
    }
}

extension UsageError {
    fileprivate static func unreadable(_ path: String, _ read: Result<SourceBuffer, FileError>) -> UsageError {
        guard case .failure(let error) = read else { preconditionFailure("a file that was read") }
        let reason = error.localized
        return UsageError(message: Localized(en: "\(path) cannot be read: \(reason.en)", zh: "无法读取 \(path)：\(reason.zh)"))
    }

    fileprivate static func notText(_ path: String) -> UsageError {
        UsageError(
            message: Localized(en: "\(path) is not UTF-8 text; it is left as it is", zh: "\(path) 不是 UTF-8 文本，未作改动"),
            help: [Localized(en: "what it may be: taizhang check -f \(path)", zh: "可能的编码见：taizhang check -f \(path)")])
    }
}
