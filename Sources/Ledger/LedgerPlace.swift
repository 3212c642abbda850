import SourceText

/// Where commands and editors look for a ledger.
public enum LedgerPlace {
    /// What the first file of a ledger is called.
    public static let name = "main.taizhang"
    /// The folder that it may lie in, beside other things.
    public static let folder = "ledgers"

    /// The first file in a folder, else in its `ledgers`; nil where neither has one.
    public static func inside(_ directory: String) -> String? {
        [Path.join(directory, name), Path.join(Path.join(directory, folder), name)].first { fileExists($0) && !isDirectory($0) }
    }

    /// In the folder of a file, then in each folder above.
    public static func nearest(to path: String) -> String? {
        guard path.hasPrefix("/") else { return nil }
        var directory = Path.directory(of: path)
        while true {
            if let found = inside(directory) { return found }
            if directory == "/" { return nil }
            directory = Path.directory(of: directory)
        }
    }
}
