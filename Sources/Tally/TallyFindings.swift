import Ledger
import Numerics
import SourceText
import Synchronization
import Syntax

/// What does not tally in a ledger.
public struct TallyFindings: Sendable {
    /// Those of indicators that no breakdown joins apart; among others in the order in which they were settled, shortest period first.
    public var contradictions: [Contradiction] = []
    /// The same cell twice.
    public var duplicates: [Duplicate] = []
    /// Possible, but probably slips.
    public var suspicions: [Suspicion] = []
    /// Every claim held against the figures, in the order of the ledger.
    public var claims: [ClaimTest] = []
    /// What was to be reported; nil where no day was given to ask for.
    public var completeness: Completeness?
    /// What was looked at.
    public var scope = CheckScope()
    /// Deadlines of items that have passed without what they ask for; none where no day was given to ask for.
    public var overdue: [ItemDeadline] = []
    /// Items that were not done with when their unit closed, and stayed in it; none where no day was given to ask for.
    public var stranded: [ItemStanding] = []
    /// The day for which `overdue` and `stranded` were found.
    public var overdueOn: Day?
    /// Those that worked all this out, for whoever asks more.
    public let evaluators: EvaluatorPool

    init(_ evaluators: EvaluatorPool) { self.evaluators = evaluators }

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
    /// shortest period first, so that what merely follows from a contradiction already found is not told again. With `today` also finds
    /// what has fallen due. `watch` is told which share of the units has been looked at, from any thread.
    public func findings(
        today: Day? = nil, in scope: CheckScope = CheckScope(), threads: Int = processorCount(), watch: (@Sendable (Double) -> Void)? = nil
    ) -> TallyFindings {
        var findings = TallyFindings(EvaluatorPool(self))
        findings.scope = scope
        findings.overdueOn = today
        let evaluators = findings.evaluators
        // What can be cut finest comes last, so that no thread has to wait at the end.
        let (due, (shares, claims)) = sideBySide(
            threads: threads,
            { today.map { (self.overdueItems(on: $0), self.strandedItems(on: $0), self.completeness(on: $0, threads: threads)) } },
            {
                sideBySide(
                    threads: threads, { self.scan(scope, threads, evaluators, watch) },
                    { self.claimTests(in: scope, threads: threads, with: evaluators) })
            })
        findings.overdue = due?.0 ?? []
        findings.stranded = due?.1 ?? []
        findings.completeness = due?.2
        findings.claims = claims
        for share in shares {
            findings.duplicates += share.duplicates
            findings.suspicions += share.suspicions
        }
        findings.contradictions = settle(shares, .firm, threads: threads)
        if hasEstimates {
            let shares = scan(scope, threads, EvaluatorPool(self, .estimates), nil)
            findings.contradictions += settle(shares, .estimates, threads: threads)
        }
        return findings
    }

    private func scan(
        _ scope: CheckScope, _ threads: Int, _ evaluators: EvaluatorPool, _ watch: (@Sendable (Double) -> Void)?
    ) -> [LawScan] {
        let scanned = ledger.units.ids.filter { scope.scans($0) }
        let unitCount = scanned.count
        let shareCount = max(1, min(unitCount, threads * 32))
        let done = Atomic<Int>(0)
        return parallelShares(of: unitCount, shareCount, threads: threads) { range in
            let scan = evaluators.lend { evaluator in
                var scan = LawScan()
                for unit in scanned[range] { scan.scan(unit, evaluator) }
                return scan
            }
            scope.note(scan.units)
            watch?(Double(done.wrappingAdd(1, ordering: .relaxed).newValue) / Double(shareCount))
            return scan
        }
    }

    /// Suspects that have no figure in common are settled side by side: those of indicators that no breakdown joins.
    private func settle(_ scans: [LawScan], _ layer: Evaluator.Layer, threads: Int) -> [Contradiction] {
        let families = indicatorFamilies()
        // Suspects hold much: they stay where they were found, and their places are grouped and sorted.
        var groups = Array(repeating: [(scan: Int, index: Int)](), count: families.count)
        for (number, scan) in scans.enumerated() {
            for index in scan.suspects.indices { groups[families[scan.suspects[index].key.indicator.index]].append((number, index)) }
        }
        let tasks = groups.filter { !$0.isEmpty }
        return Array(
            tasks.parallelMap(shareSize: 1, threads: threads) { places in
                let evaluator = Evaluator(self)
                evaluator.layer = layer
                var found: [Contradiction] = []
                let order = places.sorted {
                    LawInstance.precedes(scans[$0.scan].suspects[$0.index], scans[$1.scan].suspects[$1.index])
                }
                for place in order {
                    guard let contradiction = evaluator.contradiction(at: scans[place.scan].suspects[place.index]) else { continue }
                    for figure in contradiction.figures { evaluator.freed.insert(figure) }
                    evaluator.forget()
                    found.append(contradiction)
                }
                return found
            }.joined())
    }

    /// By indicator the number of its family: those that breakdowns and inclusions join, at whatever distance.
    private func indicatorFamilies() -> [Int] {
        var sets = DisjointSets(count: ledger.indicators.count)
        for id in ledger.indicators.ids {
            for other in ledger.indicators[id].parts.joined() { _ = sets.join(id.index, other.index) }
            for other in ledger.indicators[id].includes { _ = sets.join(id.index, other.index) }
        }
        return sets.classes()
    }
}
