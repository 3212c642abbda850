#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Makes the file hold exactly this text; nil where that worked.
public func writeFile(_ path: String, _ text: String) -> FileError? {
    var text = text
    return text.withUTF8 { writeFile(path, UnsafeRawBufferPointer($0)) }
}

/// Makes the file hold exactly these bytes; nil where that worked.
///
/// A file is replaced in one step, with its permissions: whatever goes wrong, it holds the old bytes or the new ones, and a new one is there
/// whole or not at all. A link is followed. What is no plain file (a pipe, a terminal) is written to directly.
public func writeFile(_ path: String, _ bytes: UnsafeRawBufferPointer) -> FileError? {
    if isDirectory(path) { return .isDirectory }
    guard let target = canonicalPath(path) else { return create(path, bytes) }
    var status = stat()
    guard stat(target, &status) == 0 else { return .last() }
    guard status.st_mode & S_IFMT == S_IFREG else { return write(bytes, to: target, flags: 0, mode: 0) }
    return replace(target, bytes, mode: 0o600, permissions: status.st_mode & 0o7777)
}

/// A link that leads nowhere is written through; nothing else can stand there.
private func create(_ path: String, _ bytes: UnsafeRawBufferPointer) -> FileError? {
    var status = stat()
    guard lstat(path, &status) != 0 else { return write(bytes, to: path, flags: O_CREAT | O_TRUNC, mode: 0o666) }
    return replace(path, bytes, mode: 0o666, permissions: nil)
}

/// Puts a new file in the place of what is at the path, if anything is. It is on the disk before it takes the name: else a machine that
/// stops between the two could leave the name with a file that is not there yet.
private func replace(_ path: String, _ bytes: UnsafeRawBufferPointer, mode: mode_t, permissions: mode_t?) -> FileError? {
    let (temporary, descriptor): (String, Int32)
    switch openTemporary(beside: path, mode: mode) {
    case .success(let opened): (temporary, descriptor) = opened
    case .failure(let error): return error
    }
    var error = writeAll(bytes, to: descriptor).error
    if error == nil, let permissions, fchmod(descriptor, permissions) != 0 { error = .last() }
    if error == nil, fsync(descriptor) != 0 { error = .last() }
    if close(descriptor) != 0, error == nil { error = .last() }
    if error == nil, rename(temporary, path) != 0 { error = .last() }
    if error != nil { unlink(temporary) }
    return error
}

/// Makes an empty file beside another. Names that are taken, by another process or by one that was killed, are passed over.
private func openTemporary(beside path: String, mode: mode_t) -> Result<(path: String, descriptor: Int32), FileError> {
    for attempt in 0..<100 {
        let name = "\(path).\(getpid())\(attempt == 0 ? "" : "-\(attempt)").tmp"
        let descriptor = open(name, O_WRONLY | O_CLOEXEC | O_CREAT | O_EXCL, mode)
        if descriptor >= 0 { return .success((name, descriptor)) }
        if errno != EEXIST { break }
    }
    return .failure(.last())
}

private func write(_ bytes: UnsafeRawBufferPointer, to path: String, flags: Int32, mode: mode_t) -> FileError? {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | flags, mode)
    guard descriptor >= 0 else { return .last() }
    let error = writeAll(bytes, to: descriptor).error
    if close(descriptor) != 0, error == nil { return .last() }
    return error
}

/// Makes a new file that holds exactly this text; nil where that worked. What is there already, be it a link to nothing, stays as it is.
public func createFile(_ path: String, _ text: String) -> FileError? {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: path, flags: O_CREAT | O_EXCL, mode: 0o666) }
}

/// Makes a folder and those above it that are missing; nil where it is there in the end.
public func createFolder(_ path: String) -> FileError? {
    if path.isEmpty || isDirectory(path) { return nil }
    let above = Path.directory(of: path)
    if above != path, let error = createFolder(above) { return error }
    if mkdir(path, 0o777) == 0 { return nil }
    // Before the next question to the system, which has a reason of its own.
    let error = FileError.last()
    return isDirectory(path) ? nil : error
}
