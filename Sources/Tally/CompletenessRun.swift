import Numerics
import Syntax

extension Completeness {
    /// Reports of adjoining periods that one line asks for.
    public struct Run: Sendable {
        /// The first of them, which fell due first.
        public var first: Due
        /// The last; the first where there is but one.
        public var last: Due

        /// All their days.
        public var period: Period { Period(first.period.start, last.period.end) }
    }
}

extension [Completeness.Due] {
    /// Neighbours joined. They come by due day.
    public var runs: [Completeness.Run] {
        reduce(into: []) { runs, due in
            if let last = runs.last?.last, last.period.end == due.period.start, last.expectation.range == due.expectation.range {
                runs[runs.count - 1].last = due
            } else {
                runs.append(Completeness.Run(first: due, last: due))
            }
        }
    }
}
