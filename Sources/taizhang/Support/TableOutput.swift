import Diagnostics
import Reports

/// The formats in which commands print tables.
let tableFormat = Flag.choice(
    "format", ["text", "csv", "json", "markdown"], Localized(en: "how the table is printed", zh: "表格的输出格式"))

/// Where a command can also make a page.
let pageFormat = Flag.choice(
    "format", ["text", "csv", "json", "markdown", "html"],
    Localized(en: "how the tables are printed; html is a whole page", zh: "表格的输出格式，html 为完整网页"))

extension Context {
    /// Prints tables in the format asked for by `tableFormat`; text where none was.
    func print(_ tables: [Table], format: String?) {
        switch format {
        case "csv": print(CSVRenderer().render(tables))
        case "json": print(JSONTableRenderer().render(tables))
        case "markdown": print(MarkdownRenderer(language: language).render(tables))
        default: print(TextRenderer(language: language, style: usesColour ? .ansi : .plain).render(tables))
        }
    }
}
