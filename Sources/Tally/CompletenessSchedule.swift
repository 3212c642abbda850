import Ledger
import Numerics
import SourceText
import Syntax

/// When the reports of one `expected` line fall due.
struct ReportSchedule {
    /// Those of periods that have begun on the day that is asked for, in order: what has fallen due comes first, then what may be
    /// reported already, with which earlier periods may have come in.
    private(set) var dues: [Completeness.Due] = []

    /// From the period that holds `first`, the first day that anyone reported of, unless the line says since when. Quarters and years are those of the fiscal year. Without a due day a report is due on the
    /// last day of its period.
    init(_ expectation: Expectation, from first: Day?, today: Day, fiscalStart: Int) {
        guard let first = expectation.since?.start ?? first else { return }
        let step = expectation.frequency.monthCount
        let (year, month, _) = first.civil
        let past = month - fiscalStart
        var next = month - (past % step + step) % step
        while true {
            let period = Period(.firstOfMonth(year: year, month: next), .firstOfMonth(year: year, month: next + step))
            if period.start > today || expectation.until.map({ $0.end < period.end }) ?? false { return }
            next += step
            if let since = expectation.since, period.start < since.start { continue }
            let day = period.lastDay.advanced(by: expectation.dueDay ?? 0)
            dues.append(Completeness.Due(period: period, day: day, expectation: expectation))
        }
    }
}

extension Frequency {
    fileprivate var monthCount: Int {
        switch self {
        case .monthly: 1
        case .quarterly: 3
        case .yearly: 12
        }
    }
}

/// Who is to report by the `expected` lines of one indicator.
struct Reporters {
    /// Who is named, with the number of the line: by unit, then in the order of the lines.
    private var named: [(unit: UnitID, line: Int)] = []
    /// The lines that name nobody.
    private var open: [Int] = []
    private let withFigures: KeySet<UnitID>
    private let units: UnitTree

    init(_ expected: [Expectation], withFigures: KeySet<UnitID>, _ members: inout FieldMembers) {
        self.withFigures = withFigures
        units = members.units
        for (line, expectation) in expected.enumerated() {
            if expectation.from.isEmpty { open.append(line) }
            for reporter in expectation.from {
                switch reporter {
                case .unit(let name): if case .unit(let id) = units.find(name.text) { named.append((id, line)) }
                case .field(let field): named += members.units(with: field).map { ($0, line) }
                }
            }
        }
        named.sort { ($0.unit, $0.line) < ($1.unit, $1.line) }
    }

    /// The lines by which a unit is to report, in order. Where a line names nobody, these are all units that have no sub-units and belong
    /// to the tree, and whoever else has figures of the indicator: the others are rolled up.
    func lines(for id: UnitID) -> [Int] {
        let reports = !open.isEmpty && (withFigures.contains(id) || !units.units[id.index].isApart && units.subUnits(of: id).isEmpty)
        let first = named.partitioningIndex { $0.unit >= id }
        let own = named[first...].prefix { $0.unit == id }.map(\.line)
        if own.isEmpty { return reports ? open : [] }
        return Set(reports ? own + open : own).sorted()
    }
}

/// Units by what a field says of them.
struct FieldMembers {
    let units: UnitTree
    /// By key, then by value: those that have it, or one below it, in the order of the tree.
    private var known = NameMap<NameMap<[UnitID]>>()

    init(_ units: UnitTree) { self.units = units }

    /// Those whose field has the value, or one below it. The first question about a field goes over all units.
    mutating func units(with field: Field) -> [UnitID] {
        let key = Unit.canonicalKey(field.key.text)
        let members = known[key] ?? members(of: key)
        known.set(key, members)
        return members[FieldPath(field.value.text).text] ?? []
    }

    private func members(of key: String) -> NameMap<[UnitID]> {
        var members = NameMap<[UnitID]>()
        for id in units.ids {
            guard let value = units.units[id.index].value(ofCanonical: key) else { continue }
            let levels = FieldPath(value).levels
            for depth in levels.indices { members[levels[...depth].joined(separator: ":"), default: []].append(id) }
        }
        return members
    }
}
