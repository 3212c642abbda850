import Numerics

/// Which periods of a series are known: its days fall into classes, and a period is known when both its ends are in one class.
struct Knowledge: Equatable, Sendable {
    /// In order, each once.
    private(set) var days: [Day]
    /// The class of each day; classes are numbered from 0.
    private(set) var classes: [Int]

    static let none = Knowledge(days: [], classes: [])

    /// `classes` are numbered from 0 in the order of `days`.
    init(days: [Day], classes: [Int]) {
        self.days = days
        self.classes = classes
    }

    /// Every day in a class of its own, joined along the periods.
    init(days: [Day], joining periods: [Period]) {
        self.days = days
        var sets = DisjointSets(count: days.count)
        for period in periods {
            if let a = Self.position(of: period.start, in: days), let b = Self.position(of: period.end, in: days) { sets.join(a, b) }
        }
        classes = sets.classes()
    }

    func position(of day: Day) -> Int? { Self.position(of: day, in: days) }

    private static func position(of day: Day, in days: [Day]) -> Int? {
        let index = days.partitioningIndex { $0 >= day }
        return index < days.count && days[index] == day ? index : nil
    }

    func `class`(of day: Day) -> Int? { position(of: day).map { classes[$0] } }

    func knows(_ period: Period) -> Bool {
        guard let a = self.class(of: period.start), let b = self.class(of: period.end) else { return false }
        return a == b
    }

    /// What is known when either is: classes that share a day become one.
    func joined(with other: Knowledge) -> Knowledge {
        if other.days.isEmpty { return self }
        if days.isEmpty || self == other { return other }
        let all = Self.union(days, other.days)
        var sets = DisjointSets(count: all.count)
        for knowledge in [self, other] {
            // By class: where the first of its days is. There are no more classes than days.
            var first: [Int?] = Array(repeating: nil, count: knowledge.days.count)
            for (day, number) in zip(knowledge.days, knowledge.classes) {
                guard let at = Self.position(of: day, in: all) else { continue }
                if let earlier = first[number] { sets.join(earlier, at) } else { first[number] = at }
            }
        }
        return Knowledge(days: all, classes: sets.classes())
    }

    /// What is known only when all are. Parts that know the same, as most do, are met once.
    static func met(_ parts: [Knowledge]) -> Knowledge {
        var distinct: [Knowledge] = []
        for part in parts where !distinct.suffix(8).contains(part) { distinct.append(part) }
        if distinct.count == 1 { return distinct[0] }
        return met(distinct.map { part in (part.days, { part.class(of: $0) }) })
    }

    /// What is known only when all are: days are in one class where they are in one class of every part. `parts` tell the class of any day.
    static func met(_ parts: [(days: [Day], class: (Day) -> Int?)]) -> Knowledge {
        guard !parts.isEmpty else { return .none }
        var days = parts.map(\.days).reduce([], union)
        var classes = Array(repeating: 0, count: days.count)
        for part in parts {
            var kept: [Day] = []
            var refined: [Int] = []
            var numbers = KeySet<ClassPair>()
            for (day, number) in zip(days, classes) {
                guard let own = part.class(day) else { continue }
                kept.append(day)
                refined.append(numbers.number(of: ClassPair(number, own)))
            }
            days = kept
            classes = refined
        }
        return Knowledge(days: days, classes: classes)
    }

    private static func union(_ a: [Day], _ b: [Day]) -> [Day] {
        var union: [Day] = []
        union.reserveCapacity(a.count + b.count)
        var (i, j) = (0, 0)
        while i < a.count || j < b.count {
            if j == b.count || i < a.count && a[i] <= b[j] {
                if j < b.count, a[i] == b[j] { j += 1 }
                union.append(a[i])
                i += 1
            } else {
                union.append(b[j])
                j += 1
            }
        }
        return union
    }

    /// The disjoint known periods inside another that together hold the most days, in order.
    func periods(inside period: Period) -> [Period] {
        let inside = days.indices.filter { days[$0] >= period.start && days[$0] <= period.end }
        guard inside.count > 1 else { return [] }
        // covered[k]: the most days that known periods up to the k-th day hold; chosen[k]: where the last of them starts.
        var covered = Array(repeating: 0, count: inside.count)
        var chosen: [Int?] = Array(repeating: nil, count: inside.count)
        for last in inside.indices.dropFirst() {
            covered[last] = covered[last - 1]
            for first in 0..<last where classes[inside[first]] == classes[inside[last]] {
                let held = covered[first] + days[inside[first]].distance(to: days[inside[last]])
                if held > covered[last] {
                    covered[last] = held
                    chosen[last] = first
                }
            }
        }
        var periods: [Period] = []
        var at = inside.count - 1
        while at > 0 {
            if let first = chosen[at] {
                periods.append(Period(days[inside[first]], days[inside[at]]))
                at = first
            } else {
                at -= 1
            }
        }
        return periods.reversed()
    }
}

/// The two classes that a day is in.
private struct ClassPair: TableKey {
    var words: (UInt64, UInt64)

    init(_ one: Int, _ other: Int) { words = (UInt64(bitPattern: Int64(one)), UInt64(bitPattern: Int64(other))) }
}

/// Sets that can only be joined (union–find with path halving).
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }

    /// False where they were one already.
    @discardableResult
    mutating func join(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (root(a), root(b))
        guard a != b else { return false }
        parents[max(a, b)] = min(a, b)
        return true
    }

    /// The number of each element's set, counted from 0.
    mutating func classes() -> [Int] {
        var numbers = Array(repeating: -1, count: parents.count)
        var count = 0
        return parents.indices.map { index in
            let root = root(index)
            if numbers[root] < 0 { (numbers[root], count) = (count, count + 1) }
            return numbers[root]
        }
    }
}
