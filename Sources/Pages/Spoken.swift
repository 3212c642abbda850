import Reports

/// A number as a sentence takes it: what stands before the digits, as a word of its own.
struct Spoken {
    /// The digits; without a sign where the sentence has a word for it.
    var digits: String
    /// `≥`, `≤`, `~`; empty for a number that is known.
    var bound = ""
    /// Above zero as written: `+8.2%`.
    var isUp = false
    /// Below zero as written.
    var isDown = false

    /// A number as tables have it: `≥+1.8`, `-5.0%`, `0.0 pp`.
    init(_ text: String) {
        var rest = text[...]
        if let first = rest.first, "≥≤~".contains(first) {
            bound = String(first)
            rest.removeFirst()
        }
        if rest.first == "+" || rest.first == "-" {
            let isZero = rest.allSatisfy { !$0.isNumber || $0 == "0" }
            isUp = rest.first == "+" && !isZero
            isDown = rest.first == "-" && !isZero
            rest.removeFirst()
        }
        digits = String(rest)
    }

    /// The bound of the digits without their sign: at most -9.5 is at least 9.5 below.
    var boundOfDigits: String {
        guard isDown else { return bound }
        return switch bound {
        case "≥": "≤"
        case "≤": "≥"
        default: bound
        }
    }

    /// Whether it is certain to lie on its side of nothing.
    var isOneSided: Bool { bound.isEmpty || bound == "≥" && isUp || bound == "≤" && isDown }

    /// The digits with the sign of what is below zero.
    var signed: String { (isDown ? "-" : "") + digits }

    /// The digits of growth in points, without their measure.
    var isInPoints: Bool { digits.hasSuffix(" pp") }

    /// Without the measure of points.
    var pointless: String { isInPoints ? String(digits.dropLast(3)) : digits }
}
