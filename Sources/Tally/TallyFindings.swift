import Ledger
import Numerics
import SourceText
import Syntax

/// What does not tally in a ledger.
public struct TallyFindings: Sendable {
    /// In the order in which they were settled: shortest period first.
    public var contradictions: [Contradiction] = []
    /// The same cell twice.
    public var duplicates: [Duplicate] = []
    /// Possible, but probably slips.
    public var suspicions: [Suspicion] = []
    /// Every claim held against the figures, in the order of the ledger.
    public var claims: [ClaimTest] = []
    /// What was to be reported; nil where no day was given to ask for.
    public var completeness: Completeness?
    /// Deadlines of items that have passed without what they ask for; none where no day was given to ask for.
    public var overdue: [ItemDeadline] = []
    /// Items that were not done with when their unit closed, and stayed in it; none where no day was given to ask for.
    public var stranded: [ItemStanding] = []
    /// The day for which `overdue` and `stranded` were found.
    public var overdueOn: Day?

    /// A cell that is stated twice with the same standing.
    public struct Duplicate: Sendable {
        /// The cell.
        public var key: CellKey
        /// The later of the two, in the order of the files.
        public var again: FigureID
        /// The earlier.
        public var first: FigureID
        /// Whether a value fits both. Then the narrower is used; otherwise neither.
        public var agree: Bool
    }
}

extension Tally {
    /// Tests the law everywhere. First every place by itself, on all cores; then, only where something is wrong, one place after another
    /// in the order of §4, so that what merely follows from a contradiction already found is not told again. With `today` also finds
    /// what has fallen due.
    public func findings(today: Day? = nil, threads: Int = processorCount()) -> TallyFindings {
        var findings = TallyFindings()
        findings.overdueOn = today
        findings.overdue = today.map { overdueItems(on: $0) } ?? []
        findings.stranded = today.map { strandedItems(on: $0) } ?? []
        findings.completeness = today.map { completeness(on: $0, threads: threads) }
        findings.claims = claimTests(threads: threads)
        var suspects: [LawInstance] = []
        for share in scan(.firm, threads: threads) {
            findings.duplicates += share.duplicates
            findings.suspicions += share.suspicions
            suspects += share.suspects
        }
        findings.contradictions = settle(suspects, .firm)
        if hasEstimates {
            let suspects = scan(.estimates, threads: threads).flatMap(\.suspects)
            findings.contradictions += settle(suspects, .estimates)
        }
        return findings
    }

    private func scan(_ layer: Evaluator.Layer, threads: Int) -> [LawScan] {
        let unitCount = ledger.units.count
        let shareCount = max(1, min(unitCount, threads * 8))
        var shares: [LawScan] = Array(repeating: LawScan(), count: shareCount)
        shares.withUnsafeMutableBufferPointer { shares in
            // SAFETY: every share writes its own element.
            nonisolated(unsafe) let shares = shares
            parallelFor(shareCount, threads: threads) { share in
                let evaluator = Evaluator(self)
                evaluator.layer = layer
                var scan = LawScan()
                for index in unitCount * share / shareCount..<unitCount * (share + 1) / shareCount {
                    scan.scan(UnitID(index), evaluator)
                }
                shares[share] = scan
            }
        }
        return Array(shares)
    }

    private func settle(_ suspects: [LawInstance], _ layer: Evaluator.Layer) -> [Contradiction] {
        let evaluator = Evaluator(self)
        evaluator.layer = layer
        var found: [Contradiction] = []
        for suspect in suspects.sorted(by: LawInstance.precedes) {
            guard let contradiction = evaluator.contradiction(at: suspect) else { continue }
            found.append(contradiction)
            evaluator.freed.formUnion(contradiction.figures)
            evaluator.forget()
        }
        return found
    }
}
