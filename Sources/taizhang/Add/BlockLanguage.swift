import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax

/// The language in which a new block is written: that of the blocks beside it.
struct BlockLanguage {
    /// Of periods: `2024-02` or `2024年2月`.
    var periods: Language
    /// Of keywords: `on` or 于.
    var keywords: Language

    /// So many of the last blocks of a file are looked at: a large one need not be read once more.
    private static let mostBlocks = 50
}

extension BlockLanguage {
    /// That of the file; where no block in it tells, that of the interface.
    init(of file: SourceFile, in ledger: Ledger, else language: Language) {
        let starts = ledger.blockPlaces.lazy.filter { $0.file == file.id }.map(\.line)
        let start = starts.count > Self.mostBlocks ? Array(starts.suffix(Self.mostBlocks))[0] : 0
        let lines = SyntaxLines.read(file.buffer, range: start..<file.buffer.count, fiscalStart: ledger.fiscalStart)
        let headers = lines.lines.filter { $0.content == .header && ($0.block == .figures || $0.block == .targets) }
        let period = headers.last.flatMap { header in lines.tokens(of: header).first { $0.kind == .period } }
        // A word that says when something was reported says it best; else any word of the language does.
        let words = lines.tokens.compactMap { token in token.keyword.map { (keyword: $0, text: file.buffer.text(token.range)) } }
        let word = words.last { $0.keyword == .on } ?? words.last
        let spelled = period.map { file.buffer.text($0.range).contains("年") ? Language.chinese : .english }
        keywords = word.map { $0.text == "\($0.keyword.zh)" ? .chinese : .english } ?? (spelled == .chinese ? .chinese : language)
        periods = spelled ?? keywords
    }
}
