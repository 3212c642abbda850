/// The numbers of a run, by row: × 10^-scale, in the measure as written; without meaning where there is none. They take four bytes each where
/// all fit into these, as nearly all do, since memory that is filled costs more than numbers that are read.
///
/// SAFETY: points into columns that whoever reads a run keeps, and that nobody writes any more.
public enum Mantissas: @unchecked Sendable {
    /// All fit into 32 bits.
    case short(UnsafePointer<Int32>)
    /// Some do not.
    case long(UnsafePointer<Int64>)

    /// That of a row.
    @inlinable
    public subscript(row: Int) -> Int64 {
        switch self {
        case .short(let numbers): Int64(numbers[row])
        case .long(let numbers): numbers[row]
        }
    }

    /// Writes the first numbers in half of their room, if all fit into `bitWidth` bits and a sign, and these are few enough.
    static func packing(_ count: Int, at start: UnsafeMutableRawPointer, bitWidth: UInt8) -> (Mantissas, byteCount: Int) {
        guard bitWidth < Int32.bitWidth else {
            return (.long(UnsafePointer(start.bindMemory(to: Int64.self, capacity: count))), count * MemoryLayout<Int64>.size)
        }
        // What is written never lies behind what has been read.
        var index = 0
        while index + 4 <= count {
            let four = start.loadUnaligned(fromByteOffset: 8 * index, as: SIMD4<Int64>.self)
            start.storeBytes(of: SIMD4<Int32>(truncatingIfNeeded: four), toByteOffset: 4 * index, as: SIMD4<Int32>.self)
            index += 4
        }
        while index < count {
            let one = start.load(fromByteOffset: 8 * index, as: Int64.self)
            start.storeBytes(of: Int32(truncatingIfNeeded: one), toByteOffset: 4 * index, as: Int32.self)
            index += 1
        }
        return (.short(UnsafePointer(start.bindMemory(to: Int32.self, capacity: count))), count * MemoryLayout<Int32>.size)
    }
}
