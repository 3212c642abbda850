import Numerics
import SourceText

/// What a person wrote before a number: nothing, or that the value lies on one side of it.
public enum Bound: UInt8, Sendable {
    case exactly
    /// `>`, 超, 逾
    case above
    /// `>=`
    case atLeast
    /// `<`, 不足, 近
    case below
    /// `<=`
    case atMost
    /// `~`, 约: states too little to contradict anything.
    case about
}

/// Why there is no value. None of these is zero.
public enum Absence: UInt8, Sendable, CaseIterable {
    /// `-`: expected, not available.
    case unavailable
    /// `n/a`: cannot exist here; complete, adding nothing.
    case notApplicable
    /// `exempt`: not to be reported this time; leaves a sum partial.
    case exempt
    /// `*`: withheld; leaves a sum partial.
    case withheld
}

/// How firm a figure or a target is, weakest first: the later stands before the earlier.
public enum Status: UInt8, Comparable, Sendable {
    /// `?`
    case estimate
    /// `!`; for a target: a draft
    case preliminary
    case reported
    /// `*`; for a target: issued
    case final

    /// Gives way to.
    public static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
}

/// A number as written, with where it stands.
public struct WrittenNumber: Sendable {
    /// What the number says of the value.
    public var bound: Bound
    /// The number with its sign and as many decimals as were written.
    public var decimal: Decimal
    /// A sign in front, as in `+12%`: what makes a target relative.
    public var hasSign: Bool
    /// From the bound or the sign to the last digit.
    public var range: ByteRange
}

/// A name with where it stands. `text` is what it means: without quotes.
public struct Name: Hashable, Sendable {
    /// What it means, without quotes.
    public var text: String
    /// Where it stands, quotes included.
    public var range: ByteRange

    /// A name that stands here.
    public init(_ text: String, _ range: ByteRange) {
        self.text = text
        self.range = range
    }
}

/// What a source says about a value.
public enum ClaimKind: UInt8, Sendable, CaseIterable {
    case yoy, pop, done, lead, share, rank
}

/// A claim on a body line.
public struct Claim: Sendable {
    /// What the claim is about.
    public var kind: ClaimKind
    /// How much, with its bound and sign.
    public var number: WrittenNumber
    /// `%`, `pp`, …; nil where none was written.
    public var measure: Name?
    /// `share 61% of 限上工业投资`
    public var of: Name?
    /// The `m` of `rank n/m`.
    public var rankedAmong: Int?
    /// What a rank is about: the claim that stands just before it, or nil for the value.
    public var rankOf: ClaimKind?
    /// From the keyword to the claim's end.
    public var range: ByteRange
}

extension Name {
    /// Whether a `:` of a path has no name on one of its sides.
    var hasEmptyPart: Bool {
        var isEmpty = true
        for scalar in text.unicodeScalars {
            switch scalar {
            case ":", "：":
                if isEmpty { return true }
                isEmpty = true
            case " ", "\t", "\u{3000}": break
            default: isEmpty = false
            }
        }
        return isEmpty
    }
}
