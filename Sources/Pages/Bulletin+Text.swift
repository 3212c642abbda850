import Diagnostics
import Reports

extension Bulletin {
    /// For a terminal, a mail or a message: a paragraph is one line.
    public func text(style: TextStyle = .plain) -> String {
        withoutCharts.wholeText(style)
    }

    private func wholeText(_ style: TextStyle) -> String {
        var parts = [style.bold(title.text(in: language)) + "\n" + subtitle.text(in: language) + "\n"]
        for index in sections.indices {
            parts.append(style.bold(heading(index)) + "\n")
            parts += sections[index].blocks.compactMap { text(of: $0, style) }
        }
        return parts.joined(separator: "\n")
    }

    private func text(of block: Block, _ style: TextStyle) -> String? {
        switch block {
        case .paragraph(let sentence): sentence.text + "\n"
        case .sentences(let sentences): sentences.map { "· \($0.text)\n" }.joined()
        case .table(let table, _): TextRenderer(language: language, style: style).render(table)
        case .charts: nil
        case .findings(let findings):
            findings.map { "· \(Printable.text(sentence(of: $0)))  \(Printable.text(place(of: $0)))\n" }.joined()
        }
    }

    /// For a wiki or a repository.
    public var markdown: String { withoutCharts.wholeMarkdown }

    private var wholeMarkdown: String {
        let renderer = MarkdownRenderer(language: language)
        var parts = ["# \(renderer.escaped(title.text(in: language)))\n", renderer.escaped(subtitle.text(in: language)) + "\n"]
        for index in sections.indices {
            parts.append("## \(renderer.escaped(heading(index)))\n")
            parts += sections[index].blocks.compactMap { markdown(of: $0, renderer) }
        }
        return parts.joined(separator: "\n")
    }

    private func markdown(of block: Block, _ renderer: MarkdownRenderer) -> String? {
        switch block {
        case .paragraph(let sentence): renderer.escaped(sentence.text) + "\n"
        case .sentences(let sentences): sentences.map { "- \(renderer.escaped($0.text))\n" }.joined()
        case .table(let table, _): renderer.render(table)
        case .charts: nil
        case .findings(let findings):
            findings.map { "- \(renderer.escaped(sentence(of: $0))) — \(renderer.escaped(place(of: $0)))\n" }.joined()
        }
    }
}
