import Diagnostics
import SourceText
import Tally

/// A value in an explanation and what it was made of, ready to be laid out.
public struct ExplainNode {
    /// The operation that brings it into the node above: `−` where it is subtracted, else empty.
    public var sign = ""
    /// `50.17 亿元`; empty where nothing is known.
    public var value: String
    /// `(50.12 … 50.22)`; empty where the value is exact.
    public var interval: String
    /// What it is, and the way to it.
    public var label: String
    /// `file:line`.
    public var place: String?
    /// The line of the ledger that says it; nil for what follows from others.
    public var line: SourceSpan?
    /// The cell that it is the value of; nil for growth, completion and expressions.
    public var key: CellKey?
    /// What it was made of, in the order in which it is told.
    public var operands: [ExplainNode] = []
    /// The same for machines, without operands.
    public var fields: [(String, JSON)]

    /// A node without operands; they may be added later.
    public init(
        sign: String = "", value: String, interval: String, label: String, place: String? = nil, fields: [(String, JSON)] = []
    ) {
        self.sign = sign
        self.value = value
        self.interval = interval
        self.label = label
        self.place = place
        self.fields = fields
    }

    /// The whole tree for machines.
    public var json: JSON {
        .object(fields + [("operands", .array(operands.map(\.json)))])
    }
}

/// Lays out an explanation as a tree.
public struct ExplainPage {
    let language: Language
    /// How many operands of one node are shown; nil for all.
    public var longest: Int? = ExplainPage.usualLongest

    /// As many as a reader will look through.
    public static let usualLongest = 40

    /// A page with the usual number of operands.
    public init(language: Language) { self.language = language }

    /// The tree, a line for each node; every line ends in LF.
    public func text(_ node: ExplainNode) -> String {
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
