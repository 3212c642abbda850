/// Whether a name matches a pattern of `*`, `?`, `[…]` and `[!…]`, scalar by scalar. The whole name must match.
///
/// Costs at most the product of the two lengths, whatever the pattern.
public func globMatches(_ pattern: String, _ text: String) -> Bool {
    GlobPattern(pattern).matches(text)
}

/// A pattern for one name, taken apart once.
struct GlobPattern: Sendable {
    private enum Token {
        case scalar(Unicode.Scalar)
        case anyScalar
        case anyRun
        case oneOf([ClosedRange<Unicode.Scalar>])
        case noneOf([ClosedRange<Unicode.Scalar>])

        func matches(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .scalar(let wanted): scalar == wanted
            case .anyScalar: true
            case .anyRun: false
            case .oneOf(let ranges): ranges.contains { $0.contains(scalar) }
            case .noneOf(let ranges): !ranges.contains { $0.contains(scalar) }
            }
        }

        var isRun: Bool {
            if case .anyRun = self { true } else { false }
        }
    }

    private let tokens: [Token]

    init(_ pattern: String) {
        let scalars = Array(pattern.unicodeScalars)
        var tokens: [Token] = []
        var index = 0
        while index < scalars.count {
            switch scalars[index] {
            case "*": if tokens.last?.isRun != true { tokens.append(.anyRun) }
            case "?": tokens.append(.anyScalar)
            case "[":
                if let (set, next) = Self.set(in: scalars, after: index) {
                    tokens.append(set)
                    index = next
                    continue
                }
                tokens.append(.scalar("["))
            case let scalar: tokens.append(.scalar(scalar))
            }
            index += 1
        }
        self.tokens = tokens
    }

    /// Whether there is anything in the text that does not stand for itself.
    static func isPattern(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains { $0 == "*" || $0 == "?" || $0 == "[" }
    }

    func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        var token = 0
        var index = 0
        // Only the last `*` is ever tried again: a longer run for an earlier one could not lead further.
        var retry: (token: Int, index: Int)?
        while index < scalars.count {
            if token < tokens.count, tokens[token].isRun {
                token += 1
                retry = (token, index)
            } else if token < tokens.count, tokens[token].matches(scalars[index]) {
                token += 1
                index += 1
            } else if let last = retry {
                token = last.token
                index = last.index + 1
                retry = (token, index)
            } else {
                return false
            }
        }
        return tokens[token...].allSatisfy(\.isRun)
    }

    /// The set that starts with the `[` at `open`, and the index behind its `]`; nil where it is not closed, and `[` means itself.
    /// A `]` that comes first belongs to the set.
    private static func set(in scalars: [Unicode.Scalar], after open: Int) -> (Token, next: Int)? {
        var index = open + 1
        let isNegated = index < scalars.count && scalars[index] == "!"
        if isNegated { index += 1 }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        let first = index
        while index < scalars.count {
            let low = scalars[index]
            if low == "]", index > first { return (isNegated ? .noneOf(ranges) : .oneOf(ranges), index + 1) }
            if index + 2 < scalars.count, scalars[index + 1] == "-", scalars[index + 2] != "]" {
                if low <= scalars[index + 2] { ranges.append(low...scalars[index + 2]) }
                index += 3
            } else {
                ranges.append(low...low)
                index += 1
            }
        }
        return nil
    }
}
