import Syntax

/// Which column an item of a line belongs to.
struct Columns {
    let line: SyntaxLine
    let kind: Row.Class
    /// Where the second and the third column start; `items.count` where there is none.
    private var second: Int
    private var third: Int
    /// The last bar of the line, with nothing but a note and a comment behind it.
    private let note: Int?

    init(line: SyntaxLine, items: [Item], kind: Row.Class) {
        self.line = line
        self.kind = kind
        (second, third) = (items.count, items.count)
        note = items.lastIndex { $0.kind != .note && $0.kind != .comment }.flatMap { items[$0].kind == .bar ? $0 : nil }
        switch kind {
        case .comment, .event: break
        case .figure, .field, .unit, .indicator: second = 1
        case .header(let keyword): placeHeader(keyword, items)
        }
    }

    /// Items come in their order; `last` is the column of the one before.
    func column(of index: Int, in items: [Item], after last: Int?) -> Int {
        let item = items[index]
        if item.kind == .comment { return index == 0 ? 0 : Row.comment }
        if last == Row.note || index == note { return Row.note }
        guard kind == .figure else { return index >= third ? 2 : index >= second ? 1 : 0 }
        if index == 0 { return 0 }
        if Self.startsClaim(item) { return min(max((last ?? 0) + 1, Row.firstClaim), Row.lastClaim) }
        return max(last ?? 0, Row.value)
    }

    static func startsClaim(_ item: Item) -> Bool { item.kind == .keyword && !item.is(.of) }

    private mutating func placeHeader(_ keyword: Keyword?, _ items: [Item]) {
        guard let keyword else { return }
        if keyword == .units {
            second = items.count > 1 && items[1].kind == .path ? 2 : 1
        } else if keyword == .indicators {
            second = 1
        } else if keyword == .rule {
            second = firstOfFormula(items)
            third = firstNarrowing(items, from: second)
        } else if keyword == .assert {
            second = min(2, items.count)
            third = min(3, items.count)
        } else if keyword == .phase {
            second = min(2, items.count)
        }
    }

    /// Behind a rule's name may stand `warn` and `missing …`.
    private func firstOfFormula(_ items: [Item]) -> Int {
        let marks: [Keyword] = [.warn, .missing, .skip, .zero, .any]
        return items.indices.dropFirst(2).first { index in !marks.contains { items[index].is($0) } } ?? items.count
    }

    /// `where` or `each` outside brackets.
    private func firstNarrowing(_ items: [Item], from start: Int) -> Int {
        let narrows: [Keyword] = [.where, .eachMonth, .eachQuarter, .eachYear]
        var depth = 0
        for index in items.indices.dropFirst(start) {
            if items[index].kind == .open { depth += 1 }
            if items[index].kind == .close { depth -= 1 }
            if depth == 0, items[index].kind == .keyword, narrows.contains(where: { items[index].is($0) }) { return index }
        }
        return items.count
    }
}
