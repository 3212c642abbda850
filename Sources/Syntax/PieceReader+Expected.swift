import SourceText

extension PieceReader {
    /// Reads lines as long as each looks like the line of its column in the layout that the run follows: the same bytes before and
    /// behind the number, and any blanks between. Returns where the first other line starts.
    mutating func readExpectedLines(_ start: Int, _ limit: Int) -> Int {
        guard let run, let followed = run.followed else { return start }
        let columns = piece.layouts.range(of: followed).dropFirst(run.count)
        guard !columns.isEmpty else { return start }
        let most = min(columns.count, FigureRun.mostRows - run.count)
        let (base, mantissas, forms) = (base, run.mantissas + run.count, run.forms + run.count)
        var (at, row) = (start, 0)
        var (signs, bits) = (run.signs, run.bits)
        layouts.lines.withUnsafeBufferPointer { lines in
            while row < most, at < limit {
                guard let (number, next) = Self.expected(lines[columns.lowerBound + row], base, at) else { break }
                mantissas[row] = number.mantissa
                forms[row] = FigureForm(rawValue: number.scale)
                signs |= number.mantissa
                bits |= number.mantissa ^ number.mantissa >> 63
                at = next
                row += 1
            }
        }
        self.run?.count += row
        self.run?.next = at
        self.run?.signs = signs
        self.run?.bits = bits
        piece.figureCount += row
        guesses.lastIndicator = row > 0 ? NameID(Int(piece.layouts.columns[columns.lowerBound + row - 1].indicator)) : guesses.lastIndicator
        return at
    }

    @inline(__always)
    private static func expected(
        _ line: ExpectedLine, _ base: UnsafePointer<UInt8>, _ start: Int
    ) -> (number: PlainNumber, next: Int)? {
        let nameEnd = Int(line.nameEnd)
        guard nameEnd > 0, areEqual(base + start, base + Int(line.start), nameEnd) else { return nil }
        var at = start &+ nameEnd
        let blanks = (load8(base + at) ^ 0x2020_2020_2020_2020).trailingZeroBitCount / 8
        at &+= blanks
        if blanks == 0 || blanks == 8 || base[at] == Ascii.tab {
            guard Ascii.isBlank(base[start &+ nameEnd]) else { return nil }
            while Ascii.isBlank(base[at]) { at &+= 1 }
        }
        // The tail starts with nothing that a number might go on with.
        guard let number = PlainNumber(start: base + at) else { return nil }
        at &+= number.length
        guard areEqual(base + at, base + Int(line.tail), Int(line.tailLength)) else { return nil }
        at &+= Int(line.tailLength)
        return at &- start <= longestLine ? (number, at) : nil
    }
}

/// Compares eight or sixteen bytes at a time; the last may overlap those before.
///
/// SAFETY: what is known lies whole in the window. Of the other, it reads no more than sixteen bytes behind the first that differs, and what is
/// known has no NUL as the window's padding has: so it stays inside the padding.
@inline(__always)
private func areEqual(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    if count < 8 { return (load8(a) ^ load8(b)) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count) == 0 }
    var index = 0
    while index &+ 16 < count {
        if (load8(a + index) ^ load8(b + index)) | (load8(a + index + 8) ^ load8(b + index + 8)) != 0 { return false }
        index &+= 16
    }
    if index &+ 8 < count, load8(a + index) != load8(b + index) { return false }
    return load8(a + count - 8) == load8(b + count - 8)
}
