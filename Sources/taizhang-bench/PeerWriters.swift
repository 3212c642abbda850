/// Writes the monthly figures of a workload as a table with a row each, for tools that read CSV.
struct TableWriter {
    let workload: Workload
    let names: WorkloadNames

    /// Writes the file and returns its bytes. The period is given by its first day.
    func write(to path: String) throws(SinkError) -> Int {
        var sink = try ByteSink(path: path)
        sink.append("unit,township,indicator,period,value\n")
        let indicators = names.indicators.map { $0 + Array(",".utf8) }
        let comma = Array(",".utf8)
        for index in 0..<workload.blocks {
            let block = workload.block(at: index)
            let unit = names.enterprises[block.enterprise] + comma + names.townships[block.township] + comma
            let period = Array("\(block.month.year)-\(block.month.number < 10 ? "0" : "")\(block.month.number)-01,".utf8)
            for indicator in 0..<workload.indicators {
                sink.append(unit)
                sink.append(indicators[indicator])
                sink.append(period)
                sink.append(tenths: workload.tenths(of: block, indicator: indicator, shape: .monthly))
                sink.append(UInt8(ascii: "\n"))
            }
            try sink.drain()
        }
        try sink.finish()
        return sink.bytes
    }
}

/// Writes the monthly figures as an accounting journal: a transaction for each block, dated the month's last day, with an
/// unbalanced posting for each figure to `indicator:township:enterprise`, so that depth 2 is the roll-up to townships.
struct JournalWriter {
    let workload: Workload
    let names: WorkloadNames
    /// `/` as ledger's manual writes dates, `-` as hledger's does.
    let dateSeparator: UInt8

    /// Writes the file and returns its bytes.
    func write(to path: String) throws(SinkError) -> Int {
        var sink = try ByteSink(path: path)
        let starts = names.indicators.map { Array("    (".utf8) + $0 + Array(":".utf8) }
        for index in 0..<workload.blocks {
            let block = workload.block(at: index)
            sink.append(block.month, separator: dateSeparator)
            sink.append(dateSeparator)
            sink.append(UInt64(block.month.lastDay), width: 2)
            sink.append(" ")
            sink.append(names.enterprises[block.enterprise])
            sink.append("\n")
            let unit =
                names.townships[block.township] + Array(":".utf8) + names.enterprises[block.enterprise] + Array(")  ".utf8)
            for indicator in 0..<workload.indicators {
                sink.append(starts[indicator])
                sink.append(unit)
                sink.append(tenths: workload.tenths(of: block, indicator: indicator, shape: .monthly))
                sink.append(UInt8(ascii: "\n"))
            }
            sink.append("\n")
            try sink.drain()
        }
        try sink.finish()
        return sink.bytes
    }
}
