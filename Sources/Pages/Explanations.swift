import Diagnostics
import Ledger
import Reports
import SourceText
import Tally

/// What is behind the numbers of a page, each thing told once: a number leads to its explanation, and an explanation to those of what it was
/// made of, down to the lines of the ledger.
final class Explanations {
    private let explainer: Explainer
    private let language: Language
    private var asked: [CellSource] = []
    private var places: [CellSource: String] = [:]
    /// Cells that are explained, or will be.
    private var cells: [CellKey: String] = [:]
    private var lineCount = 0

    /// Enough for some hundreds of numbers; more would make the file too large to open on a phone.
    static let mostLines = 20_000

    init(evaluator: Evaluator, language: Language) {
        explainer = Explainer(evaluator: evaluator, language: language)
        self.language = language
    }

    /// The text of a number, leading to what is behind it.
    func link(_ source: CellSource, _ text: HTML) -> HTML {
        guard !text.isEmpty else { return text }
        let place = places[source] ?? "e\(asked.count + 1)"
        if places[source] == nil {
            asked.append(source)
            places[source] = place
            if case .value(let key) = source { cells[key] = place }
        }
        return .element("a", [Attribute("href", "#" + place)], text)
    }

    /// All that was asked for, to stand at the end of the page. Nothing where no number was shown.
    func section() -> HTML {
        guard !asked.isEmpty else { return .nothing }
        let title = Localized(en: "Where the numbers come from", zh: "数据来历").text(in: language)
        let entries = asked.map { source -> HTML in
            let place = places[source] ?? ""
            guard lineCount < Self.mostLines else { return .element("li", [.id(place)], .text(tooMany)) }
            return entry(explainer.node(source), place)
        }
        return .element("section", [.class("why")], .element("h2", [], .text(title)), .element("ul", [], .text("\n"), .list(entries)))
    }

    private func entry(_ node: ExplainNode, _ place: String?) -> HTML {
        lineCount += 1
        var content = line(node, value: .text(node.value))
        if !node.operands.isEmpty { content += operands(of: node) }
        return .element("li", place.map { [.id($0)] } ?? [], content) + .text("\n")
    }

    private func operands(of node: ExplainNode) -> HTML {
        var entries: [HTML] = []
        for (index, operand) in node.operands.enumerated() {
            guard lineCount < Self.mostLines else {
                let rest = node.operands.count - index
                let more = Localized(en: "… and \(rest) more: taizhang explain", zh: "…… 另有 \(rest) 项，见 taizhang explain")
                entries.append(.element("li", [], .text(more.text(in: language))))
                break
            }
            entries.append(self.operand(operand))
        }
        return .element("ul", [], .text("\n"), .list(entries))
    }

    private func operand(_ node: ExplainNode) -> HTML {
        guard let key = node.key, !node.operands.isEmpty || cells[key] != nil else { return entry(node, nil) }
        if let place = cells[key] {
            lineCount += 1
            let link = HTML.element("a", [Attribute("href", "#" + place)], .text(node.value))
            return .element("li", [], line(node, value: link)) + .text("\n")
        }
        let place = "c\(cells.count + 1)"
        cells[key] = place
        return entry(node, place)
    }

    /// The value, what it is, and the line that says it.
    private func line(_ node: ExplainNode, value: HTML) -> HTML {
        var pieces: [HTML] = []
        if !node.sign.isEmpty { pieces.append(.text(node.sign)) }
        pieces.append(.element("b", [.class("w")], value))
        if !node.interval.isEmpty { pieces.append(.element("span", [.class("s")], .text(node.interval))) }
        if !node.label.isEmpty { pieces.append(.text(node.label)) }
        if let place = node.place { pieces.append(.element("span", [.class("s")], .text(place))) }
        if let span = node.line { pieces.append(.element("code", [], .text(text(of: span)))) }
        return .list(pieces, separator: .text(" "))
    }

    private func text(of span: SourceSpan) -> String {
        let file = explainer.ledger.sources[span.file]
        let range = file.lines.range(ofLine: file.lines.location(of: span.range.lowerBound).line)
        let words = file.buffer.text(range).split { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
        return truncated(words.joined(separator: " "), to: 160)
    }

    private var tooMany: String {
        Localized(
            en: "more than \(Self.mostLines) lines: ask taizhang explain for this number",
            zh: "超过 \(Self.mostLines) 行，此数请用 taizhang explain 查询"
        ).text(in: language)
    }
}
