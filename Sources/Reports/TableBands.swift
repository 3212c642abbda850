/// How a table that is too wide is laid out: the columns in bands below one another, each behind the names of the rows.
struct TableBands {
    /// Ranges of column indices, at least one.
    var bands: [Range<Int>]
    /// What the names get; longer ones are cut.
    var stubWidth: Int
    /// Of the widest band, names included.
    var width: Int

    /// Names keep this much however narrow the screen is.
    private static let leastStub = 8

    /// `width` is the screen's; nil for one that is wide enough. No column is ever cut: one that is wider than the screen stands alone.
    /// `joined` are those that stay with the one before them, as far as there is room for both.
    init(stub: Int, columns: [Int], joined: [Bool] = [], gap: Int, width: Int?) {
        let all = columns.reduce(0) { $0 + gap + $1 }
        guard let width, stub + all > width else {
            self.init(bands: [0..<columns.count], stubWidth: stub, width: stub + all)
            return
        }
        let widest = columns.max() ?? 0
        // Long names are cut before the columns are parted, down to a third of the screen.
        let cap = min(stub, max(Self.leastStub, min(max(16, width / 3), width - gap - widest)))
        if width - all >= cap {
            self.init(bands: [0..<columns.count], stubWidth: width - all, width: width)
            return
        }
        var bands: [Range<Int>] = []
        var (start, used) = (0, cap)
        var most = 0
        for (index, column) in columns.enumerated() {
            // What is joined to this column moves with it.
            let others =
                joined.isEmpty ? 0 : columns.indices.dropFirst(index + 1).prefix { joined[$0] }.reduce(0) { $0 + gap + columns[$1] }
            let isJoined = !joined.isEmpty && joined[index]
            let together = cap + gap + column + others <= width && !isJoined ? others : 0
            if index > start, used + gap + column + together > width {
                bands.append(start..<index)
                (start, used) = (index, cap)
            }
            used += gap + column
            most = max(most, used - cap)
        }
        bands.append(start..<columns.count)
        let stubWidth = max(cap, min(stub, width - most))
        self.init(bands: bands, stubWidth: stubWidth, width: stubWidth + most)
    }

    private init(bands: [Range<Int>], stubWidth: Int, width: Int) {
        self.bands = bands
        self.stubWidth = stubWidth
        self.width = width
    }
}
