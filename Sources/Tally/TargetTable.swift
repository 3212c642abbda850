import Ledger
import Numerics
import Syntax

/// What a target asks for.
public enum TargetDemand: Hashable, Sendable {
    /// A level, exact, in quanta of the indicator's dimension.
    case level(Interval)
    /// A change on last year, exact, in %.
    case change(Interval)
    /// A change of a percentage, exact, in points.
    case points(Interval)
}

/// A target that stands: the newest revision of what one issuer asks for in one cell.
public struct StandingTarget: Sendable {
    /// As it was read. Its place in the ledger is that of its line.
    public var target: Target
    /// What it asks for.
    public var demand: TargetDemand
    /// Whether more than it asks for is worse: of an indicator that is better lower, and where it is written `<=`.
    public var isCeiling: Bool

    /// The unit that gave it out: the unit itself where none is named.
    public var issuer: UnitID { target.issuerOrUnit }
    /// Not yet issued.
    public var isDraft: Bool { target.isDraft }
    /// Written `~`: it states too little to contradict anything.
    public var isVague: Bool {
        guard case .number(let number) = target.content else { return false }
        return number.bound == .about
    }
    /// The cell that it is a target for.
    public var key: CellKey { CellKey(target.unit, target.indicator, target.period) }
}

/// The targets of a ledger that stand, by cell.
public struct TargetTable: Sendable {
    /// Of each cell the unit's own target first, then that of its parent, then that of the nearest issuer.
    private var issued = KeyTable<CellKey, [StandingTarget]>()
    private var drafts = KeyTable<CellKey, [StandingTarget]>()
    /// One cell, one issuer, stated twice; the later line first.
    public private(set) var duplicates: [(again: Target, first: Target)] = []
    /// Cells with a target or a draft, in the order of the tree, of the indicators and of time.
    public let keys: [CellKey]
    private let periodsOf: KeyTable<SeriesKey, [Period]>

    /// Targets reported after `asOf` are left out.
    init(_ ledger: Ledger, asOf: Day?) {
        // By cell, then by issuer and status: those among which one stands.
        var rivals = KeyTable<CellKey, [[Target]]>()
        for target in ledger.statements.targets {
            if let day = target.reportedOn, let asOf, day > asOf { continue }
            guard case .number = target.content else { continue }
            rivals.change(CellKey(target.unit, target.indicator, target.period), from: []) { Self.add(target, to: &$0) }
        }
        for (cell, groups) in zip(rivals.keys, rivals.values) {
            for targets in groups {
                guard let standing = Self.settle(targets, ledger, &duplicates) else { continue }
                if standing.isDraft {
                    drafts.change(cell, from: []) { $0.append(standing) }
                } else {
                    issued.change(cell, from: []) { $0.append(standing) }
                }
            }
        }
        keys = rivals.keys.sorted(by: CellKey.precedes)
        var periods = KeyTable<SeriesKey, [Period]>()
        for key in keys { periods.change(SeriesKey(key.unit, key.indicator), from: []) { $0.append(key.period) } }
        periodsOf = periods
        issued.changeAll { $0.sort { Self.isNearer($0, $1, ledger.units) } }
        drafts.changeAll { $0.sort { Self.isNearer($0, $1, ledger.units) } }
        duplicates.sort { ($0.again.file.index, $0.again.line) < ($1.again.file.index, $1.again.line) }
    }

    private static func add(_ target: Target, to groups: inout [[Target]]) {
        let known = groups.firstIndex { $0[0].issuerOrUnit == target.issuerOrUnit && $0[0].isDraft == target.isDraft }
        if let known { groups[known].append(target) } else { groups.append([target]) }
    }

    /// Whether the ledger has none.
    public var isEmpty: Bool { keys.isEmpty }

    /// The issued targets of a cell, the one that counts first.
    public func issued(_ key: CellKey) -> [StandingTarget] { issued[key] ?? [] }

    /// The drafts of a cell, the one that counts first.
    public func drafts(_ key: CellKey) -> [StandingTarget] { drafts[key] ?? [] }

    /// The periods for which a unit has targets of an indicator, in order.
    public func periods(_ unit: UnitID, _ indicator: IndicatorID) -> [Period] {
        periodsOf[SeriesKey(unit, indicator)] ?? []
    }

    /// The newest revision stands; of two alike that agree the first, of two that do not none until it is mended.
    private static func settle(
        _ targets: [Target], _ ledger: Ledger, _ duplicates: inout [(again: Target, first: Target)]
    ) -> StandingTarget? {
        let ranked = targets.enumerated().sorted { a, b in
            isNewer(a.element, b.element) || !isNewer(b.element, a.element) && a.offset < b.offset
        }.map(\.element)
        var isAgreed = true
        for (index, target) in ranked.enumerated().dropFirst() where !isNewer(ranked[index - 1], target) {
            guard let first = ranked.first(where: { !isNewer($0, target) }) else { continue }
            duplicates.append((target, first))
            let isTop = !isNewer(ranked[0], target)
            if isTop, ledger.demand(of: target) != ledger.demand(of: ranked[0]) { isAgreed = false }
        }
        guard isAgreed, let best = ranked.first, let demand = ledger.demand(of: best) else { return nil }
        return StandingTarget(target: best, demand: demand, isCeiling: ledger.isCeiling(best))
    }

    private static func isNewer(_ a: Target, _ b: Target) -> Bool {
        if a.isRevision != b.isRevision { return a.isRevision }
        guard a.isRevision, a.reportedOn != b.reportedOn else { return false }
        return (a.reportedOn ?? Day(rawValue: .min)) > (b.reportedOn ?? Day(rawValue: .min))
    }

    private static func isNearer(_ a: StandingTarget, _ b: StandingTarget, _ units: UnitTree) -> Bool {
        let lineage = units.lineage(of: a.target.unit)
        let (x, y) = (lineage.firstIndex(of: a.issuer) ?? .max, lineage.firstIndex(of: b.issuer) ?? .max)
        return x == y ? a.issuer < b.issuer : x < y
    }
}

extension Target {
    /// Marked `!`; a mere forecast is no more binding.
    public var isDraft: Bool { status < .reported }

    fileprivate var issuerOrUnit: UnitID { issuer ?? unit }
}

extension CellKey {
    /// By unit, then indicator, then period; a longer period before those inside it.
    static func precedes(_ a: CellKey, _ b: CellKey) -> Bool {
        if a.unit != b.unit { return a.unit < b.unit }
        if a.indicator != b.indicator { return a.indicator < b.indicator }
        if a.period.start != b.period.start { return a.period.start < b.period.start }
        return a.period.end > b.period.end
    }
}
