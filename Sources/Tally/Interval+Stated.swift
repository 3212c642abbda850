import Numerics
import Syntax

extension Interval {
    /// Exactly this many.
    static func exactly(_ number: Int128) -> Interval { Interval(low: number, value: number, high: number, scale: 0) }

    /// What is said by the number with such a sign before it. More than a number, or less, is a bound at the number itself.
    func bounded(_ bound: Bound) -> Interval {
        switch bound {
        case .exactly: self
        case .above, .atLeast: Interval(low: value, value: value, high: .max, scale: scale)
        case .below, .atMost: Interval(low: .min, value: value, high: value, scale: scale)
        case .about: withoutLow.withoutHigh
        }
    }

    /// The quantity grown by so many per cent.
    func grown(byPercent change: Interval) -> Interval? {
        product(change + .exactly(100))?.divided(by: 100)
    }
}
