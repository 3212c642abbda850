import Diagnostics
import Ledger
import Numerics
import SourceText

/// The file that a new block goes to.
struct BlockDestination {
    /// As the ledger or the person names it.
    let path: String
    /// What the file holds so far; nothing where it is still to be made.
    let old: SourceBuffer
    /// Nil where the file is still to be made.
    private let known: SourceFile?
    private var isNew: Bool { known == nil }

    /// The file asked for, which must be one that the ledger reads or will read; else that which holds the latest block of this period
    /// and unit, of this period, of this unit, of anything; in a ledger without figures a new file `figures/YEAR.taizhang`
    /// or `YEAR.taizhang`, where an `include` will find it, or else the first file.
    init(_ ledger: Ledger, asked: String?, period: Period, unit: UnitID?) throws(UsageError) {
        let path = asked ?? Self.usual(ledger, period, unit)
        if let known = Self.file(at: path, in: ledger) {
            self.init(path: known.path, known)
        } else if !fileExists(path), Self.isIncluded(path, by: ledger) {
            self.init(path: path, nil)
        } else {
            throw .notRead(path, by: ledger)
        }
        if String(validating: old.bytes, as: UTF8.self) == nil || old.bytes.contains(0) { throw .foreign(path) }
    }

    private init(path: String, _ known: SourceFile?) {
        self.path = path
        self.known = known
        old = known?.buffer ?? SourceBuffer(copying: [])
    }

    /// The language to write a block in: that of the file; of one still to be made that of the file with the latest block.
    func language(in ledger: Ledger, else language: Language) -> BlockLanguage {
        let model = known ?? ledger.blockPlaces.max { $0.period.end < $1.period.end }.map { ledger.sources[$0.file] }
        return model.map { BlockLanguage(of: $0, in: ledger, else: language) } ?? BlockLanguage(periods: language, keywords: language)
    }

    private static func usual(_ ledger: Ledger, _ period: Period, _ unit: UnitID?) -> String {
        let blocks = ledger.blockPlaces
        let ways: [(BlockPlace) -> Bool] = [
            { $0.period == period && $0.unit == unit && unit != nil }, { $0.period == period }, { $0.unit == unit && unit != nil },
            { _ in true },
        ]
        for accepts in ways {
            // Of those that end together the last one in the order of reading.
            let found = blocks.lazy.filter(accepts).reduce(nil as BlockPlace?) { best, next in
                best.map { next.period.end >= $0.period.end ? next : $0 } ?? next
            }
            if let found { return ledger.sources[found.file].path }
        }
        let main = ledger.sources.files[0].path
        let year = "\(period.start.civil.year).taizhang"
        let candidates = ["figures/" + year, year].map { Path.normalised(Path.join(Path.directory(of: main), $0)) }
        return candidates.first { file(at: $0, in: ledger) != nil || !fileExists($0) && isIncluded($0, by: ledger) } ?? main
    }

    private static func file(at path: String, in ledger: Ledger) -> SourceFile? {
        guard let place = canonicalPath(path) else { return nil }
        return ledger.sources.files.first { canonicalPath($0.path) == place }
    }

    private static func isIncluded(_ path: String, by ledger: Ledger) -> Bool {
        ledger.includes.contains { folder, pattern in
            globMatches(path: Path.relative(absolute(path), to: absolute(folder)), pattern: pattern)
        }
    }

    private static func absolute(_ path: String) -> String { Path.normalised(Path.join(currentDirectory(), path)) }

    /// The file with a block behind what it held when the ledger was read.
    func appending(_ block: NewBlock) -> Appending { Appending(block.lines, to: old.bytes) }

    /// Writes the block behind what the file holds now, which an editor may have changed meanwhile.
    func write(_ block: NewBlock) throws(UsageError) {
        if isNew {
            let folder = Path.directory(of: path)
            if let error = createFolder(folder) { throw .unwritable(folder, error) }
            let text = String(decoding: appending(block).bytes, as: UTF8.self)
            if let error = createFile(path, text) { throw .unwritable(path, error) }
            return
        }
        switch SourceBuffer.read(path: path) {
        case .success(let now):
            let error = Appending(block.lines, to: now.bytes).bytes.withUnsafeBytes { writeFile(path, $0) }
            if let error { throw .unwritable(path, error) }
        case .failure(let error): throw .unwritable(path, error)
        }
    }
}

extension UsageError {
    fileprivate static func notRead(_ path: String, by ledger: Ledger) -> UsageError {
        let main = ledger.sources.files[0].path
        return UsageError(
            message: Localized(en: "\(path) is no file of the ledger", zh: "\(path) 不是该台账的文件"),
            help: [Localized(en: "no include line finds it; add one to \(main)", zh: "没有 include 会找到它，可在 \(main) 中添加")])
    }

    fileprivate static func foreign(_ path: String) -> UsageError {
        UsageError(
            message: Localized(en: "\(path) is not UTF-8 text", zh: "\(path) 不是 UTF-8 文本"),
            help: [Localized(en: "nothing was written; see taizhang check", zh: "未写入任何内容，见 taizhang check")])
    }
}
