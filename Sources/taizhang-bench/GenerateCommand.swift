/// `taizhang-bench generate`: writes one workload in one format.
struct GenerateCommand {
    static let usage = """
        usage: taizhang-bench generate --out PATH [--figures 240k|4.8m|24m] [--format taizhang|csv|ledger|hledger]
                   [--shape monthly|cumulative] [--files N] [--names zh|en] [--seed N]
                   [--townships N] [--enterprises N] [--indicators N] [--months N] [--items N]
               --enterprises counts those of one township; --shape cumulative, --files and --items are for the
               taizhang format alone; every item has five dated lines
        """

    private var workload: Workload
    private var format = Format.taizhang
    private var shape = Shape.monthly
    private var style = NameStyle.zh
    private var fileCount = 1
    private var itemCount = 0
    private var out = ""

    /// Reads `--option value` pairs; the sizes are applied over the preset in whatever order they come.
    init(_ arguments: [String]) throws(UsageError) {
        let options = try Self.pairs(arguments)
        let preset = options.last { $0.name == "--figures" }?.value ?? "240k"
        guard let size = Workload(preset: preset) else { throw UsageError("no preset is called \(preset)") }
        workload = size
        for option in options where option.name != "--figures" { try apply(option) }
        if out.isEmpty { throw UsageError("--out is missing") }
        if format != .taizhang && (shape == .cumulative || fileCount > 1 || itemCount > 0) {
            throw UsageError("--shape cumulative, --files and --items are for the taizhang format alone")
        }
        if fileCount > workload.blocks { throw UsageError("more files than blocks (\(workload.blocks))") }
    }

    /// Writes the files and returns a line that says what was written.
    func run() throws(SinkError) -> String {
        let names = WorkloadNames(workload, style: style)
        let bytes =
            switch format {
            case .taizhang:
                try LedgerWriter(workload, names: names, shape: shape, itemCount: itemCount).write(to: out, fileCount: fileCount)
            case .csv: try TableWriter(workload: workload, names: names).write(to: out)
            case .ledger: try journal(names, separator: "/").write(to: out)
            case .hledger: try journal(names, separator: "-").write(to: out)
            }
        return "\(out): \(workload.figures) figures, \(bytes) bytes, \(workload.enterprises) enterprises in "
            + "\(workload.townships) townships, \(workload.indicators) indicators, \(workload.months) months"
    }

    private func journal(_ names: WorkloadNames, separator: Unicode.Scalar) -> JournalWriter {
        JournalWriter(workload: workload, names: names, dateSeparator: UInt8(ascii: separator))
    }

    private mutating func apply(_ option: Option) throws(UsageError) {
        switch option.name {
        case "--out": out = option.value
        case "--format": format = try option.choice()
        case "--shape": shape = try option.choice()
        case "--names": style = try option.choice()
        case "--files": fileCount = try option.count(upTo: 9_999)
        case "--townships": workload.townships = try option.count(upTo: 10_000)
        case "--enterprises": workload.enterprisesPerTownship = try option.count(upTo: 100_000)
        case "--indicators": workload.indicators = try option.count(upTo: 10_000)
        case "--months": workload.months = try option.count(upTo: 177 * 12)
        case "--items": itemCount = try option.count(upTo: 1_000_000)
        case "--seed": workload.seed = UInt64(try option.count(upTo: Int.max))
        default: throw UsageError("no option is called \(option.name)")
        }
    }

    static func pairs(_ arguments: [String]) throws(UsageError) -> [Option] {
        var options: [Option] = []
        var index = 0
        while index < arguments.count {
            guard index + 1 < arguments.count else { throw UsageError("\(arguments[index]) needs a value") }
            options.append(Option(name: arguments[index], value: arguments[index + 1]))
            index += 2
        }
        return options
    }
}

/// The languages that a workload can be written in.
enum Format: String, CaseIterable {
    case taizhang
    case csv
    case ledger
    case hledger
}

/// One `--name value` of the command line.
struct Option {
    let name: String
    let value: String

    /// The value as one of an enumeration's names.
    func choice<Choice: RawRepresentable & CaseIterable>() throws(UsageError) -> Choice where Choice.RawValue == String {
        if let choice = Choice(rawValue: value) { return choice }
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError("\(name) is one of \(names), not \(value)")
    }

    /// The value as a number from 1.
    func count(upTo most: Int) throws(UsageError) -> Int {
        if let number = Int(value), number >= 1, number <= most { return number }
        throw UsageError("\(name) is a number from 1 to \(most), not \(value)")
    }
}

/// A command line that cannot be followed, and why.
struct UsageError: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
