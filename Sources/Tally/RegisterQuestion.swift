import Ledger
import Numerics
import SourceText
import Syntax

/// `count(难题.办结 where owner = 供电局)`, made ready for evaluation.
public struct RegisterQuestion: Sendable {
    /// `count`, `entered`, `left` or `days`.
    public var function: Function
    /// Whose items.
    public var register: RegisterID
    /// Nil for the register as a whole.
    public var state: StateID?
    /// What the items say of themselves.
    public var filters: [Filter]
    let counts: RegisterCounts
    /// Units that stand beside the tree and never had an item of the register: an average has none, not zero.
    let outside: KeySet<UnitID>

    /// What it comes to; nil for the mean of no days, and outside.
    func value(_ unit: UnitID, _ period: Period) -> Interval? {
        if outside.contains(unit) { return nil }
        return switch function {
        case .count: .number(counts.standing(state, unit, on: period.lastDay))
        case .entered: .number(counts.entered(state, unit, period))
        case .left: .number(counts.left(state, unit, period))
        case .days: state.flatMap { meanDays($0, unit, period) }
        default: nil
        }
    }

    private func meanDays(_ state: StateID, _ unit: UnitID, _ period: Period) -> Interval? {
        let (items, days) = counts.days(to: state, unit, period)
        return items == 0 ? nil : Interval.number(Int(days)).divided(by: Int128(items))
    }
}

extension Interval {
    fileprivate static func number(_ count: Int) -> Interval {
        Interval(exact: Decimal(mantissa: Int64(count), scale: 0), factor: 1)
    }
}

/// A question to a register that was asked at one place.
public struct RegisterUse: Sendable {
    /// What was asked.
    public var question: RegisterQuestion
    /// The unit that it was asked of.
    public var unit: UnitID
    /// The period that it was asked of.
    public var period: Period
    /// The answer; nil for the mean of no days, and for a unit beside the tree that has no items.
    public var value: Interval?
}

/// The counts that formulas ask for, each built once.
struct RegisterCountTable: Sendable {
    private let ledger: Ledger
    private let book: RegisterBook
    /// By register and what was asked of its items.
    private var known = NameMap<RegisterCounts>()
    private var unitsOutside = KeyTable<RegisterID, KeySet<UnitID>>()

    init(_ ledger: Ledger, _ book: RegisterBook) {
        self.ledger = ledger
        self.book = book
    }

    /// Nil where the ledger has no such register, or it no such state.
    mutating func question(_ function: Function, _ argument: Expression?, _ filters: [Filter]) -> RegisterQuestion? {
        guard case .name(let name) = argument, case .found(let id, let state) = ledger.registers.find(reference: name.text)
        else { return nil }
        return RegisterQuestion(
            function: function, register: id, state: state, filters: filters, counts: counts(id, filters), outside: outside(id))
    }

    private mutating func outside(_ id: RegisterID) -> KeySet<UnitID> {
        if let units = unitsOutside[id] { return units }
        let places = book.units(of: id)
        let apart = ledger.units.ids.filter { ledger.units[$0].isApart }
        let units = KeySet(apart.filter { unit in !places.keys.contains { book.lies($0, in: unit) } })
        unitsOutside.set(id, units)
        return units
    }

    mutating func counts(_ id: RegisterID, _ filters: [Filter]) -> RegisterCounts {
        let asked = filters.map { "\($0.key)\u{0}\($0.isNegated)\u{0}\($0.value.text)" }
        let question = ([String(id.index)] + asked).joined(separator: "\u{0}")
        if let counts = known[question] { return counts }
        let counts = RegisterCounts(book, ledger.registers[id], book.items(of: id, where: filters))
        known.set(question, counts)
        return counts
    }
}

extension RegisterBook {
    /// The items of a register that say of themselves all that is asked. A value stands for those below it, as in rules.
    public func items(of id: RegisterID, where filters: [Filter]) -> [ItemID] {
        let all = Array(items.items(of: id))
        let fits = filters.map { PathFilter($0) }.map { filter in
            (key: items.keyNumber(of: filter.key), filter: filter, values: items.fieldValues.map(filter.accepts))
        }
        return all.filter { item in
            fits.allSatisfy { fit in
                items.valueNumber(of: item, key: fit.key).map { fit.values[$0] } ?? fit.filter.accepts("")
            }
        }
    }

    /// The items behind an answer, in file order, with the stay that says so: those that stand there at the end, or those that came or went
    /// during the period, as often as they did.
    public func items(behind use: RegisterUse) -> [(item: ItemID, stay: Stay)] {
        let (question, period) = (use.question, use.period)
        return items(of: question.register, where: question.filters).flatMap { item in
            let stays = stays(of: item)
            let found: [Stay] =
                switch question.function {
                case .count: stays.last { $0.from < period.end }.map { isCounted($0, use) ? [$0] : [] } ?? []
                case .days: firstTime(stays, use).map { [$0] } ?? []
                case .left: departures(stays, use)
                default: arrivals(stays, use)
                }
            return found.map { (item, $0) }
        }
    }

    private func isCounted(_ stay: Stay, _ use: RegisterUse) -> Bool {
        (use.question.state.map { $0 == stay.state } ?? true) && lies(stay.unit, in: use.unit)
    }

    private func firstTime(_ stays: [Stay], _ use: RegisterUse) -> Stay? {
        let first = stays.first { $0.state == use.question.state && (!$0.isMove || $0.from == stays[0].from) }
        return first.flatMap { use.period.contains($0.from) && lies($0.unit, in: use.unit) ? $0 : nil }
    }

    private func arrivals(_ stays: [Stay], _ use: RegisterUse) -> [Stay] {
        stays.indices.filter { index in
            let before = index > 0 && isCounted(stays[index - 1], use) && (use.question.state == nil || stays[index].isMove)
            return use.period.contains(stays[index].from) && isCounted(stays[index], use) && !before
        }.map { stays[$0] }
    }

    /// The stays that follow those it left.
    private func departures(_ stays: [Stay], _ use: RegisterUse) -> [Stay] {
        stays.indices.dropFirst().filter { index in
            let stays = (before: stays[index - 1], now: stays[index])
            let stayed = isCounted(stays.now, use) && (use.question.state == nil || stays.now.isMove)
            return use.period.contains(stays.now.from) && isCounted(stays.before, use) && !stayed
        }.map { stays[$0] }
    }
}
