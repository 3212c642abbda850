import Ledger
import Numerics
import SourceText
import Syntax

/// When the reports of one `expected` line fall due.
struct ReportSchedule {
    /// Those due before the day that is asked for, in order.
    private(set) var dues: [Completeness.Due] = []

    /// From the period that holds `first`. Quarters and years are those of the fiscal year. Without a due day a report is due on the
    /// last day of its period.
    init(_ expectation: Expectation, from first: Day, today: Day, fiscalStart: Int) {
        let step = expectation.frequency.monthCount
        let (year, month, _) = first.civil
        let past = month - fiscalStart
        var next = month - (past % step + step) % step
        while true {
            let period = Period(.firstOfMonth(year: year, month: next), .firstOfMonth(year: year, month: next + step))
            let day = period.lastDay.advanced(by: expectation.dueDay ?? 0)
            if day >= today || expectation.until.map({ $0.end < period.end }) ?? false { return }
            dues.append(Completeness.Due(period: period, day: day, expectation: expectation))
            next += step
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

/// Who is to report by one `expected` line.
struct Reporters {
    private let named: KeySet<UnitID>
    /// By unit, for each field that the line names.
    private let withField: [[Bool]]
    private let withFigures: KeySet<UnitID>?
    private let units: UnitTree

    /// Where the line names nobody, these are all units that have no sub-units and belong to the tree, and whoever else has
    /// `figures` of the indicator: the others are rolled up.
    init(_ expectation: Expectation, _ figures: KeySet<UnitID>, _ members: inout FieldMembers) {
        units = members.units
        var named = KeySet<UnitID>()
        var withField: [[Bool]] = []
        for reporter in expectation.from {
            switch reporter {
            case .unit(let name):
                if case .unit(let id) = units.find(name.text) { named.insert(id) }
            case .field(let field): withField.append(members.units(with: field))
            }
        }
        (self.named, self.withField) = (named, withField)
        withFigures = expectation.from.isEmpty ? figures : nil
    }

    func contains(_ id: UnitID) -> Bool {
        if let withFigures { return withFigures.contains(id) || !units[id].isApart && units.subUnits(of: id).isEmpty }
        return named.contains(id) || withField.contains { $0[id.index] }
    }
}

/// Units by what a field says of them; looked for once, as many lines name the same.
struct FieldMembers {
    let units: UnitTree
    private var known = NameMap<[Bool]>()

    init(_ units: UnitTree) { self.units = units }

    /// By unit: whether its field has the value, or one below it.
    mutating func units(with field: Field) -> [Bool] {
        let (key, value) = (Unit.canonicalKey(field.key.text), field.value.text)
        let asked = "\(key)\u{0}\(value)"
        if let members = known[asked] { return members }
        let path = FieldPath(value)
        let members = units.units.map { $0.value(ofCanonical: key).map(path.covers) ?? false }
        known[asked] = members
        return members
    }
}
