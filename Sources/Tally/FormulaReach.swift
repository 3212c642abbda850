import Syntax

extension Expression {
    /// Whether it asks about other units than the one it is about and those below it.
    var looksUpwards: Bool {
        switch self {
        case .number, .name: false
        case .call(let function, let arguments, _, _): function.looksUpwards || arguments.contains { $0.looksUpwards }
        case .negation(let inner, _): inner.looksUpwards
        case .binary(_, let left, let right): left.looksUpwards || right.looksUpwards
        }
    }
}

extension Function {
    fileprivate var looksUpwards: Bool {
        switch self {
        case .parent, .share, .contribution, .rank: true
        // Targets that nobody stated follow from published completions, growth from units merged into this one: both of the unit itself.
        case .yoy, .pop, .previous, .lastYear, .ytd, .target, .done, .lead, .nominal, .abs, .min, .max, .count, .entered, .left, .days:
            false
        }
    }
}
