import SourceText

/// Texts to read in place of files' contents: what an editor has not saved yet, or what is about to be written.
///
/// A file is known by where it is, whatever path leads to it. A path with no file behind it is taken as a new file: an `include` that
/// will find it once it is written finds it already.
public struct FileOverlay: Sendable {
    private var texts: [String: FileText] = [:]

    /// Nothing in place of anything.
    public init() {}

    /// The text in place of the file at a path, absolute or relative to the working directory; nil where the file speaks for itself.
    /// Asks the system where the path leads.
    public subscript(path: String) -> SourceBuffer? {
        get { texts.isEmpty ? nil : texts[Self.identity(of: path)]?.buffer }
        set { texts[Self.identity(of: path)] = newValue.map { FileText($0) } }
    }

    /// The same as setting a buffer, for text whose lines may be known already.
    public mutating func set(_ text: FileText, at path: String) { texts[Self.identity(of: path)] = text }

    /// What the same file has by whatever path: the canonical one; for a file still to be written, that of its folder with its name.
    public static func identity(of path: String) -> String {
        if let canonical = canonicalPath(path) { return canonical }
        let absolute = Path.normalised(Path.join(currentDirectory(), path))
        let folder = Path.directory(of: absolute)
        return Path.join(canonicalPath(folder) ?? folder, Path.relative(absolute, to: folder))
    }

    /// The text in place of the file with that identity.
    func text(identity: String) -> FileText? { texts[identity] }

    /// The files still to be written that a pattern will find, relative to the folder, as `expandGlob` answers.
    func newFiles(matching pattern: String, in folder: String) -> [String] {
        if texts.isEmpty { return [] }
        let base = Self.identity(of: folder)
        return texts.keys.filter { !fileExists($0) }.map { Path.relative($0, to: base) }
            .filter { globMatches(path: $0, pattern: pattern) }
    }
}
