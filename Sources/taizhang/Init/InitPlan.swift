import Checks
import Diagnostics
import Ledger
import SourceText
import Syntax
import Tally

/// What a new ledger is to hold.
struct InitPlan {
    var name: String
    var units: [String]
    /// With the measure where one was given.
    var indicators: [(name: String, measure: String?)]
    var fiscalStart: Int

    /// Paths and texts, the first file first.
    func files(in folder: String, _ language: Language) -> [(path: String, text: String)] {
        let zh = language == .chinese
        func path(_ name: String) -> String { Path.normalised(Path.join(folder, name)) }
        var files = [(path(LedgerPlace.name), main(zh)), (path("units.taizhang"), unitText(zh))]
        if !indicators.isEmpty { files.append((path("indicators.taizhang"), indicatorText(zh))) }
        return files
    }

    private func main(_ zh: Bool) -> String {
        let title = name.filter { !$0.isNewline }
        var text = zh ? "; \(title)\n;   taizhang add      填报数据\n;   taizhang check    检查\n;   taizhang report   报表\n\n" : ""
        if !zh {
            text =
                "; \(title)\n;   taizhang add      to enter figures\n;   taizhang check    what does not tally\n;   taizhang report   tables\n\n"
        }
        if fiscalStart > 1 {
            text += (zh ? "财年始于 " : "fiscal-year starts ") + (fiscalStart < 10 ? "0" : "") + "\(fiscalStart)\n\n"
        }
        return text
            + (zh
                ? "包含 *.taizhang   ; 本文件夹的全部台账文件\n" : "include *.taizhang   ; every ledger file of this folder\n")
    }

    private func unitText(_ zh: Bool) -> String {
        if units.isEmpty { return (zh ? "单位 " : "unit ") + nameAsWritten(name) + "\n" }
        return (zh ? "单位组 " : "units ") + nameAsWritten(name) + "\n" + units.map { "    \(nameAsWritten($0))\n" }.joined()
    }

    private func indicatorText(_ zh: Bool) -> String {
        indicators.map { indicator in
            let measure = indicator.measure.map { (zh ? "    计量 " : "    measure ") + $0 + "\n" } ?? ""
            return (zh ? "指标 " : "indicator ") + nameAsWritten(indicator.name) + "\n" + measure
        }.joined(separator: "\n")
    }

    /// Reads and checks the files before they are there: what was answered may not make a ledger.
    func prove(_ files: [(path: String, text: String)]) throws(UsageError) {
        var options = LoadOptions()
        for (path, text) in files { options.overlay[path] = SourceBuffer(copying: text.utf8) }
        guard let ledger = try? Ledger.load(path: files[0].path, options: options) else { return }
        let own = Set(files.map(\.path))
        let found = DiagnosticList(ledger.diagnostics + runChecks(Tally(ledger), threads: 1)).sorted().diagnostics
        guard let first = found.first(where: { own.contains(ledger.sources[$0.primary.span.file].path) }) else { return }
        throw UsageError(message: Localized(en: first.sentence(in: .english), zh: first.sentence(in: .chinese)), help: first.help)
    }
}
