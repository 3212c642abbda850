import Diagnostics
import SourceText
import Synchronization
import Syntax

/// Follows `include` through the files: level by level, so that all files of a level are read at once on all cores; then orders them
/// depth first, as a person reads them.
struct LedgerLoader {
    let options: LoadOptions
    private var files: [LoadingFile] = []
    private var indexByIdentity: [String: Int] = [:]
    private var diagnostics: [Diagnostic] = []
    /// The folder of the first file, its links followed; nil where it cannot be found.
    private var folder: String?
    private var fiscalStart = 1
    private let windows = WindowPool()

    private struct LoadingFile {
        var file: SourceFile
        var identity: String
        var pieces: [PieceSyntax] = []
        /// The files that it includes, in order, with the place that says so.
        var includes: [(index: Int, span: SourceSpan)] = []
    }

    init(options: LoadOptions) { self.options = options }

    mutating func load(_ path: String) throws(LoadFailure) {
        let name = path == "-" ? SourceFile.standardInputName : path
        let identity = FileOverlay.identity(of: name)
        if path != "-", let text = options.overlay.text(identity: identity) { return load(text, path, identity) }
        switch path == "-" ? SourceBuffer.read(.standardInput).map({ FileText($0) }) : open(path, identity, .read) {
        case .success(let text): load(text, name, identity)
        case .failure(let reason): throw LoadFailure(path: path, reason: reason)
        }
    }

    mutating func load(_ text: FileText, _ path: String) { load(text, path, FileOverlay.identity(of: path)) }

    private mutating func load(_ text: FileText, _ path: String, _ identity: String) {
        folder = canonicalPath(Path.directory(of: path))
        _ = add(text, path, identity: identity)
        var level = [0]
        while !level.isEmpty {
            read(level)
            level = follow(level)
        }
        settleFiscalYear()
        options.cache?.keepOnly(Set(files.map(\.identity)))
    }

    /// Only the first file may be a pipe.
    private func open(_ path: String, _ identity: String, _ special: FileText.SpecialFiles) -> Result<FileText, FileError> {
        options.cache?.open(path: path, identity: identity, special) ?? FileText.open(path: path, special)
    }

    /// The files in the order of reading, and the pieces of each in theirs.
    mutating func finish() -> LoadedFiles {
        var order: [Int] = []
        var chain: [Int] = []
        var state = Array(repeating: UInt8(0), count: files.count)
        visit(0, &order, &chain, &state)
        var newID = Array(repeating: FileID(0), count: files.count)
        for (index, old) in order.enumerated() { newID[old] = FileID(index) }
        var sources: [SourceFile] = []
        var pieces: [PieceSyntax] = []
        for old in order {
            let file = files[old].file
            sources.append(SourceFile(id: newID[old], path: file.path, text: file.text))
            for var piece in files[old].pieces {
                piece.file = newID[old]
                diagnostics += piece.diagnostics.map { $0.inFile(newID[old]) }
                pieces.append(piece)
            }
        }
        let moved = diagnostics.map { diagnostic in
            diagnostic.moving { FileID($0.index < Self.provisional ? $0.index : newID[$0.index - Self.provisional].index) }
        }
        return LoadedFiles(sources: SourceMap(files: sources), pieces: pieces, diagnostics: moved, fiscalStart: fiscalStart)
    }

    /// While files are still being found, diagnostics speak of them by this much more than their number.
    private static let provisional = 1 << 24

    private func span(_ range: ByteRange, in index: Int) -> SourceSpan {
        SourceSpan(file: FileID(index + Self.provisional), range: range)
    }

    private mutating func add(_ text: FileText, _ path: String, identity: String) -> Int {
        let index = files.count
        files.append(LoadingFile(file: SourceFile(id: FileID(index), path: path, text: text), identity: identity))
        indexByIdentity[identity] = index
        return index
    }

    /// Reads the pieces of the files, all at once.
    private mutating func read(_ all: [Int]) {
        let level = all.filter { !takeFromCache($0) }
        var work: [(file: Int, range: Range<Int>)] = []
        for index in level {
            let ranges = cutIntoPieces(files[index].file.text, size: options.pieceSize, windows, threads: options.threads)
            work += ranges.map { (index, $0) }
        }
        var results: [PieceSyntax?] = Array(repeating: nil, count: work.count)
        let (files, tasks, fiscalStart, windows, watch) = (files, work, fiscalStart, windows, options.watch)
        let total = files.reduce(0) { $0 + $1.file.text.count }
        let wanted = work.reduce(0) { $0 + $1.range.count }
        let columns = ColumnPool()
        let done = Atomic<Int>(total - wanted)
        results.withUnsafeMutableBufferPointer { results in
            // SAFETY: every task writes its own element.
            nonisolated(unsafe) let results = results
            parallelFor(tasks.count, threads: options.threads) { task in
                let (index, range) = tasks[task]
                results[task] = files[index].file.text.withWindow(range, windows) { window in
                    PieceReader.read(window, file: FileID(index), fiscalStart: fiscalStart, columns)
                }
                watch?(.reading(bytes: done.wrappingAdd(range.count, ordering: .relaxed).newValue, of: total))
            }
        }
        for index in level { self.files[index].pieces = [] }
        for (task, result) in zip(work, results) {
            if let result { self.files[task.file].pieces.append(result) }
        }
        if let cache = options.cache {
            for index in level {
                let file = self.files[index]
                cache.keep(file.pieces, of: file.file.text, identity: file.identity, fiscalStart: fiscalStart)
            }
        }
        for index in all { refuseForeign(index) }
    }

    private mutating func takeFromCache(_ index: Int) -> Bool {
        let file = files[index]
        guard let known = options.cache?.pieces(of: file.file.text, identity: file.identity, fiscalStart: fiscalStart) else { return false }
        files[index].pieces = known
        return true
    }

    /// A file that is not UTF-8 counts for nothing, and is told once.
    private mutating func refuseForeign(_ index: Int) {
        guard let offset = files[index].pieces.lazy.compactMap(\.firstForeignByte).first else { return }
        let file = files[index].file
        diagnostics.append(
            .foreignEncoding(
                span(ByteRange(offset, offset + 1), in: index), file: file, byte: file.buffer.bytes[offset]))
        files[index].pieces = []
    }

    /// Finds what the files of a level include; returns the files that are new.
    private mutating func follow(_ level: [Int]) -> [Int] {
        let includes = level.flatMap { includeLines(of: $0) }
        let loader = self
        let found = includes.parallelMap(shareSize: 1, threads: options.threads) { loader.candidates(of: $0) }
        var new: [Int] = []
        for (include, candidates) in zip(includes, found) { take(candidates, of: include, &new) }
        return new
    }

    /// One `include` line.
    private struct Include: Sendable {
        /// The file that it stands in.
        var index: Int
        var folder: String
        var pattern: String
        var place: SourceSpan

        /// Whether it may name many files.
        var isPattern: Bool { pattern.contains { "*?[".contains($0) } }
    }

    private func includeLines(of index: Int) -> [Include] {
        let folder = Path.directory(of: files[index].file.path)
        return files[index].pieces.flatMap { piece in
            piece.declarations.compactMap { placed in
                guard case .include(let include) = placed.declaration else { return nil }
                return Include(
                    index: index, folder: folder, pattern: include.pattern.text, place: span(include.pattern.range, in: index))
            }
        }
    }

    /// A file that an `include` has found.
    private struct Candidate: Sendable {
        var path: String
        var identity: String
        /// Nil where it is known already, or must not be read.
        var text: Result<FileText, FileError>?
    }

    /// What an `include` finds, opened on all cores.
    private func candidates(of include: Include) -> [Candidate] {
        files(matching: include.pattern, in: include.folder.isEmpty ? "." : include.folder)
            .parallelMap(shareSize: 4, threads: options.threads) { relative in
                let path = Path.normalised(Path.join(include.folder, relative))
                let identity = FileOverlay.identity(of: path)
                let isWanted = (options.allowsOutside || isInside(identity)) && indexByIdentity[identity] == nil
                let overlaid = isWanted ? options.overlay.text(identity: identity) : nil
                let text = overlaid.map(Result.success) ?? (isWanted ? open(path, identity, .refuse) : nil)
                return Candidate(path: path, identity: identity, text: text)
            }
    }

    private mutating func take(_ found: [Candidate], of include: Include, _ new: inout [Int]) {
        if found.isEmpty {
            return diagnostics.append(.includeMatchesNothing(include.pattern, include.place, isPattern: include.isPattern))
        }
        for candidate in found {
            guard options.allowsOutside || isInside(candidate.identity) else {
                diagnostics.append(.includeOutside(candidate.path, include.place))
                continue
            }
            if let known = indexByIdentity[candidate.identity] {
                if !(include.isPattern && known == include.index) { files[include.index].includes.append((known, include.place)) }
                continue
            }
            switch candidate.text {
            case .success(let text):
                let added = add(text, candidate.path, identity: candidate.identity)
                files[include.index].includes.append((added, include.place))
                new.append(added)
            case .failure(let reason):
                diagnostics.append(.includeUnreadable(candidate.path, include.place, reason.localized))
            case nil: break
            }
        }
    }

    /// Those on disk and those that the overlay adds, sorted by their bytes.
    private func files(matching pattern: String, in folder: String) -> [String] {
        let onDisk = expandGlob(pattern, in: folder)
        let new = options.overlay.newFiles(matching: pattern, in: folder)
        return new.isEmpty ? onDisk : (onDisk + new).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func isInside(_ identity: String) -> Bool {
        guard let folder else { return true }
        return folder == "/" || identity.hasPrefix(folder + "/")
    }

    /// Fiscal periods mean something only when their start is known: files that have any are read again then.
    private mutating func settleFiscalYear() {
        var first: (month: Int, span: SourceSpan)?
        for index in files.indices {
            for piece in files[index].pieces {
                guard let year = piece.fiscalYear else { continue }
                let place = span(year.range, in: index)
                if let first {
                    if first.month != year.month { diagnostics.append(.twoFiscalYears(place, first: first.span)) }
                } else {
                    first = (year.month, place)
                }
            }
        }
        let fiscal = files.indices.filter { files[$0].pieces.contains { $0.firstFiscalPeriod != nil } }
        if let first {
            fiscalStart = first.month
            if fiscalStart != 1 { read(fiscal) }
        } else {
            for index in fiscal {
                let place = files[index].pieces.lazy.compactMap(\.firstFiscalPeriod).first
                if let place { diagnostics.append(.fiscalWithoutStart(span(place, in: index))) }
            }
        }
    }

    /// Depth first, as `include` names the files; a file that includes one that is still open closes a circle.
    private mutating func visit(_ index: Int, _ order: inout [Int], _ chain: inout [Int], _ state: inout [UInt8]) {
        state[index] = 1
        chain.append(index)
        order.append(index)
        for (target, place) in files[index].includes {
            if state[target] == 1 {
                let from = chain.firstIndex(of: target) ?? 0
                let circle = (chain[from...] + [target]).map { files[$0].file.path }
                diagnostics.append(.includeCycle(circle, place))
            } else if state[target] == 0 {
                visit(target, &order, &chain, &state)
            }
        }
        chain.removeLast()
        state[index] = 2
    }
}
