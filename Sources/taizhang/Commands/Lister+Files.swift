import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Syntax

extension Lister {
    /// In the order of reading.
    func files() -> Table {
        var table = Table(
            title: Localized(en: "Files", zh: "文件"),
            columns: [
                Column(Localized(en: "lines", zh: "行"), alignment: .trailing),
                Column(Localized(en: "bytes", zh: "字节"), alignment: .trailing),
                Column(Localized(en: "figures", zh: "数据"), alignment: .trailing),
            ], recordKeys: ["path", "lines", "bytes", "figures"])
        var counts = Array(repeating: 0, count: ledger.sources.files.count)
        var figures: [Figure] = []
        for index in ledger.figures.series.indices {
            ledger.figures.load(SeriesID(index), into: &figures)
            for figure in figures { counts[ledger.figures.file(of: figure.id).index] += 1 }
        }
        for file in ledger.sources.files {
            // A last line that is empty is no line.
            let isEnded = file.text.count == 0 || file.buffer.bytes[file.buffer.count - 1] == 0x0A
            let lines = file.lines.lineCount - (isEnded ? 1 : 0)
            let count = counts[file.id.index]
            table.rows.append(
                Row(
                    Localized(verbatim: file.path),
                    cells: [Cell(grouped(lines)), Cell(grouped(file.text.count)), Cell(count == 0 ? "" : grouped(count))],
                    fields: [
                        .text("path", file.path), .number("lines", String(lines)), .number("bytes", String(file.text.count)),
                        .number("figures", String(count)),
                    ]
                ).withRecord())
        }
        return table
    }

    /// In order of time; of those that start together the longer first.
    func periods() -> Table {
        var table = Table(
            title: Localized(en: "Periods", zh: "期间"),
            columns: [
                Column(Localized(en: "from", zh: "起"), alignment: .leading), Column(Localized(en: "through", zh: "止"), alignment: .leading),
                Column(Localized(en: "figures", zh: "数据"), alignment: .trailing),
            ], recordKeys: ["period", "from", "through", "figures"])
        for (period, count) in periodCounts().sorted(by: { Self.precedes($0.key, $1.key) }) {
            let english = period.spelled(in: .english, fiscalStart: ledger.fiscalStart)
            table.rows.append(
                Row(
                    Localized(en: english, zh: period.spelled(in: .chinese, fiscalStart: ledger.fiscalStart)),
                    cells: [Cell(period.start.description), Cell(period.lastDay.description), Cell(grouped(count))],
                    fields: [
                        .text("period", english), .text("from", period.start.description), .text("through", period.lastDay.description),
                        .number("figures", String(count)),
                    ]
                ).withRecord())
        }
        return table
    }

    func periodCounts() -> [Period: Int] {
        var counts: [Period: Int] = [:]
        var figures: [Figure] = []
        for index in ledger.figures.series.indices {
            ledger.figures.load(SeriesID(index), into: &figures)
            for figure in figures { counts[figure.period, default: 0] += 1 }
        }
        return counts
    }

    private static func precedes(_ a: Period, _ b: Period) -> Bool {
        a.start != b.start ? a.start < b.start : a.end > b.end
    }
}
