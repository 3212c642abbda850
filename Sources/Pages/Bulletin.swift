import Diagnostics
import Reports
import SourceText

/// What an issue of a bulletin says, before it is known whether as a page, as Markdown or as text.
public struct Bulletin {
    /// Something that stands in a section.
    public enum Block {
        case paragraph(Sentence)
        case sentences([Sentence])
        /// With what is drawn in its cells, by row and column.
        case table(Table, gauges: [Int: [Int: Gauge]])
        /// The course of an indicator; drawn on pages only, where the tables do not show it.
        case charts([ReportSeries], title: Localized)
        case findings([Diagnostic])
    }

    /// A numbered part.
    public struct Section {
        /// Without its number.
        public var heading: Localized
        /// In order, at least one.
        public var blocks: [Block]

        /// A part; one without blocks is left out of the bulletin.
        public init(_ heading: Localized, _ blocks: [Block]) {
            self.heading = heading
            self.blocks = blocks
        }
    }

    /// `示范区主要指标月报`
    public var title: Localized
    /// What it is on, and what day it speaks from.
    public var subtitle: Localized
    /// In order.
    public var sections: [Section]
    /// Of its sentences.
    public var language: Language
    /// The files that its findings speak of.
    public var sources: SourceMap

    /// `一、主要指标`, `1. Main indicators`
    func heading(_ index: Int) -> String {
        let text = sections[index].heading.text(in: language)
        return language == .chinese ? chineseNumber(index + 1) + "、" + text : "\(index + 1). " + text
    }

    /// Without what only a page can show.
    var withoutCharts: Bulletin {
        var bulletin = self
        for index in sections.indices {
            bulletin.sections[index].blocks.removeAll { block in
                guard case .charts = block else { return false }
                return true
            }
        }
        bulletin.sections.removeAll { $0.blocks.isEmpty }
        return bulletin
    }

    /// What a finding says; one that is no error says so.
    func sentence(of finding: Diagnostic) -> String {
        let text = finding.sentence(in: language)
        guard finding.severity != .error else { return text }
        return finding.severity.name(in: language) + (language == .chinese ? "：" : ": ") + text
    }

    /// `file:line` of a finding.
    func place(of finding: Diagnostic) -> String {
        let span = finding.primary.span
        return "\(sources[span.file].path):\(sources[span.file].lines.location(of: span.range.lowerBound).line)"
    }
}

/// 1 to 99 as headings number.
private func chineseNumber(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = (number / 10, number % 10)
    return (tens > 1 ? digits[tens % 10] : "") + (tens > 0 ? "十" : "") + digits[ones]
}
