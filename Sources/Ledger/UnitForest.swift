import Diagnostics
import Numerics
import SourceText

/// The paths of units as they are written: a forest, of which every top is looked up. It is a root, unless exactly one longer path ends in
/// its name; then it means that unit. Linear in the parts of all paths, however deep they lead.
struct UnitForest {
    /// A part of a path. The same parts below the same top are one.
    struct Node {
        var name: String
        /// The number of its name.
        var number: Int
        var parent: Int?
        var top: Int
        /// How far below its top.
        var depth: Int
        /// Of the first path that names it.
        var span: SourceSpan
    }

    /// A unit by the one that it lies in, -1 for none, and the number of its name.
    struct Child: TableKey {
        var parent: Int
        var name: Int

        var words: (UInt64, UInt64) { (UInt64(bitPattern: Int64(parent)), UInt64(bitPattern: Int64(name))) }
    }

    private enum Top {
        case unresolved, inProgress
        case root
        case means(Int)
    }

    private(set) var nodes: [Node] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Names that are the same as those of nodes, of characters composed otherwise.
    private(set) var confusables: [(name: String, span: SourceSpan, node: Int)] = []
    private var nodeByChild = KeyTable<Child, Int>()
    /// Names that were met, each with a number.
    private var numberByName = NameMap<Int>()
    /// By the number of the name, nodes that lie in another.
    private var nestedByName: [[Int]] = []
    /// By node; without meaning for those that have a parent.
    private var tops: [Top] = []
    private var hasCircle = false
    /// By node that is a top: how far below a root it lies.
    private var depthOfTop: [Int] = []
    /// By node, its number among all that are told apart by their full paths; -1 where it was not asked for.
    private var places: [Int] = []
    private var placeByChild = KeyTable<Child, Int>()

    /// Adds a path below a node, or by itself; nil for a path without parts.
    mutating func add(_ path: [String], below parent: Int? = nil, _ span: SourceSpan) -> Int? {
        var parent = parent
        for name in path {
            let key = Child(parent: parent ?? -1, name: number(of: name))
            if let known = nodeByChild[key] {
                noteConfusable(name, known, span)
                parent = known
                continue
            }
            let index = nodes.count
            let (top, depth) = parent.map { (nodes[$0].top, nodes[$0].depth + 1) } ?? (index, 0)
            nodes.append(Node(name: name, number: key.name, parent: parent, top: top, depth: depth, span: span))
            nodeByChild.set(key, index)
            if parent != nil { nestedByName[key.name].append(index) }
            parent = index
        }
        return parent
    }

    mutating func number(of name: String) -> Int {
        if let known = numberByName[name] { return known }
        numberByName.set(name, nestedByName.count)
        nestedByName.append([])
        return nestedByName.count - 1
    }

    /// Equality of strings is canonical equivalence; a name composed of other characters is the same unit, and told of.
    private mutating func noteConfusable(_ name: String, _ known: Int, _ span: SourceSpan) {
        guard !nodes[known].name.isSpelled(as: name) else { return }
        confusables.append((name, span, known))
    }

    /// What a top means; nil for a root. Call after `resolve` or `takeAsWritten`.
    func meaning(of top: Int) -> Int? {
        if case .means(let other) = tops[top] { other } else { nil }
    }

    /// How far below its root; 0 for a root.
    func depth(of node: Int) -> Int { depthOfTop[nodes[node].top] + nodes[node].depth }
}

extension UnitForest {
    /// Makes every top a root.
    mutating func takeAsWritten() {
        tops = Array(repeating: .root, count: nodes.count)
        depthOfTop = Array(repeating: 0, count: nodes.count)
    }

    /// Looks up every top.
    mutating func resolve() {
        forgetTops()
        let before = diagnostics.count
        for index in nodes.indices where nodes[index].parent == nil { resolve(index) }
        guard hasCircle else { return }
        // What was found on the way depends on where the circle was entered: once more, with all of it for roots.
        diagnostics.removeSubrange(before...)
        forgetTops()
        refuseCircles()
        for index in nodes.indices where nodes[index].parent == nil { resolve(index) }
    }

    private mutating func forgetTops() {
        tops = Array(repeating: .unresolved, count: nodes.count)
        depthOfTop = Array(repeating: 0, count: nodes.count)
        places = Array(repeating: -1, count: nodes.count)
    }

    /// Tops that would lie under themselves are roots.
    private mutating func refuseCircles() {
        let edges = nodes.map { node in node.parent == nil ? nestedByName[node.number].map { nodes[$0].top } : [] }
        for group in Circles(edges).groups {
            for top in group { tops[top] = .root }
            let first = nodes[group.min() ?? group[0]]
            diagnostics.append(.unitUnderItself(first.name, first.span))
        }
    }

    /// Looks up first the tops of all paths that may be meant.
    private mutating func resolve(_ first: Int) {
        guard case .unresolved = tops[first] else { return }
        tops[first] = .inProgress
        var way = [(top: first, next: 0)]
        while let (top, next) = way.last {
            let nested = nestedByName[nodes[top].number]
            guard isInProgress(top), next < nested.count else {
                way.removeLast()
                if isInProgress(top) { settle(top, nested) }
                continue
            }
            way[way.count - 1].next += 1
            let other = nodes[nested[next]].top
            switch tops[other] {
            case .root, .means: break
            case .unresolved:
                tops[other] = .inProgress
                way.append((other, 0))
            case .inProgress: hasCircle = true
            }
        }
    }

    private func isInProgress(_ top: Int) -> Bool {
        if case .inProgress = tops[top] { true } else { false }
    }

    private mutating func settle(_ top: Int, _ nested: [Int]) {
        tops[top] = .root
        guard let first = nested.first else { return }
        if nested.count > 1 {
            var seen: Set<Int> = []
            var meanings: [Int] = []
            for node in nested where seen.insert(place(of: node)).inserted { meanings.append(node) }
            if meanings.count > 1 {
                let candidates = meanings.map { path(of: $0) }.sorted()
                return diagnostics.append(.ambiguousName(nodes[top].name, nodes[top].span, candidates: candidates))
            }
        }
        tops[top] = .means(first)
        depthOfTop[top] = depth(of: first)
    }

    /// Above a node: what it lies in, or what it means.
    private func above(_ node: Int) -> Int? { nodes[node].parent ?? meaning(of: node) }

    /// The same for all nodes of one full path. Each node is numbered once.
    private mutating func place(of node: Int) -> Int {
        var way = [node]
        while let last = way.last, places[last] < 0, let above = above(last) { way.append(above) }
        var place = -1
        for node in way.reversed() {
            if places[node] < 0 {
                let means = nodes[node].parent == nil && meaning(of: node) != nil
                places[node] = means ? place : number(of: Child(parent: place, name: nodes[node].number))
            }
            place = places[node]
        }
        return place
    }

    private mutating func number(of child: Child) -> Int {
        if let known = placeByChild[child] { return known }
        placeByChild.set(child, placeByChild.count)
        return placeByChild.count - 1
    }

    /// With `:` between its parts; of a very long one the end.
    private func path(of node: Int) -> String {
        var names: [String] = []
        var at: Int? = node
        while let node = at, names.count < UnitTree.mostLevels {
            // A top that means another unit has its name.
            if nodes[node].parent != nil || meaning(of: node) == nil { names.append(nodes[node].name) }
            at = above(node)
        }
        return names.reversed().joined(separator: ":")
    }
}
