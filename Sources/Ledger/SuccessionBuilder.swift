import Diagnostics
import Numerics
import SourceText
import Syntax

/// Which units were merged into which. None is merged into itself, at whatever distance.
struct SuccessionBuilder {
    let tree: UnitTree
    private(set) var diagnostics: [Diagnostic] = []
    private var heirs = KeyTable<UnitID, Succession>()
    private var suggestions: Suggestions

    private struct Succession {
        var heir: UnitID
        var span: SourceSpan
    }

    init(tree: UnitTree) {
        self.tree = tree
        suggestions = Suggestions { Array(tree.names) }
    }

    /// Whether any unit was merged into another.
    var hasAny: Bool { !heirs.isEmpty }

    /// Takes in a line `succeeded-by` of a unit.
    mutating func add(_ unit: UnitID, _ heir: Name, _ file: FileID) {
        let span = SourceSpan(file: file, range: heir.range)
        switch tree.find(heir.text) {
        case .unit(let other): heirs.set(unit, Succession(heir: other, span: span))
        case .ambiguous(let candidates):
            diagnostics.append(.ambiguousName(heir.text, span, candidates: candidates.map { tree.path(of: $0) }))
        case .unknown: diagnostics.append(.undeclared(heir.text, .unit, span, near: suggestions.near(heir.text)))
        }
    }

    /// Tells the units their heirs, but those in a circle.
    mutating func apply(to units: inout [Unit]) {
        for (unit, succession) in zip(heirs.keys, heirs.values) { units[unit.index].succeededBy = succession.heir }
        for circle in circles {
            for unit in circle { units[unit.index].succeededBy = nil }
            report(circle)
        }
    }

    /// Who follows the heirs from anywhere comes to an end, to where someone was before, or round.
    private var circles: [[UnitID]] {
        var circles: [[UnitID]] = []
        var seen: KeySet<UnitID> = []
        for start in heirs.keys where !seen.contains(start) {
            var way: [UnitID] = []
            var at = start
            while seen.insert(at), let succession = heirs[at] {
                way.append(at)
                at = succession.heir
            }
            if let first = way.firstIndex(of: at) { circles.append(Array(way[first...])) }
        }
        return circles
    }

    /// At the line that stands first.
    private mutating func report(_ circle: [UnitID]) {
        let spans = circle.compactMap { heirs[$0]?.span }
        guard let first = spans.indices.min(by: { SourceSpan.precedes(spans[$0], spans[$1]) }) else { return }
        let (names, others) = (circle[first...] + circle[..<first], spans[(first + 1)...] + spans[..<first])
        diagnostics.append(.mergedIntoItself(names.map { tree[$0].name }, spans[first], others: Array(others)))
    }
}
