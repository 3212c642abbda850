/// A Chinese sentence with the names and numbers put into it set off by a blank where Chinese and Latin letters or digits would touch:
/// `spaced("\(unit)\(period)的\(indicator)")` is `North 2013年一季度的 Output`, and `婺城区 2013年一季度的产值`.
///
/// Only where two texts meet: what a name or a period holds stays as it is, and so does what is written out in the sentence.
public func spaced(_ sentence: SpacedText) -> String { sentence.text }

/// The same for a list: `甲或乙`, `North 或 South`.
public func spaced(_ items: [String], separator: String) -> String {
    var text = SpacedText.StringInterpolation(literalCapacity: 0, interpolationCount: items.count)
    for (index, item) in items.enumerated() {
        if index > 0 { text.appendLiteral(separator) }
        text.appendInterpolation(item)
    }
    return text.text
}

/// A string literal that remembers where texts meet; see `spaced`.
public struct SpacedText: ExpressibleByStringInterpolation {
    fileprivate let text: String

    /// A sentence without anything put into it.
    public init(stringLiteral text: String) { self.text = text }

    /// The sentence put together.
    public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// Puts the sentence together, piece by piece.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        private var endsInLiteral = false

        /// Nothing yet.
        public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity + 16 * interpolationCount) }

        /// Words of the sentence.
        public mutating func appendLiteral(_ literal: String) {
            guard !literal.isEmpty else { return }
            append(literal, isLiteral: true)
        }

        /// A name, a number or another text that is put in.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            let value = value.description
            guard !value.isEmpty else { return }
            append(value, isLiteral: false)
        }

        private mutating func append(_ next: String, isLiteral: Bool) {
            if let last = text.unicodeScalars.last, let first = next.unicodeScalars.first {
                switch (last.isLatin, first.isLatin) {
                case (true, false): if first.isHan { text += " " }
                case (false, true): if last.isHan { text += " " }
                // Two names; where one is written out, as in `0x\(hex)`, it was meant so.
                case (true, true): if !isLiteral, !endsInLiteral { text += " " }
                case (false, false): break
                }
            }
            text += next
            endsInLiteral = isLiteral
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isLatin: Bool {
        switch self {
        case "0"..."9", "A"..."Z", "a"..."z": true
        default: false
        }
    }

    fileprivate var isHan: Bool { properties.isIdeographic }
}
