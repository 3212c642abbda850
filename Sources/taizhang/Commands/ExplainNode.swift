import Diagnostics
import SourceText

/// A value in an explanation and what it was made of, ready to be laid out.
struct ExplainNode {
    /// The operation that brings it into the node above: `−` where it is subtracted, else empty.
    var sign = ""
    /// `50.17 亿元`; empty where nothing is known.
    var value: String
    var interval: String
    /// What it is, and the way to it.
    var label: String
    /// `file:line`.
    var place: String?
    var operands: [ExplainNode] = []
    /// The same for machines, without operands.
    var fields: [(String, JSON)]

    var json: JSON {
        .object(fields + [("operands", .array(operands.map(\.json)))])
    }
}

/// Lays out an explanation as a tree.
struct ExplainPage {
    let language: Language
    /// How many operands of one node are shown; nil for all.
    var longest: Int? = ExplainPage.usualLongest

    static let usualLongest = 40

    func text(_ node: ExplainNode) -> String {
        var lines = [line(node, widths: Widths([node]))]
        add(node, indent: "", to: &lines)
        return lines.map { $0 + "\n" }.joined()
    }

    private func add(_ node: ExplainNode, indent: String, to lines: inout [String]) {
        let shown = longest.map { Array(node.operands.prefix($0)) } ?? node.operands
        let hidden = node.operands.count - shown.count
        let widths = Widths(shown)
        for (index, operand) in shown.enumerated() {
            let isLast = index == shown.count - 1 && hidden == 0
            lines.append(indent + (isLast ? "└ " : "├ ") + line(operand, widths: widths))
            add(operand, indent: indent + (isLast ? "  " : "│ "), to: &lines)
        }
        if hidden > 0 {
            let more = Localized(en: "… and \(hidden) more (--all)", zh: "…… 另有 \(hidden) 项（--all）")
            lines.append(indent + "└ " + more.text(in: language))
        }
    }

    private func line(_ node: ExplainNode, widths: Widths) -> String {
        var line = ""
        if widths.sign > 0 { line += padRight(node.sign, to: widths.sign) + " " }
        line += padLeft(node.value, to: widths.value)
        if widths.interval > 0 { line += " " + padRight(node.interval, to: widths.interval) }
        line += "  " + (node.place == nil ? node.label : padRight(node.label, to: widths.label))
        if let place = node.place { line += "  " + place }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// What the lines of siblings have in common.
    private struct Widths {
        var sign = 0
        var value = 0
        var interval = 0
        var label = 0

        init(_ nodes: [ExplainNode]) {
            for node in nodes {
                sign = max(sign, displayWidth(node.sign))
                value = max(value, displayWidth(node.value))
                interval = max(interval, displayWidth(node.interval))
                if node.place != nil { label = max(label, displayWidth(node.label)) }
            }
        }
    }
}
