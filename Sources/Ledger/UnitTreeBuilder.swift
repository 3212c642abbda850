import Diagnostics
import Numerics
import SourceText
import Syntax

/// Where a name of a unit stands, given it and where its unit is noted to stand.
typealias LocateUnit = (_ name: String, _ noted: SourceSpan) -> SourceSpan

/// Builds the `UnitTree` from declared paths: the units that the `UnitForest` of the paths comes to, in its order.
struct UnitTreeBuilder {
    private var forest = UnitForest()
    /// The path that the last declaration stood under.
    private var lastUnder: (path: String, index: Int?)?
    private var units: [Unit] = []
    private var unitIndex = KeyTable<UnitForest.Child, UnitID>()
    /// Nil where it lies too deep.
    private var unitOfNode: [UnitID?] = []
    /// Where each unit is declared first by a line of its own, and how it spells the unit's name.
    private var declared: [(span: SourceSpan, name: String)?] = []
    private let locate: LocateUnit
    /// Aliases by the unit that theirs lies in.
    private var claims = KeyTable<UnitForest.Child, Claim>()
    private(set) var diagnostics: [Diagnostic] = []

    init(locate: @escaping LocateUnit) { self.locate = locate }

    /// A name of a unit, and where it is given.
    private struct Claim {
        var unit: UnitID
        var name: String
        var span: SourceSpan?
    }

    /// Builds the tree of the declared units.
    mutating func build(_ declarations: [(UnitDeclaration, FileID)]) -> UnitTree {
        let nodes = declarations.map { declaration, file in add(declaration, file) }
        forest.resolve()
        makeUnits()
        declared = Array(repeating: nil, count: units.count)
        let placed = zip(declarations, nodes).compactMap { entry, node in
            node.flatMap { unitOfNode[$0] }.map { (unit: $0, declaration: entry.0, file: entry.1) }
        }
        for (unit, declaration, file) in placed { describe(unit, declaration, file) }
        for (unit, declaration, file) in placed where !declaration.aliases.isEmpty { claim(declaration.aliases, unit, file) }
        var tree = UnitTree(units, isInformal: false)
        var successions = SuccessionBuilder(tree: tree)
        for (unit, declaration, file) in placed {
            if let heir = declaration.succeededBy { successions.add(unit, heir, file) }
        }
        successions.apply(to: &units)
        diagnostics += successions.diagnostics
        if successions.hasAny { tree = UnitTree(tree, described: units) }
        return tree
    }

    /// Builds the tree of the units that figures name, in a ledger that declares none.
    mutating func build(informal names: [(String, SourceSpan)]) -> UnitTree {
        for (name, span) in names { _ = forest.add(UnitTree.parts(ofPath: name), span) }
        forest.takeAsWritten()
        makeUnits()
        return UnitTree(units, isInformal: true)
    }

    private mutating func add(_ declaration: UnitDeclaration, _ file: FileID) -> Int? {
        let span = SourceSpan(file: file, range: declaration.path.range)
        let parent = declaration.under.flatMap { add(under: $0.text, span) }
        return forest.add(UnitTree.parts(ofPath: declaration.path.text), below: parent, span)
    }

    /// The units of a group lie under one path, which is looked up once.
    private mutating func add(under path: String, _ span: SourceSpan) -> Int? {
        if let lastUnder, lastUnder.path.isSpelled(as: path) { return lastUnder.index }
        let index = forest.add(UnitTree.parts(ofPath: path), span)
        lastUnder = (path, index)
        return index
    }

    private mutating func makeUnits() {
        diagnostics += forest.diagnostics
        for (name, span, index) in forest.confusables {
            let node = forest.nodes[index]
            diagnostics.append(.confusable(name, node.name, locate(name, span), first: locate(node.name, node.span)))
        }
        unitOfNode = Array(repeating: nil, count: forest.nodes.count)
        var told: Set<Int> = []
        for index in forest.nodes.indices {
            let node = forest.nodes[index]
            // Of all that lies too deep, the first below each unit that does not.
            if let parent = node.parent, forest.depth(of: index) == UnitTree.mostLevels, told.insert(parent).inserted {
                diagnostics.append(.pathTooDeep(node.span, limit: UnitTree.mostLevels))
            }
            _ = unit(of: index)
        }
    }

    /// Asks only for what lies above, so that it is done within as many steps as a tree has levels, and as many tops.
    private mutating func unit(of index: Int) -> UnitID? {
        if let known = unitOfNode[index] { return known }
        guard forest.depth(of: index) < UnitTree.mostLevels else { return nil }
        let node = forest.nodes[index]
        let id: UnitID?
        if let parent = node.parent {
            id = unit(of: parent).map { unit(node, under: $0) }
        } else if let other = forest.meaning(of: index) {
            id = unit(of: other)
        } else {
            id = unit(node, under: nil)
        }
        unitOfNode[index] = id
        return id
    }

    private mutating func unit(_ node: UnitForest.Node, under parent: UnitID?) -> UnitID {
        let key = UnitForest.Child(parent: parent?.index ?? -1, name: node.number)
        if let known = unitIndex[key] { return known }
        let id = UnitID(units.count)
        units.append(Unit(name: node.name, parent: parent, declaredAt: node.span))
        unitIndex.set(key, id)
        return id
    }

    /// What lies side by side has names and aliases of its own: no longer path would tell two apart.
    private mutating func claim(_ aliases: [Name], _ id: UnitID, _ file: FileID) {
        for alias in aliases {
            let key = UnitForest.Child(parent: units[id.index].parent?.index ?? -1, name: forest.number(of: alias.text))
            let span = SourceSpan(file: file, range: alias.range)
            let named = unitIndex[key].map { other in Claim(unit: other, name: units[other.index].name, span: units[other.index].declaredAt)
            }
            guard let earlier = named ?? claims[key] else {
                claims.set(key, Claim(unit: id, name: alias.text, span: span))
                continue
            }
            guard earlier.unit != id, let first = earlier.span else { continue }
            diagnostics.append(
                earlier.name.isSpelled(as: alias.text)
                    ? .duplicateName(alias.text, .unit, span, first: first)
                    : .confusable(alias.text, earlier.name, span, first: first))
        }
    }

    private mutating func describe(_ id: UnitID, _ declaration: UnitDeclaration, _ file: FileID) {
        var unit = units[id.index]
        let span = SourceSpan(file: file, range: declaration.path.range)
        if !declaration.isImplied {
            let name = UnitTree.parts(ofPath: declaration.path.text).last ?? ""
            if let (first, earlier) = declared[id.index] {
                // One that is spelled otherwise is told as such.
                if earlier.isSpelled(as: name) {
                    diagnostics.append(.duplicateName(declaration.path.text, .unit, span, first: first))
                }
            } else {
                declared[id.index] = (span, name)
                unit.declaredAt = span
            }
        }
        unit.nameEn = declaration.nameEn ?? unit.nameEn
        unit.nameZh = declaration.nameZh ?? unit.nameZh
        unit.aliases += declaration.aliases.map(\.text)
        unit.fields += declaration.fields.map { UnitField(key: Unit.canonicalKey($0.key.text), value: $0.value.text) }
        unit.opened = declaration.opened?.period.start ?? unit.opened
        unit.closed = declaration.closed?.period.end ?? unit.closed
        unit.isApart = unit.isApart || declaration.isApart
        unit.isComplete = declaration.isComplete ?? unit.isComplete
        // A life that ends before it starts is no life; the mistake is told, and the unit goes on.
        if let opened = unit.opened, let closed = unit.closed, closed <= opened { unit.closed = nil }
        units[id.index] = unit
        if let opened = declaration.opened, let closed = declaration.closed, closed.period.end <= opened.period.start {
            diagnostics.append(
                .closedBeforeOpened(SourceSpan(file: file, range: closed.range), SourceSpan(file: file, range: opened.range)))
        }
    }
}
