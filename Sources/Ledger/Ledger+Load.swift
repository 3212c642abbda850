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
        // While the first file is opened nobody else has anything to do.
        let (loaded, measures) = sideBySide(
            threads: options.threads,
            { () -> Result<LoadedFiles, LoadFailure> in
                var loader = LedgerLoader(options: options)
                do throws(LoadFailure) {
                    try loader.load(path)
                    return .success(loader.finish())
                } catch {
                    return .failure(error)
                }
            }, { MeasureTableBuilder.builtIn })
        return build(try loaded.get(), measures, options)
    }

    /// Reads a ledger from a text; `include` finds files relative to `path`.
    public static func load(text: String, path: String = "main.taizhang", options: LoadOptions = LoadOptions()) -> Ledger {
        load(buffer: SourceBuffer(copying: text.utf8), path: path, options: options)
    }

    /// Reads a ledger from bytes already in memory; `include` finds files relative to `path`, which need not exist.
    public static func load(buffer: SourceBuffer, path: String, options: LoadOptions = LoadOptions()) -> Ledger {
        var loader = LedgerLoader(options: options)
        loader.load(FileText(buffer), path)
        return build(loader.finish(), .builtIn, options)
    }

    private static func build(_ loaded: LoadedFiles, _ measures: MeasureTableBuilder, _ options: LoadOptions) -> Ledger {
        var builder = LedgerBuilder(loaded, builtIn: measures)
        builder.cache = options.cache
        return builder.build(threads: options.threads, watch: options.watch)
    }
}
