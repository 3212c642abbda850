import Diagnostics
import Reports
import Tally

extension Bulletin {
    /// One self-contained file, whose numbers lead to what is behind them.
    public func html(_ tally: Tally) -> String {
        let context = PageContext(tally, language: language)
        var parts = sections.indices.map { index -> HTML in
            let heading = HTML.element("h2", [], .text(heading(index)))
            let blocks = html(of: sections[index].blocks, context)
            return .element("section", [], .list([heading] + blocks, separator: .text("\n")))
        }
        parts.append(context.explanations.section())
        let header =
            HTML.element("h1", [], .text(title.text(in: language)))
            + .element("p", [.class("sub")], .text(subtitle.text(in: language)))
        return Page(
            title: title.text(in: language) + " – " + subtitle.text(in: language), language: language, header: header,
            sections: parts.filter { !$0.isEmpty }
        ).text
    }

    /// Tables that follow each other stand side by side where there is room.
    private func html(of blocks: [Block], _ context: PageContext) -> [HTML] {
        var pieces: [HTML] = []
        var tables: [HTML] = []
        func endTables() {
            guard !tables.isEmpty else { return }
            let boxes = tables.map { HTML.element("div", [], $0) }
            pieces.append(tables.count == 1 ? tables[0] : .element("div", [.class("side")], boxes))
            tables = []
        }
        for block in blocks {
            let piece = html(of: block, context)
            if case .table = block {
                tables.append(piece)
            } else {
                endTables()
                if !piece.isEmpty { pieces.append(piece) }
            }
        }
        endTables()
        return pieces
    }

    private func html(of block: Block, _ context: PageContext) -> HTML {
        switch block {
        case .paragraph(let sentence): return .element("p", [], html(of: sentence, context))
        case .sentences(let sentences):
            return .element("ul", [], sentences.map { .element("li", [], html(of: $0, context)) })
        case .table(let table, let gauges): return HTMLTable(table, context, gauges: gauges).html
        case .charts(let series, let title):
            guard let charts = ChartGroup(series, of: title, context)?.html else { return .nothing }
            return .element("h3", [], .text(title.text(in: language))) + .text("\n") + charts
        case .findings(let findings):
            let renderer = FullRenderer(sources: sources, language: language)
            return .element(
                "ul", [],
                findings.map { finding in
                    let lines = Localized(en: "the lines", zh: "有关各行").text(in: language)
                    return .element(
                        "li", [], .text(sentence(of: finding) + " "), .element("span", [.class("s")], .text(place(of: finding))),
                        .element(
                            "details", [], .element("summary", [], .text(lines)), .element("pre", [], .text(renderer.render(finding)))))
                })
        }
    }

    private func html(of sentence: Sentence, _ context: PageContext) -> HTML {
        .list(
            sentence.pieces.map { piece in
                switch piece {
                case .words(let words): .text(words)
                case .number(let number, let source): context.explanations.link(source, .text(number))
                }
            })
    }
}
