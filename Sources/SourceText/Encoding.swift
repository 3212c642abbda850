/// The offset of the first byte that is not part of strict UTF-8, or nil where all are.
///
/// Overlong forms, surrogates and what lies above U+10FFFF are not UTF-8; NUL is. A sequence that is cut off or broken is reported
/// at its first byte. ASCII goes by sixteen bytes, and Chinese by three, at a time.
public func firstInvalidUTF8(in bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = bytes.count
    var index = 0
    while index < count {
        // SAFETY: sixteen bytes are loaded only where sixteen are left.
        while index + 16 <= count {
            let words = (base + index).loadUnaligned(as: SIMD2<UInt64>.self)
            if (words[0] | words[1]) & 0x8080_8080_8080_8080 != 0 { break }
            index += 16
        }
        while index < count, bytes[index] < 0x80 { index += 1 }
        // SAFETY: three bytes are read only where four are left. E1–EC with any two continuations is one scalar.
        while index + 4 <= count {
            let word = UInt32(littleEndian: (base + index).loadUnaligned(as: UInt32.self))
            guard word & 0x00C0_C0F0 == 0x0080_80E0 else { break }
            let lead = word & 0x0F
            guard lead != 0, lead < 0x0D else { break }
            index += 3
        }
        guard index < count else { return nil }
        if bytes[index] < 0x80 { continue }
        let length = lengthOfScalar(at: index, in: bytes)
        guard length > 0 else { return index }
        index += length
    }
    return nil
}

/// How many bytes the well-formed sequence at `index` takes, or 0 where there is none (Unicode 17, table 3-7).
private func lengthOfScalar(at index: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    return length
}
