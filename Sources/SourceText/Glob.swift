/// The files that a pattern names, relative to `directory` (as the pattern is), sorted by their bytes, each once.
///
/// `*`, `?`, `[…]` and `[!…]` match inside one part of a path, `**` any number of folders; hidden names match only where the pattern
/// writes the `.`. A pattern that ends in a wildcard finds files, not folders or pipes; a part without wildcards finds whatever is there.
/// `**` does not follow links to folders, which may lead in circles.
public func expandGlob(_ pattern: String, in directory: String) -> [String] {
    var parts: [String] = []
    for part in pattern.split(separator: "/") where part != "." {
        // Two in a row mean what one means.
        if part != "**" || parts.last != "**" { parts.append(String(part)) }
    }
    guard !parts.isEmpty else { return [] }
    var walk = GlobWalk(root: directory, parts: parts)
    walk.visit(pattern.utf8.first == UInt8(ascii: "/") ? "/" : "", partIndex: 0)
    return walk.found.sorted(by: precedesByBytes)
}

/// Whether `expandGlob` would find a file at this path, both relative to the same folder, if it were there. Looks at no disk.
public func globMatches(path: String, pattern: String) -> Bool {
    if (path.utf8.first == UInt8(ascii: "/")) != (pattern.utf8.first == UInt8(ascii: "/")) { return false }
    let pattern = Path.normalised(pattern)
    return matches(Path.normalised(path).split(separator: "/")[...], pattern.split(separator: "/")[...])
}

private func matches(_ path: ArraySlice<Substring>, _ pattern: ArraySlice<Substring>) -> Bool {
    guard let part = pattern.first else { return path.isEmpty }
    guard let name = path.first else { return false }
    if part == "**" {
        if pattern.count > 1, matches(path, pattern.dropFirst()) { return true }
        guard name.utf8.first != UInt8(ascii: ".") else { return false }
        return pattern.count == 1 && path.count == 1 || matches(path.dropFirst(), pattern)
    }
    let isHidden = name.utf8.first == UInt8(ascii: ".") && part.utf8.first != UInt8(ascii: ".")
    return !isHidden && globMatches(String(part), String(name)) && matches(path.dropFirst(), pattern.dropFirst())
}

/// A descent along the parts of a pattern.
private struct GlobWalk {
    /// A folder, and the part of the pattern to go on with; several `**` may lead to the same more than once.
    struct Step: Hashable {
        var prefix: String
        var partIndex: Int
    }

    let root: String
    let parts: [String]
    var found: [String] = []
    private var visited: Set<Step> = []
    private let mayMeetAgain: Bool

    init(root: String, parts: [String]) {
        self.root = root
        self.parts = parts
        mayMeetAgain = parts.contains("**")
    }

    mutating func visit(_ prefix: String, partIndex: Int) {
        if mayMeetAgain, !visited.insert(Step(prefix: prefix, partIndex: partIndex)).inserted { return }
        let part = parts[partIndex]
        if part == "**" {
            visitTree(prefix, partIndex: partIndex)
        } else if GlobPattern.isPattern(part) {
            let pattern = GlobPattern(part)
            for entry in entries(in: prefix) where isVisible(entry.name, to: part) && pattern.matches(entry.name) {
                take(Path.join(prefix, entry.name), entry.kind, partIndex: partIndex, isWildcard: true)
            }
        } else {
            take(Path.join(prefix, part), .other, partIndex: partIndex, isWildcard: false)
        }
    }

    /// `**`: goes on here without a folder of its own, and with every visible folder below; as the last part it takes every file.
    private mutating func visitTree(_ prefix: String, partIndex: Int) {
        let isLast = partIndex == parts.count - 1
        if !isLast { visit(prefix, partIndex: partIndex + 1) }
        for entry in entries(in: prefix) where isVisible(entry.name, to: "**") {
            let path = Path.join(prefix, entry.name)
            if isFolder(path, entry.kind) {
                if entry.kind == .folder || !isSymbolicLink(Path.join(root, path)) { visit(path, partIndex: partIndex) }
            } else if isLast, isFile(path, entry.kind) {
                found.append(path)
            }
        }
    }

    private mutating func take(_ path: String, _ kind: DirectoryEntry.Kind, partIndex: Int, isWildcard: Bool) {
        if partIndex < parts.count - 1 {
            if isFolder(path, kind) { visit(path, partIndex: partIndex + 1) }
        } else if isWildcard ? isFile(path, kind) : fileExists(Path.join(root, path)) {
            found.append(path)
        }
    }

    /// What a wildcard finds: a pipe would be waited for without end.
    private func isFile(_ path: String, _ kind: DirectoryEntry.Kind) -> Bool {
        kind == .file || kind == .other && isRegularFile(Path.join(root, path))
    }

    private func isFolder(_ path: String, _ kind: DirectoryEntry.Kind) -> Bool {
        kind == .folder || kind == .other && isDirectory(Path.join(root, path))
    }

    private func entries(in prefix: String) -> [DirectoryEntry] {
        let path = Path.join(root, prefix)
        return listDirectory(path.isEmpty ? "." : path) ?? []
    }

    private func isVisible(_ name: String, to part: String) -> Bool {
        name.utf8.first != UInt8(ascii: ".") || part.utf8.first == UInt8(ascii: ".")
    }
}
