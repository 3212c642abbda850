import SourceText
import Testing

struct EncodingTests {
    private func firstInvalid(_ bytes: [UInt8]) -> Int? { bytes.withUnsafeBytes { firstInvalidUTF8(in: $0) } }

    @Test(
        arguments: [
            ([], nil), ([0x00], nil), ([0x80], 0), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xC2, 0x80], nil), ([0xC2], 0),
            ([0xE0, 0x9F, 0xBF], 0), ([0xE0, 0xA0, 0x80], nil), ([0xED, 0x9F, 0xBF], nil), ([0xED, 0xA0, 0x80], 0),
            ([0xEE, 0x80, 0x80], nil),
            ([0xEF, 0xBF, 0xBF], nil), ([0xF0, 0x8F, 0xBF, 0xBF], 0), ([0xF0, 0x90, 0x80, 0x80], nil), ([0xF4, 0x8F, 0xBF, 0xBF], nil),
            ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xFF], 0), ([0xE5, 0x87], 0), ([0x61, 0xE5, 0x87, 0x61], 1),
            ([0xF0, 0x9F, 0x98], 0), ([0xC2, 0x41], 0), ([0xE5, 0xC7, 0xBA], 0), ([0xF0, 0x9F, 0x98, 0x41], 0),
        ] as [([UInt8], Int?)])
    func shortSequences(bytes: [UInt8], invalid: Int?) {
        #expect(firstInvalid(bytes) == invalid)
        // At every distance from the end and from the start, so that the fast paths see the same.
        for count in 0...20 {
            let filler = [UInt8](repeating: 0x20, count: count)
            #expect(firstInvalid(filler + bytes + Array("a出口额".utf8)) == invalid.map { $0 + count } || bytes.isEmpty)
            #expect(firstInvalid(Array("出口".utf8) + filler + bytes) == invalid.map { $0 + count + 6 })
        }
    }

    /// All sequences of three bytes at the edges of the rules, held against the standard library.
    @Test func agreesWithTheStandardLibrary() {
        let edges: [UInt8] = [
            0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1,
            0xF3, 0xF4,
            0xF5, 0xFF,
        ]
        var wrong: [[UInt8]] = []
        for a in edges {
            for b in edges {
                for c in edges {
                    let bytes = [a, b, c, 0x80, 0x20]
                    if (firstInvalid(bytes) == nil) != (String(validating: bytes, as: UTF8.self) != nil) { wrong.append(bytes) }
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x61, 0x00], .utf16LittleEndian), ([0xFE, 0xFF, 0x00, 0x61], .utf16BigEndian),
            ([0x32, 0x00, 0x30, 0x00, 0xFA, 0x51], .utf16LittleEndian), ([0x00, 0x32, 0x00, 0x30, 0x51, 0xFA], .utf16BigEndian),
            // 出口额 12 in GB18030; the last pair cut off; one rare character of four bytes among common ones.
            ([0xB3, 0xF6, 0xBF, 0xDA, 0xB6, 0xEE, 0x20, 0x31, 0x32], .gb18030), ([0xB3, 0xF6, 0xBF, 0xDA, 0xB6], .gb18030),
            ([0xB3, 0xF6, 0xBF, 0xDA, 0x82, 0x35, 0x90, 0x31], .gb18030),
            // "café au lait" and "Málaga" in Latin-1; bytes of nothing.
            ([0x63, 0x61, 0x66, 0xE9, 0x20, 0x61, 0x75], .unknown), ([0x4D, 0xE1, 0x6C, 0x61, 0x67, 0x61], .unknown),
            ([0x80, 0x81], .unknown),
            ([0xB3, 0xF6, 0xFF], .unknown), ([], .unknown),
        ] as [([UInt8], ForeignEncoding)])
    func foreignEncodingIsGuessed(bytes: [UInt8], encoding: ForeignEncoding) {
        #expect(bytes.withUnsafeBytes { guessEncoding($0) } == encoding)
    }

    @Test func iconvKnowsTheNames() {
        #expect(ForeignEncoding.gb18030.iconvName == "GB18030")
        #expect(ForeignEncoding.utf16LittleEndian.iconvName == "UTF-16LE")
        #expect(ForeignEncoding.unknown.iconvName == nil)
    }
}
