/// The candidates that a person who typed `name` may have meant, best first.
///
/// Counts inserted, deleted, exchanged and swapped scalars (Damerau–Levenshtein, each place edited once), not minding the case of
/// ASCII letters. A third of the name's scalars may differ, at least one; but a candidate that shares nothing with the name is none.
/// Memory is linear in the length of the names; candidates of another length are passed over without a comparison.
public func nearest(_ name: String, in candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    nearest(name, among: candidates.map { ComparedName($0) }, limit)
}

/// A name as it is compared with others.
struct ComparedName: Sendable {
    let name: String
    /// ASCII letters are small.
    let scalars: [Unicode.Scalar]
    /// A bit for each scalar that it has; some share one.
    let bits: UInt64

    init(_ name: String) {
        self.name = name
        scalars = folded(name)
        bits = scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }

    /// Edits that it takes at least to come to the other: each puts in one scalar or takes out one, or both.
    func leastDistance(to other: ComparedName) -> Int {
        max((bits & ~other.bits).nonzeroBitCount, (other.bits & ~bits).nonzeroBitCount, abs(scalars.count - other.scalars.count))
    }
}

/// The same of names that were made ready before.
func nearest(_ name: String, among candidates: [ComparedName], _ limit: Int) -> [String] {
    let wanted = ComparedName(name)
    let most = max(1, wanted.scalars.count / 3)
    var found: [(distance: Int, candidate: String)] = []
    for candidate in candidates {
        let cutOff = min(most, max(wanted.scalars.count, candidate.scalars.count) - 1)
        guard wanted.leastDistance(to: candidate) <= cutOff, candidate.name != name else { continue }
        if let distance = editDistance(wanted.scalars, candidate.scalars, atMost: cutOff) { found.append((distance, candidate.name)) }
    }
    found.sort { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
    var names: [String] = []
    for (_, candidate) in found where names.count < limit && names.last != candidate { names.append(candidate) }
    return names
}

/// The number of edits from one name to the other, or nil when it is above `most`.
public func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost most: Int) -> Int? {
    guard abs(a.count - b.count) <= most else { return nil }
    // Three rows of the table of distances between prefixes: a swap looks two rows back.
    var beforeLast = Array(repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in a.indices {
        row[0] = i + 1
        for j in b.indices {
            let isSame = a[i] == b[j]
            row[j + 1] = min(last[j] + (isSame ? 0 : 1), last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
            }
        }
        // A swap may still mend what the last row says, so both must be beyond hope.
        if let best = row.min(), let previous = last.min(), best > most, previous > most { return nil }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count] <= most ? last[b.count] : nil
}

private func folded(_ name: String) -> [Unicode.Scalar] {
    name.unicodeScalars.map { scalar in
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }
}
