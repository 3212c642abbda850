import Diagnostics

/// Reads one JSON text (RFC 8259). A reader of its own, because the one of Foundation costs every run of the program its loading.
struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0

    /// Deeper than any message of the protocol; what is deeper is refused rather than descended into.
    private static let deepest = 256

    /// What is wrong with a text.
    enum Failure: Error { case notJSON }

    /// The value of the whole text; blanks around it are allowed.
    static func read(_ bytes: [UInt8]) throws(Failure) -> JSON {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value()
        reader.skipBlanks()
        guard reader.at == bytes.count else { throw .notJSON }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func take(_ byte: Character) -> Bool {
        guard let ascii = byte.asciiValue, next == ascii else { return false }
        at += 1
        return true
    }

    private mutating func value() throws(Failure) -> JSON {
        skipBlanks()
        guard let first = next else { throw .notJSON }
        switch first {
        case UInt8(ascii: "{"): return try nested { reader throws(Failure) in try reader.object() }
        case UInt8(ascii: "["): return try nested { reader throws(Failure) in try reader.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(_ read: (inout JSONReader) throws(Failure) -> JSON) throws(Failure) -> JSON {
        depth += 1
        guard depth <= Self.deepest else { throw .notJSON }
        defer { depth -= 1 }
        at += 1
        return try read(&self)
    }

    private mutating func object() throws(Failure) -> JSON {
        var members: [(String, JSON)] = []
        skipBlanks()
        if take("}") { return .object([]) }
        while true {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw .notJSON }
            let key = try string()
            skipBlanks()
            guard take(":") else { throw .notJSON }
            members.append((key, try value()))
            skipBlanks()
            if take("}") { return .object(members) }
            guard take(",") else { throw .notJSON }
        }
    }

    private mutating func array() throws(Failure) -> JSON {
        var elements: [JSON] = []
        skipBlanks()
        if take("]") { return .array([]) }
        while true {
            elements.append(try value())
            skipBlanks()
            if take("]") { return .array(elements) }
            guard take(",") else { throw .notJSON }
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(Failure) -> JSON {
        let count = text.utf8CodeUnitCount
        guard at + count <= bytes.count else { throw .notJSON }
        for index in 0..<count where bytes[at + index] != text.utf8Start[index] { throw .notJSON }
        at += count
        return value
    }

    private mutating func number() throws(Failure) -> JSON {
        let start = at
        _ = take("-")
        let digits = takeDigits()
        guard digits > 0, digits == 1 || bytes[at - digits] != UInt8(ascii: "0") else { throw .notJSON }
        var isWhole = true
        if take(".") {
            isWhole = false
            guard takeDigits() > 0 else { throw .notJSON }
        }
        if take("e") || take("E") {
            isWhole = false
            if !take("+") { _ = take("-") }
            guard takeDigits() > 0 else { throw .notJSON }
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if isWhole, let integer = Int(text) { return .integer(integer) }
        return .number(text)
    }

    private mutating func takeDigits() -> Int {
        let start = at
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { at += 1 }
        return at - start
    }

    private mutating func string() throws(Failure) -> String {
        at += 1
        let start = at
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
        // Most strings have no escape, and are copied as they are; bytes that are not UTF-8 become U+FFFD.
        if next == UInt8(ascii: "\"") {
            at += 1
            return String(decoding: bytes[start..<at - 1], as: UTF8.self)
        }
        var text = Array(bytes[start..<at])
        while let byte = next, byte >= 0x20 {
            at += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
        }
        throw .notJSON
    }

    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        guard let byte = next else { throw .notJSON }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: String(Character(try scalar())).utf8)
        default: throw .notJSON
        }
    }

    /// Behind `\u`: a scalar, for which two escapes may stand; half of such a pair is U+FFFD.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        let high = try hexadecimal()
        if let scalar = Unicode.Scalar(high) { return scalar }
        let behind = at
        guard high < 0xDC00, take("\\"), take("u"), case let low = try hexadecimal(), (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else {
            at = behind
            return "\u{FFFD}"
        }
        return scalar
    }

    private mutating func hexadecimal() throws(Failure) -> UInt32 {
        guard at + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16),
            bytes[at] != UInt8(ascii: "+"), bytes[at] != UInt8(ascii: "-")
        else { throw .notJSON }
        at += 4
        return value
    }
}
