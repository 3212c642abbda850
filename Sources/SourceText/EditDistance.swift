/// The candidates that a person who typed `name` may have meant, best first.
///
/// Counts inserted, deleted, exchanged and swapped scalars (Damerau–Levenshtein, each place edited once), not minding the case of
/// ASCII letters. A third of the name's scalars may differ, at least one; but a candidate that shares nothing with the name is none.
/// Memory is linear in the length of the names; candidates of another length are passed over without a comparison.
public func nearest(_ name: String, in candidates: some Sequence<String>, limit: Int = 3) -> [String] {
    nearest(name, among: Array(candidates), limit)
}

private func nearest(_ name: String, among candidates: [String], _ limit: Int) -> [String] {
    let wanted = folded(name)
    let most = max(1, wanted.count / 3)
    var found: [(distance: Int, candidate: String)] = []
    for candidate in candidates where candidate != name {
        let other = folded(candidate)
        let cutOff = min(most, max(wanted.count, other.count) - 1)
        if let distance = editDistance(wanted, other, atMost: cutOff) { found.append((distance, candidate)) }
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
