import Checks
import Ledger
import Numerics
import SourceText
import Tally

/// `taizhang-bench run`: reads, checks and rolls up a ledger, and tells what each stage takes.
struct RunCommand {
    static let usage = """
        usage: taizhang-bench run --ledger PATH [--threads N] [--runs N]
               prints medians; memory is the peak of the whole process
        """

    private var path = ""
    private var threads = processorCount()
    private var runs = 5

    init(_ arguments: [String]) throws(UsageError) {
        for option in try GenerateCommand.pairs(arguments) {
            switch option.name {
            case "--ledger": path = option.value
            case "--threads": threads = try option.count(upTo: 256)
            case "--runs": runs = try option.count(upTo: 100)
            default: throw UsageError("no option is called \(option.name)")
            }
        }
        if path.isEmpty { throw UsageError("--ledger is missing") }
    }

    /// One run's stages, in nanoseconds.
    private struct Times {
        var read: UInt64 = 0
        var check: UInt64 = 0
        var report: UInt64 = 0
        var figures = 0
        var bytes = 0
        var findings = 0
        var cells = 0
    }

    func run() throws(UsageError) -> String {
        var all: [Times] = []
        for _ in 0..<runs { all.append(try once()) }
        let first = all[0]
        let total = median(all.map { $0.read + $0.check + $0.report })
        return """
            \(first.figures) figures, \(first.bytes) bytes, \(threads) threads, median of \(runs) runs
            \(line("read", median(all.map(\.read)), first))
            \(line("check", median(all.map(\.check)), first)) (\(first.findings) findings)
            \(line("report", median(all.map(\.report)), first)) (\(first.cells) cells with a value)
            \(line("total", total, first))
            peak memory \(peakMemoryBytes() / 1_000_000) MB, \((peakMemoryBytes() - first.bytes) / max(1, first.figures)) bytes a figure over the files
            """
    }

    private func once() throws(UsageError) -> Times {
        var times = Times()
        var options = LoadOptions()
        options.threads = threads
        let start = monotonicNanoseconds()
        let ledger: Ledger
        do {
            ledger = try Ledger.load(path: path, options: options)
        } catch {
            throw UsageError("\(path) cannot be read")
        }
        let afterRead = monotonicNanoseconds()
        let tally = Tally(ledger)
        times.findings = ledger.diagnostics.count + runChecks(tally, threads: threads).count
        let afterCheck = monotonicNanoseconds()
        times.cells = rollUp(tally)
        times.report = monotonicNanoseconds() - afterCheck
        times.check = afterCheck - afterRead
        times.read = afterRead - start
        times.figures = ledger.figures.figureCount
        times.bytes = ledger.sources.files.reduce(0) { $0 + $1.text.count }
        return times
    }

    /// Every indicator by quarter and year, for the roots and the units below them: what a quarterly roll-up by township asks for.
    private func rollUp(_ tally: Tally) -> Int {
        let ledger = tally.ledger
        let years = Set(ledger.figures.periods.map { $0.lastDay.civil.year }).sorted()
        let periods = years.flatMap { Period.year($0).parts(.quarter) + [Period.year($0)] }
        let units = ledger.units.roots + ledger.units.roots.flatMap { ledger.units.subUnits(of: $0) }
        let counts = Counts(ledger.indicators.count)
        let shares = stride(from: 0, to: ledger.indicators.count, by: 16).map { $0..<min($0 + 16, ledger.indicators.count) }
        parallelFor(shares.count, threads: threads) { share in
            let evaluator = Evaluator(tally)
            let ids = shares[share].map { IndicatorID($0) }
            evaluator.prepare(ledger.units.roots, ids, periods)
            let cells = ids.flatMap { id in units.flatMap { evaluator.cells($0, id, periods) } }
            counts.set(share, cells.filter { $0.interval != nil }.count)
        }
        return counts.total
    }

    private func line(_ stage: String, _ nanoseconds: UInt64, _ times: Times) -> String {
        let milliseconds = nanoseconds / 1_000_000
        let figures = UInt64(times.figures) * 1_000 / max(1, nanoseconds / 1_000_000) / 1_000
        let megabytes = UInt64(times.bytes) * 1_000 / max(1, nanoseconds)
        return
            "\(padRight(stage, to: 8))\(padLeft("\(milliseconds)", to: 6)) ms  \(padLeft("\(figures)", to: 8)) thousand figures/s  \(padLeft("\(megabytes)", to: 6)) MB/s"
    }

    private func median(_ values: [UInt64]) -> UInt64 { values.sorted()[values.count / 2] }
}

/// One number for each index, written from any thread.
private final class Counts: @unchecked Sendable {
    private let counts: UnsafeMutableBufferPointer<Int>

    init(_ count: Int) {
        counts = .allocate(capacity: count)
        counts.initialize(repeating: 0)
    }

    deinit { counts.deallocate() }

    /// SAFETY: every index is set by one thread alone, and the total is taken after all have ended.
    func set(_ index: Int, _ value: Int) { counts[index] = value }

    var total: Int { counts.reduce(0, +) }
}
