/// Paths as text, with `/` between the parts. Nothing here looks at a disk.
public enum Path {
    /// The path of `path` as seen from `directory`; an absolute one stands for itself.
    public static func join(_ directory: String, _ path: String) -> String {
        if directory.isEmpty || path.utf8.first == slash { return path }
        if path.isEmpty { return directory }
        return directory.utf8.last == slash ? directory + path : directory + "/" + path
    }

    /// The folder that a path lies in: `.` for a bare name.
    public static func directory(of path: String) -> String {
        guard let last = path.utf8.lastIndex(of: slash) else { return "." }
        return last == path.utf8.startIndex ? "/" : String(path[..<last])
    }

    /// The path without `.`, doubled slashes, and `..` behind a name; `.` where nothing is left.
    ///
    /// Goes by the text alone: behind a symbolic link `..` may mean another folder, see `canonicalPath`.
    public static func normalised(_ path: String) -> String {
        if isNormalised(path) { return path }
        let isAbsolute = path.utf8.first == slash
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if let last = parts.last, last != ".." {
                parts.removeLast()
            } else if !isAbsolute {
                parts.append(part)
            }
        }
        if isAbsolute { return "/" + parts.joined(separator: "/") }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    /// Whether no part of the path is empty or starts with a dot, as those of nearly all paths.
    private static func isNormalised(_ path: String) -> Bool {
        var last = slash
        for byte in path.utf8 {
            if last == slash, byte == slash || byte == UInt8(ascii: ".") { return false }
            last = byte
        }
        return last != slash
    }

    /// How to name `path` from within the folder `base`. Both absolute, or both relative to the same place; where they are not, or
    /// where `base` goes up further than `path` does, the answer is `path` itself, normalised.
    public static func relative(_ path: String, to base: String) -> String {
        let path = normalised(path)
        let base = normalised(base)
        guard (path.utf8.first == slash) == (base.utf8.first == slash) else { return path }
        let parts = path.split(separator: "/").filter { $0 != "." }
        let baseParts = base.split(separator: "/").filter { $0 != "." }
        var shared = 0
        while shared < min(parts.count, baseParts.count), parts[shared].utf8.elementsEqual(baseParts[shared].utf8) { shared += 1 }
        guard !baseParts[shared...].contains("..") else { return path }
        let steps = baseParts[shared...].map { _ in ".." as Substring } + parts[shared...]
        return steps.isEmpty ? "." : steps.joined(separator: "/")
    }

    private static let slash = UInt8(ascii: "/")
}
