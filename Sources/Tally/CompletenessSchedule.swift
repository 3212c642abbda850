import Ledger
import Numerics
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
    private let named: Set<UnitID>
    /// What a field has to be, or to lie below.
    private let fields: [(key: String, value: String, above: String)]
    private let withFigures: Set<UnitID>?
    private let units: UnitTree

    /// Where the line names nobody, these are all units that have no sub-units and belong to the tree, and whoever else has
    /// `figures` of the indicator: the others are rolled up.
    init(_ expectation: Expectation, _ figures: Set<UnitID>, _ units: UnitTree) {
        var named: Set<UnitID> = []
        var fields: [(key: String, value: String, above: String)] = []
        for reporter in expectation.from {
            switch reporter {
            case .unit(let name):
                if case .unit(let id) = units.find(name.text) { named.insert(id) }
            case .field(let field):
                fields.append((Unit.canonicalKey(field.key.text), field.value.text, field.value.text + ":"))
            }
        }
        self.named = named
        self.fields = fields
        self.units = units
        withFigures = expectation.from.isEmpty ? figures : nil
    }

    func contains(_ id: UnitID) -> Bool {
        if let withFigures { return withFigures.contains(id) || !units[id].isApart && units.subUnits(of: id).isEmpty }
        if named.contains(id) { return true }
        return fields.contains { field in
            units[id].value(ofCanonical: field.key).map { value in
                value == field.value || value.utf8.contains(UInt8(ascii: ":")) && value.hasPrefix(field.above)
            } ?? false
        }
    }
}
