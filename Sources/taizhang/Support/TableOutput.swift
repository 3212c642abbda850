import Diagnostics
import Reports
import SourceText

/// The formats in which commands print tables.
let tableFormat = Flag.choice(
    "format", ["text", "csv", "json", "markdown", "xlsx"], Localized(en: "how the table is printed", zh: "表格的输出格式"))

/// Where a command can also make a page.
let pageFormat = Flag.choice(
    "format", ["text", "csv", "json", "markdown", "html", "xlsx"],
    Localized(en: "how the tables are printed; html is a whole page", zh: "表格的输出格式，html 为完整网页"))

/// What every command that prints tables takes, for the form of them and where they go.
let tableFlags: [Flag] = [tableFormat] + outputFlags

/// The same without the formats, for a command that has more of them.
let outputFlags: [Flag] = [
    .option("output", short: "o", Localized(en: "FILE", zh: "文件"), Localized(en: "write to the file", zh: "写入文件")).onlyOnCommandLine(),
    .toggle(
        "spreadsheet-safe",
        Localized(
            en: "in csv: an apostrophe before texts that a spreadsheet would take for formulas", zh: "用于 csv：电子表格会当作公式的文本前加撇号")),
]

/// The form of tables that was asked for by `tableFlags`, and where they go.
struct TableOutput {
    let format: String
    /// Nil for standard output.
    private let path: String?
    private let isSpreadsheetSafe: Bool

    /// Refuses what cannot be: to be asked before the ledger is read.
    init(_ arguments: ParsedArguments) throws(UsageError) {
        format = arguments.string("format") ?? "text"
        let path = arguments.string("output")
        self.path = path == "-" ? nil : path
        isSpreadsheetSafe = arguments.has("spreadsheet-safe")
        if format == "xlsx", self.path == nil {
            let example =
                "taizhang \(arguments.command?.name ?? "report") --format xlsx --output \(arguments.command?.name ?? "report").xlsx"
            throw UsageError(
                message: Localized(en: "a workbook is for a file, not for the screen", zh: "工作簿要写入文件，不能显示在屏幕上"),
                help: [Localized(en: "for example: \(example)", zh: "例如：\(example)")])
        }
        if isSpreadsheetSafe, format != "csv" {
            throw UsageError(
                message: Localized(en: "--spreadsheet-safe goes with --format csv", zh: "--spreadsheet-safe 只用于 --format csv"),
                help: [
                    Localized(
                        en: "a workbook (--format xlsx) keeps every text as text by itself", zh: "工作簿（--format xlsx）本来就把文本按文本保存")
                ])
        }
    }

    /// For people, and as plain text.
    var isText: Bool { format == "text" }

    /// For programs, which want every cell and all that is known of it.
    var isForMachines: Bool { format == "csv" || format == "json" }

    /// Whether a person sees the tables as they are printed.
    func isOnScreen(_ context: Context) -> Bool { isText && path == nil && context.outputIsTerminal }

    /// Rather than to standard output.
    var goesToFile: Bool { path != nil }

    /// Prints a text that has its form already, or writes the file in one step.
    func write(_ text: String, in context: Context) throws(UsageError) {
        guard goesToFile else { return context.print(text) }
        try save(in: context) { writeFile($0, text) }
    }

    /// Prints records for programs, or writes the file in one step.
    func write(_ records: [Records], in context: Context) throws(UsageError) { try write(text(of: records), in: context) }

    /// Prints the tables, or writes the file in one step. A workbook shows `records` on its last sheet, where machines get more than people.
    func write(_ tables: [Table], records: [Records]? = nil, in context: Context) throws(UsageError) {
        if format == "xlsx" {
            let bytes: [UInt8]
            do throws(WorkbookProblem) {
                bytes = try WorkbookRenderer(language: context.language).render(tables, records: records)
            } catch {
                throw UsageError(
                    message: error.message, help: [Localized(en: "--format csv has no such bound", zh: "--format csv 没有这种限制")])
            }
            return try save(in: context) { path in bytes.withUnsafeBytes { writeFile(path, $0) } }
        }
        let (style, width) = goesToFile ? (.plain, nil) : (context.textStyle, context.screenWidth)
        try write(text(of: tables, style: style, width: width, context), in: context)
    }

    private func text(of tables: [Table], style: TextStyle, width: Int?, _ context: Context) -> String {
        switch format {
        case "csv", "json": text(of: tables.map(\.records))
        case "markdown": MarkdownRenderer(language: context.language).render(tables)
        default: TextRenderer(language: context.language, style: style, width: width).render(tables)
        }
    }

    private func text(of records: [Records]) -> String {
        format == "json" ? JSONTableRenderer().render(records) : CSVRenderer(isSpreadsheetSafe: isSpreadsheetSafe).render(records)
    }

    private func save(in context: Context, _ write: (String) -> FileError?) throws(UsageError) {
        guard let path else { return }
        // A slip of the finger must not cost a ledger, be it this one or its neighbour.
        let canonical = canonicalPath(path)
        if let canonical, canonical.hasSuffix(".taizhang") || context.ledgerFiles.contains(where: { canonicalPath($0) == canonical }) {
            throw UsageError(
                message: Localized(en: "\(path) is a file of a ledger", zh: "\(path) 是台账文件"),
                help: [Localized(en: "nothing was changed; name another file", zh: "未作任何改动，请另选文件")])
        }
        if let error = write(path) { throw .unwritable(path, error) }
    }
}

extension Context {
    /// How text is dressed on the screen.
    var textStyle: TextStyle { usesColour ? .ansi : .plain }

    /// Columns that a table may take; nil where no person sees it on a screen.
    var screenWidth: Int? { outputIsTerminal ? width : nil }
}

extension ParsedArguments {
    /// Drawings are made of characters: `--chart` is for text and Markdown.
    func checkChart(_ output: TableOutput) throws(UsageError) {
        guard has("chart"), !["text", "markdown"].contains(output.format) else { return }
        throw UsageError(
            message: Localized(
                en: "--chart goes with text and markdown, not with \(output.format)", zh: "--chart 只用于 text 和 markdown，不用于 \(output.format)"
            ))
    }
}
