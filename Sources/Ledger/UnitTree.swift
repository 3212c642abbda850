import Numerics
import SourceText

/// The units of a ledger. Parents come before their sub-units; sub-units of a unit are in the order of declaration.
public final class UnitTree: Sendable {
    /// By number; parents first.
    public let units: [Unit]
    /// Sub-units of unit u are `children[childStart[u]..<childStart[u + 1]]`.
    private let childStart: [UInt32]
    private let children: [UnitID]
    /// By unit: sub-units that count in a roll-up.
    private let parts: [[UnitID]]
    private let parents: [UnitID?]
    private let depths: [Int32]
    /// Units without a parent.
    public let roots: [UnitID]
    /// Units by the last part of their path and by their aliases.
    private let byName: NameMap<[UnitID]>
    /// A tree is no deeper than this: what is worked out from the whole to its parts need not ask how deep that goes.
    static let mostLevels = 256
    /// Whether names are taken as they come, because the ledger declares no units.
    public let isInformal: Bool

    init(_ units: [Unit], isInformal: Bool) {
        self.units = units
        self.isInformal = isInformal
        var (roots, counts) = ([UnitID](), Array(repeating: UInt32(0), count: units.count + 1))
        for (index, unit) in units.enumerated() {
            if let parent = unit.parent { counts[parent.index + 1] += 1 } else { roots.append(UnitID(index)) }
        }
        for index in 1..<max(1, counts.count) { counts[index] += counts[index - 1] }
        var children = Array(repeating: UnitID(0), count: Int(counts.last ?? 0))
        var next = counts
        var parts = Array(repeating: [UnitID](), count: units.count)
        var depths = Array(repeating: Int32(0), count: units.count)
        var byName = NameMap<[UnitID]>()
        byName.reserveCapacity(units.count)
        for (index, unit) in units.enumerated() {
            if let parent = unit.parent {
                children[Int(next[parent.index])] = UnitID(index)
                next[parent.index] += 1
                if !unit.isApart { parts[parent.index].append(UnitID(index)) }
                depths[index] = depths[parent.index] + 1
            }
            byName[unit.name, default: []].append(UnitID(index))
            for alias in Set(unit.aliases) where alias != unit.name { byName[alias, default: []].append(UnitID(index)) }
        }
        (self.roots, childStart, self.children, self.parts) = (roots, counts, children, parts)
        (parents, self.depths, self.byName) = (units.map(\.parent), depths, byName)
    }

    /// The same tree of units that know more of themselves.
    init(_ tree: UnitTree, described units: [Unit]) {
        self.units = units
        (isInformal, roots, childStart, children, parts) = (tree.isInformal, tree.roots, tree.childStart, tree.children, tree.parts)
        (parents, depths, byName) = (tree.parents, tree.depths, tree.byName)
    }

    /// How many there are.
    public var count: Int { units.count }

    /// All of them, parents first.
    public var ids: some RandomAccessCollection<UnitID> { (0..<units.count).lazy.map { UnitID($0) } }

    /// The unit of this number.
    @inlinable
    public subscript(id: UnitID) -> Unit { units[id.index] }

    /// Direct sub-units, those that stand apart among them.
    public func subUnits(of id: UnitID) -> ArraySlice<UnitID> {
        children[Int(childStart[id.index])..<Int(childStart[id.index + 1])]
    }

    /// Direct sub-units that count in a roll-up.
    public func parts(of id: UnitID) -> [UnitID] { parts[id.index] }

    /// Whether some day of the period lies in its life. Asked of many units: it copies none.
    public func isAlive(_ id: UnitID, in period: Period) -> Bool { units[id.index].isAlive(in: period) }

    /// Whether any sub-unit counts in a roll-up.
    public func hasParts(_ id: UnitID) -> Bool { !parts[id.index].isEmpty }

    /// The unit above; nil for a root.
    public func parent(of id: UnitID) -> UnitID? { parents[id.index] }

    /// Whether the sub-units do not make the whole: said so, or only one is named and nothing was said.
    public func isIncomplete(_ id: UnitID) -> Bool {
        if let said = units[id.index].isComplete { return !said }
        return parts[id.index].count == 1
    }

    /// The unit and all above it, from the unit upwards.
    public func lineage(of id: UnitID) -> [UnitID] {
        var lineage = [id]
        while let parent = parents[lineage[lineage.count - 1].index] { lineage.append(parent) }
        return lineage
    }

    /// How far below its root; 0 for a root.
    public func depth(of id: UnitID) -> Int { Int(depths[id.index]) }

    /// The full path, with `:` between its parts.
    public func path(of id: UnitID) -> String {
        lineage(of: id).reversed().map { units[$0.index].name }.joined(separator: ":")
    }

    /// What a reference means.
    public enum Reference: Sendable {
        case unit(UnitID)
        case ambiguous([UnitID])
        case unknown
    }

    /// Looks up a full path, an alias, or any tail of a path that only one unit has. A full path of names stands before one with aliases in
    /// it, and that before a tail; the order of declaration decides nothing.
    public func find(_ reference: String) -> Reference {
        let parts = Self.parts(ofPath: reference)
        guard let last = parts.last, let named = byName[last] else { return .unknown }
        let candidates = (below(parts.dropLast().last, fewerThan: named.count) ?? named).filter { hasTail($0, parts) }
        if candidates.count == 1 { return .unit(candidates[0]) }
        let full = candidates.filter { depth(of: $0) == parts.count - 1 }
        if full.count == 1 { return .unit(full[0]) }
        if let exact = full.first(where: { isNamed($0, parts) }) { return .unit(exact) }
        return candidates.isEmpty ? .unknown : .ambiguous(candidates)
    }

    /// The sub-units of those that are called so, where they are fewer: many units may share the last part of their paths.
    private func below(_ name: String?, fewerThan count: Int) -> [UnitID]? {
        guard count > 16, let name, let above = byName[name], above.count < count else { return nil }
        guard above.reduce(0, { $0 + subUnits(of: $1).count }) < count else { return nil }
        return above.flatMap { subUnits(of: $0) }.sorted()
    }

    private func hasTail(_ id: UnitID, _ parts: [String]) -> Bool {
        var unit = id
        for (index, part) in parts.reversed().enumerated() {
            if index > 0 {
                guard let parent = parents[unit.index] else { return false }
                unit = parent
            }
            guard units[unit.index].name == part || units[unit.index].aliases.contains(part) else { return false }
        }
        return true
    }

    /// Whether these are the names of its full path, of which they are aliases or names.
    private func isNamed(_ id: UnitID, _ parts: [String]) -> Bool {
        zip(lineage(of: id), parts.reversed()).allSatisfy { units[$0.index].name == $1 }
    }

    /// Cuts a path at `:` and `：`; blanks around its parts do not count, nor do parts without a character.
    public static func parts(ofPath path: String) -> [String] {
        let bytes = Array(path.utf8)
        var parts: [String] = []
        var start = 0
        func part(_ end: Int) {
            var range = start..<end
            while let first = range.first, bytes[first] == UInt8(ascii: " ") { range.removeFirst() }
            while let last = range.last, bytes[last] == UInt8(ascii: " ") { range.removeLast() }
            if start < end { parts.append(String(decoding: bytes[range], as: UTF8.self)) }
        }
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: ":") {
                part(index)
                start = index + 1
            } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x9A {
                part(index)
                start = index + 3
            }
        }
        part(bytes.count)
        return parts
    }

    /// Every name that a reference may use, for suggestions.
    public var names: some Sequence<String> { byName.names }
}
