import Diagnostics
import Numerics
import SourceText
import Syntax

/// Builds the `UnitTree` from declared paths. First the paths as written make a forest; then every top of it is looked up: it is a
/// root, unless exactly one longer declared path ends in its name.
struct UnitTreeBuilder {
    /// A unit of the forest of written paths.
    private struct Written {
        var name: String
        var parent: Int?
        /// Of the first path that names it.
        var span: SourceSpan
    }

    /// A unit by the one that it lies in, -1 for none, and the number of its name.
    private struct Child: TableKey {
        var parent: Int
        var name: Int

        var words: (UInt64, UInt64) { (UInt64(bitPattern: Int64(parent)), UInt64(bitPattern: Int64(name))) }
    }

    private enum Top {
        case unresolved, inProgress
        case root
        case means(Int)
    }

    private var written: [Written] = []
    /// Names that were met, each with a number.
    private var nameNumbers = NameMap<Int>()
    private var writtenIndex = KeyTable<Child, Int>()
    /// By written unit; without meaning for those that have a parent.
    private var tops: [Top] = []
    /// By the number of the name, units that lie in another.
    private var nestedByName: [[Int]] = []
    /// The path that the last declaration stood under.
    private var lastUnder: (path: String, index: Int?)?
    private var units: [Unit] = []
    private var unitIndex = KeyTable<Child, UnitID>()
    private var unitOfWritten: [UnitID?] = []
    /// Where each unit is declared first by a line of its own.
    private var declared: [SourceSpan?] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Builds the tree of the declared units.
    mutating func build(_ declarations: [(UnitDeclaration, FileID)]) -> UnitTree {
        let places = declarations.map { declaration, file in add(declaration, file) }
        resolveTops()
        unitOfWritten = Array(repeating: nil, count: written.count)
        for index in written.indices { _ = unit(of: index) }
        declared = Array(repeating: nil, count: units.count)
        for ((declaration, file), place) in zip(declarations, places) {
            if let unit = place.flatMap({ unitOfWritten[$0] }) { describe(unit, declaration, file) }
        }
        var tree = UnitTree(units, isInformal: false)
        succeed(&tree, declarations)
        return tree
    }

    /// Builds the tree of the units that figures name, in a ledger that declares none.
    mutating func build(informal names: [(String, SourceSpan)]) -> UnitTree {
        for (name, span) in names { _ = add(path: UnitTree.parts(ofPath: name), span) }
        tops = Array(repeating: .root, count: written.count)
        unitOfWritten = Array(repeating: nil, count: written.count)
        for index in written.indices { _ = unit(of: index) }
        return UnitTree(units, isInformal: true)
    }

    private static func parts(of declaration: UnitDeclaration) -> [String] {
        UnitTree.parts(ofPath: (declaration.under.map { $0.text + ":" } ?? "") + declaration.path.text)
    }

    private mutating func add(_ declaration: UnitDeclaration, _ file: FileID) -> Int? {
        let span = SourceSpan(file: file, range: declaration.path.range)
        let parent = declaration.under.flatMap { add(under: $0.text, span) }
        return add(path: UnitTree.parts(ofPath: declaration.path.text), below: parent, span)
    }

    /// The units of a group lie under one path, which is looked up once.
    private mutating func add(under path: String, _ span: SourceSpan) -> Int? {
        if let lastUnder, lastUnder.path.utf8.elementsEqual(path.utf8) { return lastUnder.index }
        let index = add(path: UnitTree.parts(ofPath: path), span)
        lastUnder = (path, index)
        return index
    }

    private mutating func add(path: [String], below top: Int? = nil, _ span: SourceSpan) -> Int? {
        var parent = top
        for name in path {
            let key = child(of: parent, name)
            if let known = writtenIndex[key] {
                noteConfusable(name, written[known], span)
                parent = known
                continue
            }
            let index = written.count
            written.append(Written(name: name, parent: parent, span: span))
            writtenIndex.set(key, index)
            if parent != nil { nestedByName[key.name].append(index) }
            parent = index
        }
        return parent
    }

    private mutating func child(of parent: Int?, _ name: String) -> Child {
        let known = nameNumbers[name]
        if known == nil {
            nameNumbers[name] = nestedByName.count
            nestedByName.append([])
        }
        return Child(parent: parent ?? -1, name: known ?? nestedByName.count - 1)
    }

    /// Equality of strings is canonical equivalence; a name composed of other characters is the same unit, and told of.
    private mutating func noteConfusable(_ name: String, _ known: Written, _ span: SourceSpan) {
        guard !known.name.utf8.elementsEqual(name.utf8) else { return }
        diagnostics.append(.confusable(name, known.name, span, first: known.span))
    }

    private mutating func resolveTops() {
        tops = Array(repeating: .unresolved, count: written.count)
        for index in written.indices where written[index].parent == nil { _ = resolve(top: index) }
    }

    /// The written unit that a top means; nil for a root.
    private mutating func resolve(top: Int) -> Int? {
        switch tops[top] {
        case .root: return nil
        case .means(let other): return other
        case .inProgress:
            diagnostics.append(.unitUnderItself(written[top].name, written[top].span))
            tops[top] = .root
            return nil
        case .unresolved: break
        }
        tops[top] = .inProgress
        var meanings: [[String]: Int] = [:]
        for nested in nestedByName[child(of: nil, written[top].name).name] {
            let path = absolutePath(of: nested)
            if case .root = tops[top] { return nil }
            if meanings[path] == nil { meanings[path] = nested }
        }
        if meanings.count > 1 {
            let candidates = meanings.keys.map { $0.joined(separator: ":") }.sorted()
            diagnostics.append(.ambiguousName(written[top].name, written[top].span, candidates: candidates))
        }
        guard meanings.count == 1, let meaning = meanings.values.first else {
            tops[top] = .root
            return nil
        }
        tops[top] = .means(meaning)
        return meaning
    }

    private mutating func absolutePath(of index: Int) -> [String] {
        var path: [String] = []
        var at = index
        while true {
            path.append(written[at].name)
            if let parent = written[at].parent {
                at = parent
            } else if let meaning = resolve(top: at) {
                path.removeLast()
                at = meaning
            } else {
                return path.reversed()
            }
        }
    }

    private mutating func unit(of index: Int) -> UnitID {
        if let known = unitOfWritten[index] { return known }
        let id: UnitID
        if let parent = written[index].parent {
            id = unit(named: written[index].name, under: unit(of: parent), written[index].span)
        } else if case .means(let other) = tops[index] {
            id = unit(of: other)
        } else {
            id = unit(named: written[index].name, under: nil, written[index].span)
        }
        unitOfWritten[index] = id
        return id
    }

    private mutating func unit(named name: String, under parent: UnitID?, _ span: SourceSpan) -> UnitID {
        let key = child(of: parent?.index, name)
        if let known = unitIndex[key] { return known }
        let id = UnitID(units.count)
        units.append(Unit(name: name, parent: parent, declaredAt: span))
        unitIndex.set(key, id)
        return id
    }

    private mutating func describe(_ id: UnitID, _ declaration: UnitDeclaration, _ file: FileID) {
        var unit = units[id.index]
        let span = SourceSpan(file: file, range: declaration.path.range)
        if !declaration.isImplied {
            if let first = declared[id.index] {
                diagnostics.append(.duplicateName(declaration.path.text, .unit, span, first: first))
            } else {
                declared[id.index] = span
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

    private func unitID(of declaration: UnitDeclaration) -> UnitID? {
        var parent: Int?
        for name in Self.parts(of: declaration) {
            guard let number = nameNumbers[name], let index = writtenIndex[Child(parent: parent ?? -1, name: number)] else { return nil }
            parent = index
        }
        return parent.flatMap { unitOfWritten[$0] }
    }

    private mutating func succeed(_ tree: inout UnitTree, _ declarations: [(UnitDeclaration, FileID)]) {
        guard declarations.contains(where: { $0.0.succeededBy != nil }) else { return }
        var units = tree.units
        for (declaration, file) in declarations {
            guard let successor = declaration.succeededBy, let id = unitID(of: declaration) else { continue }
            let span = SourceSpan(file: file, range: successor.range)
            switch tree.find(successor.text) {
            case .unit(let other) where other == id: diagnostics.append(.unitUnderItself(successor.text, span))
            case .unit(let other): units[id.index].succeededBy = other
            case .ambiguous(let candidates):
                diagnostics.append(.ambiguousName(successor.text, span, candidates: candidates.map { tree.path(of: $0) }))
            case .unknown:
                diagnostics.append(.undeclared(successor.text, .unit, span, among: tree.names))
            }
        }
        tree = UnitTree(tree, described: units)
    }
}
