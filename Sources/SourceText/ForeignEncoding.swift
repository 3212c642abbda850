/// What a file that is not UTF-8 may be instead.
public enum ForeignEncoding: Hashable, Sendable {
    case gb18030, utf16LittleEndian, utf16BigEndian, unknown

    /// What `iconv -f` calls it, or nil where nobody can tell.
    public var iconvName: String? {
        switch self {
        case .gb18030: "GB18030"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .unknown: nil
        }
    }
}

/// Guesses the encoding of bytes that are not UTF-8, from byte order marks, from where NULs stand, and from whether the bytes pair up
/// as GB18030 does. Looks at the first 64 KiB.
public func guessEncoding(_ bytes: UnsafeRawBufferPointer) -> ForeignEncoding {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 16))
    return guessUTF16(sample) ?? (pairsAsGB18030(sample) ? .gb18030 : .unknown)
}

/// Digits, blanks and line ends of UTF-16 text have a NUL on one side and hardly ever on the other.
private func guessUTF16(_ bytes: UnsafeRawBufferPointer) -> ForeignEncoding? {
    var even = 0
    var odd = 0
    for index in bytes.indices where bytes[index] == 0 {
        if index % 2 == 0 { even += 1 } else { odd += 1 }
    }
    if odd > 0, odd > 8 * even { return .utf16LittleEndian }
    if even > 0, even > 8 * odd { return .utf16BigEndian }
    return nil
}

/// Whether every byte above ASCII belongs to a pair or a quadruple of GB18030, and most of them to the pairs of GB 2312, in which common
/// text is written; that keeps out Latin-1, of which some would pair up too.
private func pairsAsGB18030(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    var common = 0
    var rare = 0
    while index < bytes.count {
        let lead = bytes[index]
        if lead < 0x80 {
            index += 1
            continue
        }
        guard lead != 0x80, lead != 0xFF else { return false }
        guard index + 1 < bytes.count else { break }
        switch bytes[index + 1] {
        case 0xA1...0xFE where lead >= 0xA1 && lead <= 0xF7:
            common += 1
            index += 2
        case 0x40...0x7E, 0x80...0xFE:
            rare += 1
            index += 2
        case 0x30...0x39:
            guard index + 3 < bytes.count else { return common > rare }
            guard (0x81...0xFE).contains(bytes[index + 2]), (0x30...0x39).contains(bytes[index + 3]) else { return false }
            rare += 1
            index += 4
        default: return false
        }
    }
    return common > rare
}
