/// A ZIP archive in the making: entries stored as they are, without a time of their own, so that the same content gives the same bytes.
///
/// Names are ASCII. Nothing here goes beyond 4 GiB, which is where the format without its 64-bit extension ends.
struct ZipWriter {
    /// All entries so far; an archive after `finish`.
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    private static let mostBytes = Int(UInt32.max)

    /// Adds an entry that `write` appends to the archive. The archive must not be touched otherwise by it.
    mutating func add(_ name: String, _ write: (inout [UInt8]) throws(WorkbookProblem) -> Void) throws(WorkbookProblem) {
        let place = bytes.count
        let header = place + 14
        append(0x0403_4B50 as UInt32)
        let fields = Self.fields(name, sum: 0, size: 0)
        bytes += fields + name.utf8
        let start = bytes.count
        try write(&bytes)
        guard bytes.count + directory.count + 1 << 16 <= Self.mostBytes else { throw .tooLarge }
        let sum = bytes.withUnsafeBufferPointer { crc32($0[start...]) }
        let size = UInt32(bytes.count - start)
        // What is known only now goes into the header that stands before the content.
        bytes.replaceSubrange(header..<header + 12, with: littleEndian(sum) + littleEndian(size) + littleEndian(size))
        directory += littleEndian(0x0201_4B50 as UInt32) + littleEndian(20 as UInt16)
        directory += Self.fields(name, sum: sum, size: size)
        // No comment, first disk, no attributes.
        directory += [UInt8](repeating: 0, count: 10)
        directory += littleEndian(UInt32(place)) + Array(name.utf8)
        count += 1
    }

    /// Closes the archive with its table of contents.
    mutating func finish() {
        let place = UInt32(bytes.count)
        bytes += directory
        append(0x0605_4B50 as UInt32)
        append(0 as UInt32)
        append(count)
        append(count)
        append(UInt32(directory.count))
        append(place)
        append(0 as UInt16)
    }

    /// What the header of an entry and its line in the table of contents have in common.
    private static func fields(_ name: String, sum: UInt32, size: UInt32) -> [UInt8] {
        let version: UInt16 = 20
        let firstDay: UInt16 = 0x21
        return littleEndian(version) + littleEndian(0 as UInt32) + littleEndian(0 as UInt16) + littleEndian(firstDay)
            + littleEndian(sum) + littleEndian(size) + littleEndian(size) + littleEndian(UInt16(name.utf8.count))
            + littleEndian(0 as UInt16)
    }

    private mutating func append(_ number: some FixedWidthInteger) { bytes += littleEndian(number) }
}

private func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
}
