/// The circles of a graph: one for each group of nodes of which every one leads to every other. It goes by the names of nodes, so that their
/// numbers decide nothing. Linear in the edges, but for sorting those within groups.
public struct Circles {
    private let edges: [[Int]]
    /// By node.
    private var groupOf: [Int]
    /// Nodes that lead to each other, if only to themselves.
    private(set) var groups: [[Int]] = []

    /// By node, where it leads to.
    public init(_ edges: [[Int]]) {
        self.edges = edges
        groupOf = Array(repeating: -1, count: edges.count)
        var walk = GroupWalk(count: edges.count)
        for group in walk.groups(edges) where group.count > 1 || edges[group[0]].contains(group[0]) {
            for node in group { groupOf[node] = groups.count }
            groups.append(group)
        }
    }

    /// Whether an edge is part of a circle.
    public func holds(_ from: Int, _ to: Int) -> Bool { groupOf[from] >= 0 && groupOf[from] == groupOf[to] }

    /// Of each group the shortest circle through the node whose name comes last, from there on.
    public func shortest(_ name: (Int) -> String) -> [[Int]] { groups.compactMap { shortest(in: $0, name) } }

    private func shortest(in group: [Int], _ name: (Int) -> String) -> [Int]? {
        guard let start = group.max(by: { name($0) < name($1) }) else { return nil }
        var before: [Int: Int] = [:]
        var (rest, next) = ([start], 0)
        while next < rest.count {
            let node = rest[next]
            next += 1
            for other in edges[node].filter({ holds(node, $0) }).sorted(by: { name($0) < name($1) }) {
                if other == start {
                    var way = [node]
                    while let last = way.last, let earlier = before[last] { way.append(earlier) }
                    return way.reversed()
                }
                guard before[other] == nil else { continue }
                before[other] = node
                rest.append(other)
            }
        }
        return nil
    }
}

/// Finds groups of nodes that lead to each other: Tarjan's walk, with a stack of its own, however long the ways are.
private struct GroupWalk {
    /// By node: the order in which they are met, and the first of those met that each leads back to.
    private var (met, low): ([Int], [Int])
    private var count = 0
    /// Nodes whose groups are not known yet.
    private var open: [Int] = []
    private var isOpen: [Bool]

    init(count: Int) {
        (met, low) = (Array(repeating: -1, count: count), Array(repeating: -1, count: count))
        isOpen = Array(repeating: false, count: count)
    }

    mutating func groups(_ edges: [[Int]]) -> [[Int]] {
        var groups: [[Int]] = []
        for start in edges.indices where met[start] < 0 {
            var way = [(node: meet(start), next: 0)]
            while let (node, next) = way.last {
                if next < edges[node].count {
                    way[way.count - 1].next += 1
                    let other = edges[node][next]
                    if met[other] < 0 {
                        way.append((meet(other), 0))
                    } else if isOpen[other] {
                        low[node] = min(low[node], met[other])
                    }
                    continue
                }
                way.removeLast()
                if let above = way.last?.node { low[above] = min(low[above], low[node]) }
                if low[node] == met[node] { groups.append(close(from: node)) }
            }
        }
        return groups
    }

    private mutating func meet(_ node: Int) -> Int {
        (met[node], low[node]) = (count, count)
        count += 1
        open.append(node)
        isOpen[node] = true
        return node
    }

    private mutating func close(from node: Int) -> [Int] {
        var group: [Int] = []
        while let last = open.popLast() {
            isOpen[last] = false
            group.append(last)
            if last == node { break }
        }
        return group
    }
}
