import Numerics
import Syntax

extension Completeness {
    /// Reports of adjoining periods that one line asks for.
    public struct Run: Sendable {
        /// The first of them, which fell due first.
        public var first: Due
        /// The last; the first where there is but one.
        public var last: Due
        /// How many, at least one.
        public var count: Int

        /// All their days.
        public var period: Period { Period(first.period.start, last.period.end) }
    }
}

extension [Completeness.Due] {
    /// Neighbours joined, those that one line asks for together; the lines in their order.
    public var runs: [Completeness.Run] {
        let byLine = sorted { ($0.expectation.range.lowerBound, $0.day) < ($1.expectation.range.lowerBound, $1.day) }
        return byLine.reduce(into: []) { runs, due in
            if let last = runs.last?.last, last.period.end == due.period.start, last.expectation.range == due.expectation.range {
                runs[runs.count - 1].last = due
                runs[runs.count - 1].count += 1
            } else {
                runs.append(Completeness.Run(first: due, last: due, count: 1))
            }
        }
    }
}
