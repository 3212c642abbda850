import Syntax

/// How many blanks stand between two items that follow each other in one cell.
struct Spacing {
    let line: SyntaxLine

    private var isFigures: Bool { line.block == .figures || line.block == .targets }

    /// `before` is what stands in front of `a`, nil where that starts the line.
    func blanks(between a: Item, _ b: Item, before: Item?) -> Int {
        let source = b.start > a.end ? 1 : 0
        switch (a.kind, b.kind) {
        case (_, .comma): return 0
        case (.comma, _): return 1
        case (_, .word), (.word, _): return source
        case (_, .arrow), (.arrow, _), (_, .bar), (.bar, _): return 1
        case (_, .percent): return 0
        case (.open, _), (_, .close): return 0
        case (.keyword, .open): return 0
        case (.sign, _) where isUnary(a, after: before): return 0
        case (_, .sign), (.sign, _): return isFigures ? 0 : 1
        case (.number, .measure): return b.isPercent ? 0 : 1
        case (.period, .path): return isFigures ? 2 : 1
        case (.path, .keyword): return b.is(.on) ? 2 : 1
        case (.name, .number): return 2
        case (.name, .keyword): return b.is(.lastYear) ? 2 : 1
        // `item REGISTER ID  TITLE`
        case (.name, .name): return before?.kind == .name ? 2 : 1
        case (.bound, _), (.keyword, _), (.key, _), (_, .keyword), (.percent, _), (.status, _), (_, .status): return 1
        default: return source
        }
    }

    /// A sign in front of an operand: nothing, another sign, a bracket or a comma stands before it.
    private func isUnary(_ sign: Item, after before: Item?) -> Bool {
        guard sign.isPlusOrMinus else { return false }
        guard let before else { return true }
        switch before.kind {
        case .sign, .open, .comma: return true
        // `rule NAME -x = y`
        case .keyword: return true
        default: return false
        }
    }
}
