/// The lines before each label that draw the tree: `├ `, `│ └ `, nothing at depth 0.
///
/// A heading starts a new tree. Depths that skip a level are drawn as if the level were there.
func treeLines(of rows: [Row]) -> [String] {
    var lines = Array(repeating: "", count: rows.count)
    /// Whether a later row, before the tree goes up past that level, stands at the level of this index.
    var continues: [Bool] = []
    for index in rows.indices.reversed() {
        let row = rows[index]
        if row.kind == .heading {
            continues = []
            continue
        }
        let depth = row.depth
        if continues.count > depth + 1 { continues.removeLast(continues.count - depth - 1) }
        while continues.count <= depth { continues.append(false) }
        if depth > 0 {
            let ancestors = continues[1..<depth].map { $0 ? "│ " : "  " }.joined()
            lines[index] = ancestors + (continues[depth] ? "├ " : "└ ")
        }
        continues[depth] = true
    }
    return lines
}
