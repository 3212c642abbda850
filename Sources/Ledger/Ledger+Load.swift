import Diagnostics
import SourceText

/// Why nothing could be read at all.
public struct LoadFailure: Error, Sendable {
    /// As it was asked for.
    public var path: String
    /// What the system said.
    public var reason: FileError

    /// That the file at the path could not be read.
    public init(path: String, reason: FileError) {
        self.path = path
        self.reason = reason
    }
}

extension Ledger {
    /// Reads the file and all that it includes. Fails only where the first file cannot be read; all else becomes diagnostics.
    public static func load(path: String, options: LoadOptions = LoadOptions()) throws(LoadFailure) -> Ledger {
        var loader = LedgerLoader(options: options)
        try loader.load(path)
        let (files, pieces, diagnostics) = loader.finish()
        var builder = LedgerBuilder(sources: SourceMap(files: files), pieces: pieces, diagnostics: diagnostics)
        builder.cache = options.cache
        return builder.build(fiscalStart: loader.fiscalStart, threads: options.threads, watch: options.watch)
    }

    /// Reads a ledger from a text; `include` finds files relative to `path`.
    public static func load(text: String, path: String = "main.taizhang", options: LoadOptions = LoadOptions()) -> Ledger {
        load(buffer: SourceBuffer(copying: text.utf8), path: path, options: options)
    }

    /// Reads a ledger from bytes already in memory; `include` finds files relative to `path`, which need not exist.
    public static func load(buffer: SourceBuffer, path: String, options: LoadOptions = LoadOptions()) -> Ledger {
        var loader = LedgerLoader(options: options)
        loader.load(FileText(buffer), path)
        let (files, pieces, diagnostics) = loader.finish()
        var builder = LedgerBuilder(sources: SourceMap(files: files), pieces: pieces, diagnostics: diagnostics)
        builder.cache = options.cache
        return builder.build(fiscalStart: loader.fiscalStart, threads: options.threads, watch: options.watch)
    }
}
