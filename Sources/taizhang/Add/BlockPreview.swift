import Checks
import Diagnostics
import Ledger
import Numerics
import SourceText
import Tally

/// What a check would say with the block written: the same check, on the same files, with one of them in memory.
struct BlockPreview {
    private let findings: [Diagnostic]
    private let sources: SourceMap
    private let file: FileID?
    private let lines: [ByteRange]

    init(_ block: NewBlock, in destination: BlockDestination, _ arguments: ParsedArguments, _ context: Context) throws(UsageError) {
        let appending = destination.appending(block)
        var overlay = FileOverlay()
        overlay[destination.path] = SourceBuffer(copying: appending.bytes)
        let ledger = try readLedger(arguments, context, overlay: overlay)
        let place = canonicalPath(destination.path)
        let file = ledger.sources.files.first { $0.path == destination.path || place != nil && canonicalPath($0.path) == place }
        let all = ledger.diagnostics + runChecks(Tally(ledger), today: context.day, threads: context.threads)
        // What is still owed is no fault of these lines.
        findings = DiagnosticList(all).filter(CodeSelection(skip: ["missing"])).sorted().diagnostics
        sources = ledger.sources
        self.file = file?.id
        lines = appending.lines
    }

    /// What speaks of any line of the block.
    var ofBlock: [Diagnostic] { lines.isEmpty ? [] : touching(lines[0].lowerBound..<lines[lines.count - 1].upperBound) }

    /// What speaks of its last line.
    var ofLastLine: [Diagnostic] { lines.last.map { touching($0.lowerBound..<$0.upperBound) } ?? [] }

    /// The number of the block's first line in its file, from 1.
    var lineNumber: Int? { file.map { sources[$0].lines.location(of: lines[0].lowerBound).line } }

    private func touching(_ range: Range<Int>) -> [Diagnostic] {
        findings.filter { finding in
            ([finding.primary] + finding.related).contains { annotation in
                let place = annotation.span
                return place.file == file && place.range.lowerBound < range.upperBound && place.range.upperBound > range.lowerBound
            }
        }
    }

    func render(_ diagnostics: [Diagnostic], _ context: Context) -> String {
        FullRenderer(sources: sources, language: context.language, palette: context.usesColour ? .ansi : .plain).render(diagnostics)
    }
}
