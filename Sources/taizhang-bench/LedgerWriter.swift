/// Writes a workload in the ledger language: declarations first, then a block for each month and enterprise.
struct LedgerWriter {
    let workload: Workload
    let shape: Shape
    let itemCount: Int
    let names: WorkloadNames
    /// Everything of a figure's line that stands before its value.
    private let lineStarts: [[UInt8]]
    /// What ends a line whose measure is written; only every tenth indicator's is, the others take the declared one.
    private let measuredEnd: [UInt8]

    init(_ workload: Workload, names: WorkloadNames, shape: Shape, itemCount: Int = 0) {
        self.workload = workload
        self.shape = shape
        self.itemCount = itemCount
        self.names = names
        lineStarts = names.indicators.map { Array("    ".utf8) + $0 + Array("  ".utf8) }
        measuredEnd = Array(" ".utf8) + names.measure + Array("\n".utf8)
    }

    /// Writes everything to `path`, or the declarations to it and the blocks to `fileCount` files beside it that it includes:
    /// `name-0001.taizhang` and so on for `name.taizhang`. Returns the bytes written.
    func write(to path: String, fileCount: Int) throws(SinkError) -> Int {
        var main = try ByteSink(path: path)
        appendDeclarations(to: &main)
        if itemCount > 0 { try appendRegister(to: &main) }
        if fileCount == 1 {
            try appendBlocks(0..<workload.blocks, to: &main)
            try main.finish()
            return main.bytes
        }
        var total = 0
        for index in 0..<fileCount {
            let part = PartPath(of: path, number: index + 1)
            main.append(Array("include \(part.name)\n".utf8))
            var sink = try ByteSink(path: part.path)
            let first = workload.blocks * index / fileCount
            try appendBlocks(first..<workload.blocks * (index + 1) / fileCount, to: &sink)
            try sink.finish()
            total += sink.bytes
        }
        try main.finish()
        return total + main.bytes
    }

    private func appendDeclarations(to sink: inout ByteSink) {
        sink.append("units ")
        sink.append(names.district)
        sink.append("\n")
        for township in 0..<workload.townships {
            sink.append("    ")
            sink.append(names.townships[township])
            sink.append("\n")
            let first = township * workload.enterprisesPerTownship
            for enterprise in first..<first + workload.enterprisesPerTownship {
                sink.append("        ")
                sink.append(names.enterprises[enterprise])
                sink.append("\n")
            }
        }
        sink.append("\nindicators measure ")
        sink.append(names.measure)
        sink.append(", nature flow\n")
        for indicator in names.indicators {
            sink.append("    ")
            sink.append(indicator)
            sink.append("\n")
        }
        sink.append("\n")
    }

    private func appendBlocks(_ range: Range<Int>, to sink: inout ByteSink) throws(SinkError) {
        for index in range {
            let block = workload.block(at: index)
            appendHeader(block, to: &sink)
            for indicator in 0..<workload.indicators {
                sink.append(lineStarts[indicator])
                sink.append(tenths: workload.tenths(of: block, indicator: indicator, shape: shape))
                if indicator % 10 == 9 {
                    sink.append(measuredEnd)
                } else {
                    sink.append(UInt8(ascii: "\n"))
                }
            }
            sink.append("\n")
            try sink.drain()
        }
    }

    private func appendHeader(_ block: Block, to sink: inout ByteSink) {
        switch shape {
        case .cumulative where block.month.number > 1:
            sink.append(block.month.yearStart, separator: UInt8(ascii: "-"))
            sink.append("..")
            sink.append(UInt64(block.month.number), width: 2)
        case .monthly, .cumulative:
            sink.append(block.month, separator: UInt8(ascii: "-"))
        }
        sink.append("  ")
        sink.append(names.townships[block.township])
        sink.append(":")
        sink.append(names.enterprises[block.enterprise])
        sink.append("\n")
    }
}

/// Where one of several files goes, and what the main file calls it.
struct PartPath {
    let path: String
    /// Relative to the main file's folder, as `include` takes it.
    let name: String

    init(of main: String, number: Int) {
        let folderEnd = main.lastIndex(of: "/").map { main.index(after: $0) } ?? main.startIndex
        let file = main[folderEnd...]
        let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
        let digits = String(number)
        name = stem + "-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".taizhang"
        path = main[..<folderEnd] + name
    }
}

extension ByteSink {
    /// Writes a value with its one decimal.
    @inline(__always)
    mutating func append(tenths: UInt64) {
        append(tenths / 10)
        append(UInt8(ascii: "."))
        append(UInt8(truncatingIfNeeded: tenths % 10) + UInt8(ascii: "0"))
    }

    /// Writes `2023-05` with the separator of the format.
    mutating func append(_ month: Month, separator: UInt8) {
        append(UInt64(month.year), width: 4)
        append(separator)
        append(UInt64(month.number), width: 2)
    }
}
