import Diagnostics
import Ledger
import Tally

/// The last line of `check`: what was found in what, and how long it took.
struct CheckSummary {
    let text: Localized

    /// What was looked at.
    enum Scope {
        case allChecks
        /// By `--only` or `--skip`: of the others nothing is known.
        case someChecks
    }

    /// `nanoseconds` is nil where no time is to be shown.
    init(of list: DiagnosticList, from scope: Scope, _ claims: [ClaimTest], in ledger: Ledger, nanoseconds: UInt64?) {
        var parts = [Self.findings(list, scope, fileCount: ledger.sources.files.count), Self.contents(ledger, claims)]
        if let nanoseconds { parts.append(duration(nanoseconds)) }
        text = Localized(
            en: parts.map(\.en).filter { !$0.isEmpty }.joined(separator: " · "),
            zh: parts.map(\.zh).filter { !$0.isEmpty }.joined(separator: " · "))
    }

    private static func findings(_ list: DiagnosticList, _ scope: Scope, fileCount: Int) -> Localized {
        let counts: [(Severity, Int)] = [.error, .warning, .note].map { ($0, list.count(of: $0)) }.filter { $0.1 > 0 }
        let files = plural(fileCount, "file")
        guard !counts.isEmpty else {
            return switch scope {
            case .allChecks: Localized(en: "nothing wrong in \(files)", zh: "\(grouped(fileCount)) 个文件中没有发现问题")
            case .someChecks:
                Localized(en: "nothing wrong among the checks asked for in \(files)", zh: "\(grouped(fileCount)) 个文件中，所查各项没有发现问题")
            }
        }
        let en = counts.map { plural($0.1, $0.0.name(in: .english)) }.joined(separator: ", ")
        let zh = counts.map { "\(grouped($0.1)) 个\($0.0.name(in: .chinese))" }.joined(separator: "、")
        if fileCount == 1 { return Localized(en: "\(en) in 1 file", zh: "1 个文件中有 \(zh)") }
        let touched = Set(list.diagnostics.map(\.primary.span.file)).count
        return Localized(
            en: "\(en) in \(grouped(touched)) of \(files)", zh: "\(grouped(fileCount)) 个文件中有 \(grouped(touched)) 个存在问题：\(zh)")
    }

    private static func contents(_ ledger: Ledger, _ claims: [ClaimTest]) -> Localized {
        let figures = ledger.figures.figureCount
        let targets = ledger.statements.targets.count
        let items = ledger.items.count
        let verdicts = verdicts(claims)
        let en = [
            plural(figures, "figure"), targets > 0 ? plural(targets, "target") : nil,
            claims.isEmpty ? nil : "\(plural(claims.count, "claim")) (\(verdicts.en))",
            items > 0 ? plural(items, "item") : nil,
        ]
        let zh = [
            "\(grouped(figures)) 个数据", targets > 0 ? "\(grouped(targets)) 个目标" : nil,
            claims.isEmpty ? nil : "\(grouped(claims.count)) 条论断（\(verdicts.zh)）",
            items > 0 ? "\(grouped(items)) 个事项" : nil,
        ]
        return Localized(
            en: en.compactMap { $0 }.joined(separator: ", "), zh: zh.compactMap { $0 }.joined(separator: "、"))
    }

    /// How many claims have each verdict; a verdict that none has is left out.
    private static func verdicts(_ claims: [ClaimTest]) -> Localized {
        var (holds, contradicted, coarse, untested) = (0, 0, 0, 0)
        for claim in claims {
            switch claim.verdict {
            case .holds: holds += 1
            case .contradicted: contradicted += 1
            case .tooCoarse: coarse += 1
            case .untested: untested += 1
            }
        }
        let counts: [(Int, Localized)] = [
            (holds, Localized(en: holds == 1 ? "holds" : "hold", zh: "相符")),
            (contradicted, Localized(en: "contradicted", zh: "不符")),
            (coarse, Localized(en: "too coarse to tell", zh: "精度不足以判断")),
            (untested, Localized(en: "with nothing to hold them against", zh: "无从核对")),
        ].filter { $0.0 > 0 }
        return Localized(
            en: counts.map { "\(grouped($0.0)) \($0.1.en)" }.joined(separator: ", "),
            zh: counts.map { "\(grouped($0.0)) 条\($0.1.zh)" }.joined(separator: "、"))
    }
}

/// `1 figure`, `1,204 figures`.
func plural(_ count: Int, _ noun: String) -> String { "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")" }

/// The number with a comma after every three digits.
func grouped(_ count: Int) -> String {
    var text = ""
    let digits = String(count)
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0, text != "-" { text += "," }
        text.append(digit)
    }
    return text
}

/// `0.4 ms`, `6 ms`, `1.24 s`.
func duration(_ nanoseconds: UInt64) -> Localized {
    let tenths = (nanoseconds + 50_000) / 100_000
    if tenths < 10 { return Localized(en: "0.\(tenths) ms", zh: "0.\(tenths) 毫秒") }
    if tenths < 10_000 { return Localized(en: "\((tenths + 5) / 10) ms", zh: "\((tenths + 5) / 10) 毫秒") }
    let hundredths = (nanoseconds + 5_000_000) / 10_000_000
    let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    return Localized(en: "\(text) s", zh: "\(text) 秒")
}
