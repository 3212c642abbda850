#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The folder that relative paths start from; `.` where it has been removed.
public func currentDirectory() -> String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
}

/// The value of an environment variable, or nil where it is not set.
public func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

/// Whether the path, its links followed, is a folder.
public func isDirectory(_ path: String) -> Bool {
    fileMode(path).map { $0 & S_IFMT == S_IFDIR } ?? false
}

/// Whether there is anything at the path: a file, a folder, a pipe. A link to nothing is nothing.
public func fileExists(_ path: String) -> Bool {
    fileMode(path) != nil
}

/// Whether the path, its links followed, is a regular file.
func isRegularFile(_ path: String) -> Bool {
    fileMode(path).map { $0 & S_IFMT == S_IFREG } ?? false
}

/// Why what is at the path, its links followed, may not be written; nil where it may, or where nothing is there. A file that is replaced by
/// another in one step would be written whatever its permissions say.
public func writeObstacle(_ path: String) -> FileError? {
    access(path, W_OK) == 0 || errno == ENOENT ? nil : .last()
}

/// A name in a folder.
struct DirectoryEntry {
    var name: String
    var kind: Kind

    enum Kind {
        case file
        case folder
        /// A link, a pipe, or whatever only asking for it tells.
        case other
    }
}

/// What is in a folder, without `.` and `..`, sorted by the bytes of the names; nil where it cannot be read.
func listDirectory(_ path: String) -> [DirectoryEntry]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var entries: [DirectoryEntry] = []
    while let entry = readdir(stream) {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
        // SAFETY: the system ends the name with a NUL, and keeps it until the next `readdir`.
        let name = String(cString: (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self))
        if name == "." || name == ".." { continue }
        let kind: DirectoryEntry.Kind = entry.pointee.d_type == fileType ? .file : entry.pointee.d_type == folderType ? .folder : .other
        entries.append(DirectoryEntry(name: name, kind: kind))
    }
    return entries.sorted { precedesByBytes($0.name, $1.name) }
}

private let (fileType, folderType) = (UInt8(truncatingIfNeeded: Int(DT_REG)), UInt8(truncatingIfNeeded: Int(DT_DIR)))

/// The absolute path without links, `.` and `..`; nil where there is nothing at the path. Two paths of one file have the same.
public func canonicalPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// The order of `sort` in the C locale, which is the same on every machine.
func precedesByBytes(_ a: String, _ b: String) -> Bool {
    a.utf8.lexicographicallyPrecedes(b.utf8)
}

/// Whether the path itself is a symbolic link.
func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

private func fileMode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
}
