#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file being written through one large buffer.
///
/// Appending never fails; `drain()` between blocks is where bytes go out and errors appear. `finish()` must be called for
/// the last bytes to be written.
struct ByteSink: ~Copyable {
    private var buffer: [UInt8] = []
    private var descriptor: Int32
    private let path: String

    /// How many bytes were written out so far; all of them after `finish()`.
    private(set) var bytes = 0

    private static let capacity = 1 << 20

    /// Creates the file, or empties the one that is there.
    init(path: String) throws(SinkError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        self.path = path
        if descriptor < 0 { throw SinkError(path: path, code: errno) }
        buffer.reserveCapacity(Self.capacity + Self.capacity / 4)
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
    }

    @inline(__always)
    mutating func append(_ text: [UInt8]) {
        buffer.append(contentsOf: text)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        buffer.append(byte)
    }

    /// For text that is written once a file or once a block, never once a figure.
    mutating func append(_ text: StaticString) {
        buffer.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes `number` in decimal, with leading zeros up to `width` digits.
    @inline(__always)
    mutating func append(_ number: UInt64, width: Int = 1) {
        var power: UInt64 = 1
        var digits = 1
        while digits < width || number / power >= 10 {
            power *= 10
            digits += 1
        }
        while power > 0 {
            buffer.append(UInt8(truncatingIfNeeded: number / power % 10) + UInt8(ascii: "0"))
            power /= 10
        }
    }

    /// Hands the buffer to the system once it is full.
    mutating func drain() throws(SinkError) {
        if buffer.count >= Self.capacity { try writeOut() }
    }

    /// Writes what is left and closes the file.
    mutating func finish() throws(SinkError) {
        try writeOut()
        let closed = close(descriptor)
        descriptor = -1
        if closed != 0 { throw SinkError(path: path, code: errno) }
    }

    private mutating func writeOut() throws(SinkError) {
        var start = 0
        while start < buffer.count {
            // SAFETY: the pointer lives inside the closure and `start` is inside the buffer.
            let written = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start) }
            if written < 0 && errno == EINTR { continue }
            if written <= 0 { throw SinkError(path: path, code: errno) }
            start += written
        }
        bytes += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Why a file could not be written, in the system's words.
struct SinkError: Error {
    let path: String
    let code: Int32

    var message: String { "\(path): \(String(cString: strerror(code)))" }
}

/// Prints a line to standard error and ends the process with `status`.
func fail(_ message: String, status: Int32) -> Never {
    var line = Array("taizhang-bench: \(message)\n".utf8)
    _ = write(2, &line, line.count)
    exit(status)
}
