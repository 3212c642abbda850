import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText
import Tally

@testable import Pages

/// The report of a ledger given as text, as a page.
func page(of text: String, in language: Language = .english) throws -> String {
    let tally = Tally(Ledger.load(text: text))
    let report = try Report(ReportQuery(), tally)
    return ReportDocument(report, tables: report.tables(threads: 1), tally: tally, language: language).text
}

/// An issue on a period of a ledger given as text, without what it takes from other commands.
func bulletin(_ period: Period, of text: String, in language: Language) -> (bulletin: Bulletin, tally: Tally) {
    let tally = Tally(Ledger.load(text: text))
    let issue = BulletinIssue(period, of: [], tally, language: language)
    let day = period.lastDay
    let nothing = Table(title: Localized(verbatim: ""), columns: [])
    let material = BulletinMaterial(
        progress: nil, owed: ([], nothing), revised: (0, []), contradictions: [], today: day, since: day)
    return (issue.bulletin(material), tally)
}

/// The headline of the only indicator.
func headline(_ period: Period, of text: String, in language: Language) -> String {
    for section in bulletin(period, of: text, in: language).bulletin.sections {
        for block in section.blocks {
            if case .sentences(let sentences) = block { return sentences.first?.text ?? "" }
        }
    }
    return ""
}

/// What stands between quotes after an attribute's name, wherever it does.
func values(of attribute: String, in page: String) -> [String] {
    page.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        var rest = self[...]
        var parts: [Substring] = []
        while let found = rest.firstRange(of: separator) {
            parts.append(rest[..<found.lowerBound])
            rest = rest[found.upperBound...]
        }
        return parts + [rest]
    }
}
