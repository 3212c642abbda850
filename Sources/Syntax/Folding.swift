import SourceText

/// Text typed with a Chinese input method reads as its ASCII form in numbers, periods, punctuation and separators:
/// full-width forms (U+FF01–U+FF5E), `、`, the dashes, `→`, `≥`, `≤` and the ideographic space.
public struct Folded: Equatable, Sendable {
    /// The ASCII meaning, 0 where the scalar has none. `arrow`, `atLeast` and `atMost` stand for `->`, `>=` and `<=` in one character.
    public var meaning: UInt8
    /// How many bytes the scalar takes in the file.
    public var length: Int

    // No byte of ASCII, so that control characters in a file mean nothing.
    static let arrow: UInt8 = 0x81
    static let atLeast: UInt8 = 0x82
    static let atMost: UInt8 = 0x83
}

/// Reads one scalar at `p`, which must start one; the buffer's padding makes looking two bytes ahead safe.
@inline(__always)
func fold(_ p: UnsafePointer<UInt8>) -> Folded {
    let first = p[0]
    if first < 0x80 { return Folded(meaning: first, length: 1) }
    return foldWide(p)
}

private func foldWide(_ p: UnsafePointer<UInt8>) -> Folded {
    switch (p[0], p[1], p[2]) {
    case (0xE3, 0x80, 0x80): Folded(meaning: Ascii.space, length: 3)
    case (0xE3, 0x80, 0x81): Folded(meaning: Ascii.comma, length: 3)
    case (0xEF, 0xBC, let last) where last >= 0x81 && last <= 0xBF: Folded(meaning: last - 0x60, length: 3)
    case (0xEF, 0xBD, let last) where last >= 0x80 && last <= 0x9E: Folded(meaning: last - 0x20, length: 3)
    case (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94), (0xE2, 0x88, 0x92): Folded(meaning: Ascii.minus, length: 3)
    case (0xE2, 0x86, 0x92): Folded(meaning: Folded.arrow, length: 3)
    case (0xE2, 0x89, 0xA5): Folded(meaning: Folded.atLeast, length: 3)
    case (0xE2, 0x89, 0xA4): Folded(meaning: Folded.atMost, length: 3)
    case (0xC2...0xDF, _, _): Folded(meaning: 0, length: 2)
    case (0xF0...0xF4, _, _): Folded(meaning: 0, length: 4)
    case (0xE0...0xEF, _, _): Folded(meaning: 0, length: 3)
    default: Folded(meaning: 0, length: 1)
    }
}

/// The characters that the language gives a meaning.
enum Ascii {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let exclamation: UInt8 = 0x21
    static let quote: UInt8 = 0x22
    static let hash: UInt8 = 0x23
    static let percent: UInt8 = 0x25
    static let leftBracket: UInt8 = 0x28
    static let rightBracket: UInt8 = 0x29
    static let star: UInt8 = 0x2A
    static let plus: UInt8 = 0x2B
    static let comma: UInt8 = 0x2C
    static let minus: UInt8 = 0x2D
    static let dot: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let colon: UInt8 = 0x3A
    static let semicolon: UInt8 = 0x3B
    static let less: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greater: UInt8 = 0x3E
    static let question: UInt8 = 0x3F
    static let bar: UInt8 = 0x7C
    static let tilde: UInt8 = 0x7E

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- zero <= 9 }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }
}

/// A character of a file and the ASCII text that it reads as, for whoever writes the text anew.
public struct FoldedScalar: Sendable {
    private let folded: Folded
    /// U+FF01–U+FF5E.
    public let isFullWidth: Bool

    /// The character that starts at `offset`, which lies inside the buffer.
    public init(_ buffer: SourceBuffer, at offset: Int) {
        precondition(offset < buffer.count)
        // SAFETY: the offset lies inside the buffer, whose padding makes looking ahead safe.
        folded = fold(buffer.start + offset)
        isFullWidth = buffer.start[offset] == 0xEF && folded.meaning != 0
    }

    /// How many bytes it takes in the file.
    public var length: Int { folded.length }

    /// A space, a tab or an ideographic space.
    public var isBlank: Bool { Ascii.isBlank(folded.meaning) }

    /// Whether it reads as this ASCII character.
    public func means(_ ascii: Unicode.Scalar) -> Bool { folded.meaning == UInt8(ascii: ascii) }

    /// `->`, `>=` and `<=` for the characters that stand for these; nil where it reads as nothing but itself.
    public var ascii: String? {
        switch folded.meaning {
        case 0: nil
        case Folded.arrow: "->"
        case Folded.atLeast: ">="
        case Folded.atMost: "<="
        default: String(Unicode.Scalar(folded.meaning))
        }
    }
}
