import Diagnostics
import Foundation
import Testing

@testable import Reports

@Suite struct CRC32Tests {
    /// The check value of the catalogue of parametrised CRC algorithms, and those that other programs print.
    @Test(arguments: [
        ("", UInt32(0)), ("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43), ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
        ("台账", 0xC162_AE32),
    ])
    func `known sums`(text: String, sum: UInt32) {
        #expect(crc32(text.utf8) == sum)
    }
}

@Suite struct ZipWriterTests {
    /// As Python's zipfile writes it: two stored entries, both of 1980-01-01.
    @Test func `an archive, byte for byte`() throws {
        var zip = ZipWriter()
        try zip.add("a.txt") { $0 += "hello" }
        try zip.add("b/c") { _ in }
        zip.finish()
        let hex = zip.bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        #expect(hex == pythonZip)
    }

    @Test func `every entry is where the table of contents says`() throws {
        var zip = ZipWriter()
        let contents = (0..<20).map { String(repeating: "x\($0)", count: $0 * 37) }
        for (index, text) in contents.enumerated() { try zip.add("part\(index)") { $0 += text } }
        zip.finish()
        let entries = readZip(zip.bytes)
        #expect(entries.map(\.name) == contents.indices.map { "part\($0)" })
        #expect(entries.map(\.text) == contents)
    }

    private let pythonZip =
        "504b03041400000000000000210086a61036050000000500000005000000612e74787468656c6c6f504b03041400000000000000210000"
        + "000000000000000000000003000000622f63504b010214001400000000000000210086a610360500000005000000050000000000000000"
        + "000000000000000000612e747874504b010214001400000000000000210000000000000000000000000003000000000000000000000000"
        + "0028000000622f63504b0506000000000200020064000000490000000000"
}

/// The entries of an archive of stored entries, found from its end; their sums are tested on the way.
func readZip(_ bytes: [UInt8]) -> [(name: String, text: String)] {
    func number(_ place: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) } }
    let end = bytes.count - 22
    guard end >= 0, number(end, 4) == 0x0605_4B50 else {
        Issue.record("no end of archive")
        return []
    }
    var entries: [(name: String, text: String)] = []
    var place = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
        #expect(number(place, 4) == 0x0201_4B50)
        let (length, start) = (number(place + 28, 2), number(place + 42, 4))
        let name = String(decoding: bytes[place + 46..<place + 46 + length], as: UTF8.self)
        #expect(number(start, 4) == 0x0403_4B50)
        #expect(Array(bytes[start + 4..<start + 30]) == Array(bytes[place + 6..<place + 32]))
        let content = bytes[start + 30 + length..<start + 30 + length + number(place + 24, 4)]
        #expect(Int(crc32(content)) == number(place + 16, 4))
        entries.append((name, String(decoding: content, as: UTF8.self)))
        place += 46 + length
    }
    #expect(place == end)
    return entries
}
