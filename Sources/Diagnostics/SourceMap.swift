import SourceText

/// The files that diagnostics speak of, in the order of their ids.
public struct SourceMap: Sendable {
    /// Each file stands at the index of its id.
    public var files: [SourceFile]

    /// The files, each at the index of its id.
    public init(files: [SourceFile] = []) { self.files = files }

    /// The file with this id, which must be one of them.
    public subscript(id: FileID) -> SourceFile { files[id.index] }
}
