import Diagnostics
import Ledger
import SourceText

/// Reads the ledger that a command is about: `--file`, else `$TAIZHANG_FILE`, else what `taizhang.conf` names, else the nearest
/// `main.taizhang`.
///
/// Prints why there is none and answers nil; the command then ends with `couldNotRun`. What is wrong inside the ledger's text is no
/// failure: it is in the ledger's diagnostics.
func loadLedger(_ arguments: ParsedArguments, _ context: Context) -> Ledger? {
    do throws(UsageError) {
        let work = context.beginWork()
        work.note(.read)
        let ledger = try readLedger(arguments, context) { work.follow($0) }
        context.sources = ledger.sources
        return ledger
    } catch {
        context.report(error)
        return nil
    }
}

/// The same in silence, and with texts in place of files.
func readLedger(
    _ arguments: ParsedArguments, _ context: Context, overlay: FileOverlay = FileOverlay(), watch: (@Sendable (LoadStage) -> Void)? = nil
) throws(UsageError) -> Ledger {
    let path = try LedgerFinder(context: context).path(arguments)
    var options = LoadOptions()
    options.allowsOutside = arguments.has("allow-outside")
    options.threads = context.threads
    options.overlay = overlay
    options.watch = watch
    do throws(LoadFailure) {
        guard path == "-" else {
            let ledger = try Ledger.load(path: path, options: options)
            context.ledgerFiles += ledger.sources.files.map(\.path)
            return ledger
        }
        switch context.readInput() {
        case .success(let buffer): return Ledger.load(buffer: buffer, path: SourceFile.standardInputName, options: options)
        case .failure(let reason): throw LoadFailure(path: SourceFile.standardInputName, reason: reason)
        }
    } catch {
        throw .unreadableLedger(error)
    }
}

/// Where the ledger is.
struct LedgerFinder {
    let context: Context

    /// The path as people are to see it: as given, or relative to the working directory.
    func path(_ arguments: ParsedArguments) throws(UsageError) -> String {
        let origin = arguments.origins["file"]
        let asked = arguments.string("file")
        if let asked, origin == nil { return try given(asked, by: "--file") }
        if let named = context.environment("TAIZHANG_FILE"), !named.isEmpty { return try given(named, by: "TAIZHANG_FILE") }
        if let asked, let origin { return try given(asked, by: origin) }
        guard let found = nearest() else { throw .noLedger(in: context.workingDirectory) }
        return found
    }

    private func given(_ path: String, by source: String) throws(UsageError) -> String {
        if path == "-" || fileExists(path) && !isDirectory(path) { return path }
        if path.isEmpty { throw .emptyPath(source) }
        if isDirectory(path) {
            let inside = Path.join(path, LedgerPlace.name)
            throw .folder(path, main: fileExists(inside) ? inside : nil)
        }
        throw .notFound(path, by: source)
    }

    /// In this folder or its `ledgers`, then in each folder above.
    private func nearest() -> String? {
        let levels = context.workingDirectory.split(separator: "/").count
        var up = ""
        for _ in 0...levels {
            if let found = LedgerPlace.inside(up) { return found }
            up += "../"
        }
        return nil
    }
}

extension UsageError {
    fileprivate static func noLedger(in folder: String) -> UsageError {
        UsageError(
            message: Localized(en: "no ledger found from \(folder) upwards", zh: "从 \(folder) 向上未找到台账"),
            help: [
                Localized(
                    en: "a ledger is looked for as main.taizhang or ledgers/main.taizhang, here and in every folder above",
                    zh: "依次在此处及各上级文件夹寻找 main.taizhang 和 ledgers/main.taizhang"),
                Localized(en: "or name it: -f FILE, or TAIZHANG_FILE in the environment", zh: "也可指定：-f 文件，或设环境变量 TAIZHANG_FILE"),
            ])
    }

    fileprivate static func notFound(_ path: String, by source: String) -> UsageError {
        UsageError(
            message: Localized(en: "there is no file \(path)", zh: "没有文件 \(path)"),
            help: source == "--file" ? [] : [Localized(en: "\(source) names it", zh: "由 \(source) 指定")])
    }

    fileprivate static func emptyPath(_ source: String) -> UsageError {
        UsageError(message: Localized(en: "\(source) names no file", zh: "\(source) 没有给出文件"))
    }

    fileprivate static func folder(_ path: String, main: String?) -> UsageError {
        UsageError(
            message: Localized(en: "\(path) is a folder", zh: "\(path) 是文件夹"),
            help: [
                main.map { Localized(en: "give its main.taizhang: -f \($0)", zh: "请给出其中的 main.taizhang：-f \($0)") }
                    ?? Localized(en: "give a file; there is no main.taizhang in it", zh: "请给出文件；其中没有 main.taizhang")
            ])
    }

    fileprivate static func unreadableLedger(_ failure: LoadFailure) -> UsageError {
        let reason = failure.reason.localized
        return UsageError(
            message: Localized(
                en: "\(failure.path) cannot be read: \(reason.en)", zh: "无法读取 \(failure.path)：\(reason.zh)"))
    }
}
