import Diagnostics
import Numerics
import SourceText
import Syntax

/// Goes along the dated lines of one item, in the order of the file, and holds each against its register and its unit's life.
struct ItemWalk {
    let item: ItemDeclaration
    let register: Register
    let units: UnitTree
    let file: FileID
    private var unit: UnitID?
    /// Of the last line that names a state the register has.
    private(set) var state: StateID?
    private var stateRange: ByteRange?
    /// Whether the next step starts from a state that is known.
    private var isCertain = true
    private var last: ItemDeclaration.Event?
    private var isOutsideLife = false
    private var diagnostics: [Diagnostic] = []

    init(item: ItemDeclaration, register: Register, units: UnitTree, unit: UnitID?, file: FileID) {
        self.item = item
        self.register = register
        self.units = units
        self.unit = unit
        self.file = file
    }

    /// False where the line names a state that the register does not have.
    mutating func take(_ event: ItemDeclaration.Event, movedTo moved: UnitID?) -> Bool {
        if let last, event.day < last.day {
            diagnostics.append(.datesBackwards(item, event.day, span(event.range), after: last.day, span(last.range)))
        } else {
            last = event
        }
        if let moved { unit = moved }
        if let name = event.state {
            guard let found = register.find(name.text) else {
                diagnostics.append(.itemState(name.text, of: register, span(name.range)))
                isCertain = false
                return false
            }
            step(to: found, event)
        }
        checkLife(event)
        return true
    }

    private mutating func step(to next: StateID, _ event: ItemDeclaration.Event) {
        if isCertain {
            if let state, let range = stateRange {
                if !register.allows(state, next) {
                    diagnostics.append(.stepNotAllowed(item, register, from: state, span(range), to: next, span(event.range)))
                }
            } else if !register.isStart(next) {
                diagnostics.append(.beginsLate(item, register, in: next, span(event.range)))
            }
        }
        state = next
        stateRange = event.range
        isCertain = true
    }

    private mutating func checkLife(_ event: ItemDeclaration.Event) {
        guard !isOutsideLife, let unit, !units.isAlive(unit, in: .day(event.day)) else { return }
        isOutsideLife = true
        let owner = units[unit]
        diagnostics.append(
            .itemOutsideLife(
                item, owner.name, span(event.range), opened: owner.opened, closed: owner.closed, declared: owner.declaredAt))
    }

    private func span(_ range: ByteRange) -> SourceSpan { SourceSpan(file: file, range: range) }

    /// What is wrong with its lines, and what it lacks.
    mutating func finish() -> [Diagnostic] {
        if item.unit == nil { diagnostics.append(.itemWithoutUnit(item, span(item.id.range))) }
        // An unknown state was already told of.
        if state == nil, isCertain, !register.states.isEmpty { diagnostics.append(.itemWithoutState(item, register, span(item.id.range))) }
        return diagnostics
    }
}
