import Ledger
import Numerics
import SourceText
import Syntax

/// What a formula comes to at one place.
struct FormulaValue {
    /// In the base of its type; nil where an operand is missing.
    var interval: Interval?
    /// Whether an operand is only partly in: the interval is true, but says less than it seems.
    var isPartial = false
    /// Whether there can be nothing here: every operand is `n/a`.
    var isNothing = false
    /// The weakest among the figures behind it.
    var status = Status.final
    /// How many parts are in, of how many, for the operand of which the most are missing.
    var reported = 1
    var expected = 1

    static var absent: FormulaValue { FormulaValue(interval: nil, reported: 0) }

    /// Whether it may be compared with another period or unit.
    var level: Interval? { isPartial || isNothing ? nil : interval }

    /// The same with another interval, and what is said of the other operand.
    func with(_ other: FormulaValue, _ interval: Interval?) -> FormulaValue {
        let worse = other.expected - other.reported > expected - reported ? other : self
        return FormulaValue(
            interval: interval, isPartial: isPartial || other.isPartial, isNothing: isNothing && other.isNothing,
            status: min(status, other.status), reported: worse.reported, expected: worse.expected)
    }

    func with(_ interval: Interval?) -> FormulaValue {
        var value = self
        value.interval = interval
        return value
    }
}

/// Evaluates formulas at any unit and period, from what the evaluator knows of their operands.
struct FormulaEvaluator {
    let evaluator: Evaluator
    /// What a missing operand does.
    var policy = MissingPolicy.skip
    /// Whether it is to tell what it asked.
    var takesNotes = true
    /// The cells that were asked, in order, where they are wanted.
    private(set) var asked: [CellKey] = []
    /// Where growth that entered was published.
    private(set) var places: [SourceSpan] = []
    /// The questions that were put to registers, in order.
    private(set) var counted: [RegisterUse] = []
    /// The targets that entered, each once.
    private(set) var targets: [Target] = []
    /// The published completions that make targets that entered, each once.
    private(set) var completions: [PublishedCompletion] = []
    /// Whether a product came to more than can be held.
    private(set) var isTooLarge = false

    struct Place {
        var unit: UnitID
        var period: Period
    }

    init(_ evaluator: Evaluator, policy: MissingPolicy = .skip, takesNotes: Bool = true) {
        self.evaluator = evaluator
        self.policy = policy
        self.takesNotes = takesNotes
    }

    mutating func value(_ operand: FormulaNode.Operand, _ place: Place) -> FormulaValue {
        let value = value(operand.node, place)
        return operand.factor == .one ? value : value.with(value.interval?.multiplying(by: operand.factor))
    }

    mutating func value(_ node: FormulaNode, _ place: Place) -> FormulaValue {
        // A formula may ask for more than anybody can wait for, or lie deeper than the stack: growth of growth of growth …
        guard evaluator.formulaWork.begin() else { return .absent }
        defer { evaluator.formulaWork.end() }
        switch node {
        case .number(let interval): return FormulaValue(interval: interval)
        case .cell(let id, let toBase): return cell(CellKey(place.unit, id, place.period), toBase)
        case .absent: return .absent
        case .register(let question): return register(question, place)
        case .negation(let inner):
            let value = value(inner, place)
            return value.with(value.interval.map { -$0 })
        case .sum(let a, let b): return sum(value(a, place), value(b, place))
        case .difference(let a, let b):
            let (whole, subtracted) = (value(a, place), value(b, place))
            return sum(whole, subtracted.with(subtracted.interval.map { -$0 }))
        case .product(let a, let b, let factor):
            let (a, b) = (value(a, place), value(b, place))
            guard let x = a.factor, let y = b.factor else { return a.with(b, nil) }
            let product = x.product(y)
            if product == nil { isTooLarge = true }
            return a.with(b, product?.multiplying(by: factor))
        case .quotient(let a, let b, let factor):
            let (a, b) = (value(a, place), value(b, place))
            guard let x = a.factor, let y = b.factor else { return a.with(b, nil) }
            return a.with(b, x.multiplying(by: factor).quotient(y))
        case .least(let operands): return extreme(operands, place, Interval.min)
        case .greatest(let operands): return extreme(operands, place, Interval.max)
        case .magnitude(let inner):
            let value = value(inner, place)
            return value.with(value.interval?.magnitude)
        case .elsewhere, .growth, .share, .contribution, .rank, .progress: return call(node, place)
        }
    }

    private mutating func cell(_ key: CellKey, _ toBase: Fraction) -> FormulaValue {
        note(key)
        var cell = evaluator.cell(key.unit, key.indicator, key.period)
        // A stock that was read earlier says nothing certain of the period's end.
        if cell.way == .earlierReading { cell = cell.boundingNothing }
        if policy == .zero, !cell.isComplete { cell = evaluator.cellTakingMissingAsZero(key) }
        // Neither enters anything that is derived from it.
        guard cell.way != .estimate, cell.way != .growth, let interval = cell.interval else {
            return FormulaValue(interval: nil, reported: cell.reported, expected: max(1, cell.expected))
        }
        var value = FormulaValue(interval: interval.multiplying(by: toBase), isPartial: cell.isPartial, status: cell.status)
        value.isNothing = cell.way == .nothing
        if cell.isPartial { (value.reported, value.expected) = (cell.reported, max(1, cell.expected)) }
        return value
    }

    /// Always complete: where there are no items there are none.
    private mutating func register(_ question: RegisterQuestion, _ place: Place) -> FormulaValue {
        let value = question.value(place.unit, place.period)
        if takesNotes, counted.count < Self.mostAsked {
            counted.append(RegisterUse(question: question, unit: place.unit, period: place.period, value: value))
        }
        return value.map { FormulaValue(interval: $0) } ?? .absent
    }

    mutating func note(_ key: CellKey) { if takesNotes, asked.count < Self.mostAsked, !asked.contains(key) { asked.append(key) } }

    mutating func note(_ place: SourceSpan) { if takesNotes, !places.contains(place) { places.append(place) } }

    mutating func note(_ target: Target) {
        if takesNotes, !targets.contains(where: { $0.file == target.file && $0.line == target.line }) { targets.append(target) }
    }

    mutating func note(_ stated: PublishedCompletion) {
        let isKnown = completions.contains { $0.file == stated.file && $0.line == stated.line }
        if takesNotes, completions.count < Self.mostAsked, !isKnown { completions.append(stated) }
    }

    /// Nobody reads more lines than this.
    private static let mostAsked = 64

    private func sum(_ a: FormulaValue, _ b: FormulaValue) -> FormulaValue {
        if let x = a.interval, let y = b.interval { return a.with(b, x + y) }
        guard policy == .any else { return a.with(b, nil) }
        return a.interval == nil ? b : a
    }

    private mutating func extreme(
        _ operands: [FormulaNode.Operand], _ place: Place, _ choose: (Interval, Interval) -> Interval
    ) -> FormulaValue {
        var result: FormulaValue?
        for operand in operands {
            let next = value(operand, place)
            guard let known = result else {
                result = next
                continue
            }
            if let x = known.interval, let y = next.interval {
                result = known.with(next, choose(x, y))
            } else if policy != .any || known.interval == nil && next.interval == nil {
                result = known.with(next, nil)
            } else {
                result = known.interval == nil ? next : known
            }
        }
        return result ?? .absent
    }
}

extension FormulaValue {
    /// As an operand of a product or a quotient: nothing times something is not known.
    fileprivate var factor: Interval? { isNothing ? nil : interval }
}

extension Interval {
    /// Without its sign.
    var magnitude: Interval {
        if hasLow, low >= 0 { return self }
        if hasHigh, high <= 0 { return -self }
        let high = hasLow && hasHigh ? Swift.max(-low, high) : .max
        return Interval(low: 0, value: value < 0 ? -value : value, high: high, scale: scale)
    }
}

/// Keeps formulas from running away: what one question may cost, and how deep it may lie.
struct FormulaWork {
    private var depth = 0
    private var steps = 0
    /// Whether anything was left out of the question at hand: what it came to is then no answer to be kept.
    private(set) var wasCutShort = false
    private static let deepest = 1500
    private static let most = 1 << 16

    /// False where the question has become too much; then there is no `end`.
    mutating func begin() -> Bool {
        beginQuestion()
        steps += 1
        guard depth < Self.deepest, steps <= Self.most else {
            wasCutShort = true
            return false
        }
        depth += 1
        return true
    }

    private mutating func beginQuestion() {
        if depth == 0 { (steps, wasCutShort) = (0, false) }
    }

    mutating func end() { depth -= 1 }

    /// Asking for a cell on the way takes as much of the stack as several steps.
    mutating func beginCell() {
        beginQuestion()
        depth += 8
    }

    mutating func endCell() { depth -= 8 }
}
