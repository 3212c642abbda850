import Diagnostics
import Ledger

/// What stands where a unit stands in a report: a unit, or all units of which a field says the same.
struct ReportSubject: Sendable {
    enum Kind: Sendable {
        case unit(UnitID)
        /// None of the units lies below another.
        case group([UnitID])
    }

    var kind: Kind

    var units: [UnitID] {
        switch kind {
        case .unit(let unit): [unit]
        case .group(let units): units
        }
    }

    /// In machine formats: the unit's path, or the field's value.
    var path: String
    var label: Localized
    /// Index of the subject that it is drawn below.
    var parent: Int?
    var depth: Int
}

/// Chooses the units of a report and sets them in the order of the tree.
struct SubjectFinder {
    let ledger: Ledger
    let query: ReportQuery

    private var units: UnitTree { ledger.units }

    /// The units that names, conditions and depth leave, each below the nearest of its ancestors that is left too.
    func subjects() throws(ReportProblem) -> [ReportSubject] {
        let tops = try topUnits()
        for field in query.conditions.map(\.field) + (query.groupField.map { [$0] } ?? []) { try expectField(field) }
        if let field = query.groupField { return groups(of: field, below: tops) }
        let depth = query.depth ?? (isListed ? suitableDepth(tops) : 0)
        var subjects: [ReportSubject] = []
        var seen: Set<UnitID> = []
        for top in tops { visit(top, levelsLeft: depth, parent: nil, &subjects, &seen) }
        return subjects
    }

    /// Those units and all below them, where names were given: the ones whose figures matter.
    func reach() throws(ReportProblem) -> Set<UnitID>? {
        guard !query.units.isEmpty else { return nil }
        var reach = Set(try topUnits())
        for id in units.ids { if let parent = units[id].parent, reach.contains(parent) { reach.insert(id) } }
        return reach
    }

    private func visit(_ id: UnitID, levelsLeft: Int, parent: Int?, _ subjects: inout [ReportSubject], _ seen: inout Set<UnitID>) {
        guard seen.insert(id).inserted else { return }
        var parent = parent
        if query.conditions.allSatisfy({ holds($0, for: id) }) {
            subjects.append(
                ReportSubject(
                    kind: .unit(id), path: units.path(of: id), label: label(of: id), parent: parent,
                    depth: parent.map { subjects[$0].depth + 1 } ?? 0))
            parent = subjects.count - 1
        }
        guard levelsLeft > 0 else { return }
        // What stands beside the tree comes last, so that it does not look like one of the parts.
        let below = units.parts(of: id) + units.subUnits(of: id).filter { units[$0].isApart }
        for part in below { visit(part, levelsLeft: levelsLeft - 1, parent: parent, &subjects, &seen) }
    }

    private func label(of id: UnitID) -> Localized {
        Localized(en: units[id].displayName(in: .english), zh: units[id].displayName(in: .chinese))
    }

    /// Whether units that were asked for bring those below them along: not where each is a page or a column of its own.
    private var isListed: Bool {
        query.units.isEmpty || !query.conditions.isEmpty || (query.rows ?? .unit) == .unit && query.columns != .unit
    }

    // MARK: names

    private func topUnits() throws(ReportProblem) -> [UnitID] {
        if query.units.isEmpty { return units.roots }
        var found: Set<UnitID> = []
        for pattern in query.units { found.formUnion(try matches(of: pattern)) }
        // Parents have smaller numbers, so that a unit named besides its parent falls into the parent's tree.
        return found.sorted()
    }

    private func matches(of pattern: String) throws(ReportProblem) -> [UnitID] {
        switch units.find(pattern) {
        case .unit(let id): return [id]
        case .ambiguous(let candidates):
            let paths = candidates.prefix(8).map { units.path(of: $0) }
            throw ReportProblem(
                Localized(en: "several units are called \(pattern)", zh: "有多个单位叫“\(pattern)”"),
                help: [Localized(en: "one of: \(paths.joined(separator: ", "))", zh: "其中之一：\(paths.joined(separator: "、"))")])
        case .unknown: break
        }
        let matcher = NameMatcher(pattern)
        let found = units.ids.filter { id in
            let unit = units[id]
            return ([unit.name, unit.nameEn, unit.nameZh].compactMap { $0 } + unit.aliases).contains(where: matcher.matches)
                || matcher.matches(units.path(of: id))
        }
        if !found.isEmpty { return Array(found) }
        throw .unknown(pattern, Localized(en: "unit", zh: "单位"), among: Array(units.names))
    }

    /// One level below the first unit that has several sub-units; nothing below where several units were asked for.
    private func suitableDepth(_ tops: [UnitID]) -> Int {
        if !query.conditions.isEmpty { return units.isEmpty ? 0 : .max }
        guard tops.count == 1 || query.units.isEmpty, let first = tops.first else { return 0 }
        var depth = 1
        var id = first
        while tops.count == 1, let only = onlyPart(of: id), units.hasParts(only) { (id, depth) = (only, depth + 1) }
        return depth
    }

    private func onlyPart(of id: UnitID) -> UnitID? {
        let parts = units.parts(of: id)
        return parts.count == 1 ? parts[0] : nil
    }

    // MARK: fields

    /// A field that no unit has was mistyped.
    private func expectField(_ field: String) throws(ReportProblem) {
        var keys: [String] = []
        for id in units.ids {
            for known in units[id].fields where !keys.contains(known.key) { keys.append(known.key) }
            if keys.contains(field) { return }
        }
        throw .unknown(field, Localized(en: "field", zh: "字段"), near: nearest(field, in: keys.sorted().map(Unit.keyName)))
    }

    private func holds(_ condition: ReportQuery.Condition, for id: UnitID) -> Bool {
        units[id].value(of: condition.field).map { FieldPath(condition.value).covers($0) } ?? false
    }

    /// The values of the field as a tree, each with the topmost units that have it or a value below it.
    private func groups(of field: String, below tops: [UnitID]) -> [ReportSubject] {
        var members: [String: [UnitID]] = [:]
        var order: [String] = []
        for id in preorder(tops) where !units[id].isApart && query.conditions.allSatisfy({ holds($0, for: id) }) {
            guard let value = units[id].value(of: field) else { continue }
            for path in valuePaths(value) {
                if members[path] == nil { order.append(path) }
                members[path, default: []].append(id)
            }
        }
        let kept = order.sorted { precedes($0, $1, order) }.filter { levels($0) <= (query.depth ?? .max - 1) }
        var subjects: [ReportSubject] = []
        for path in kept {
            let parent = subjects.lastIndex { FieldPath($0.path).covers(path) }
            let name = path.split(separator: ":").last.map(String.init) ?? path
            subjects.append(
                ReportSubject(
                    kind: .group(topmost(members[path] ?? [])), path: path, label: Localized(verbatim: name), parent: parent,
                    depth: levels(path)))
        }
        return subjects
    }

    private func preorder(_ tops: [UnitID]) -> [UnitID] {
        var order: [UnitID] = []
        var seen: Set<UnitID> = []
        func visit(_ id: UnitID) {
            guard seen.insert(id).inserted else { return }
            order.append(id)
            for part in units.subUnits(of: id) { visit(part) }
        }
        for top in tops { visit(top) }
        return order
    }

    private func levels(_ path: String) -> Int { path.count { $0 == ":" } }

    /// Values in the order of their first use, those below another right behind it.
    private func precedes(_ a: String, _ b: String, _ order: [String]) -> Bool {
        let (paths, others) = (valuePaths(a), valuePaths(b))
        for (path, other) in zip(paths, others) where path != other {
            return (order.firstIndex(of: path) ?? 0) < (order.firstIndex(of: other) ?? 0)
        }
        return paths.count < others.count
    }

    /// Those that lie below none of the others.
    private func topmost(_ members: [UnitID]) -> [UnitID] {
        let all = Set(members)
        return members.filter { id in !units.lineage(of: id).dropFirst().contains(where: all.contains) }
    }
}

extension UnitTree {
    fileprivate var isEmpty: Bool { count == 0 }
}

/// `a:b:c` and all above it, from the top: `a`, `a:b`, `a:b:c`.
private func valuePaths(_ value: String) -> [String] {
    let levels = FieldPath(value).levels
    return levels.indices.map { levels[...$0].joined(separator: ":") }
}
