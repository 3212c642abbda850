import Diagnostics
import SourceText

extension PieceReader {
    /// Reads line by line, by the general path alone, and keeps what each line was made of.
    static func follow(_ buffer: SourceBuffer, range: Range<Int>, fiscalStart: Int) -> SyntaxLines {
        var result = SyntaxLines()
        var trace = TokenTrace()
        withUnsafeMutablePointer(to: &trace) { trace in
            // SAFETY: the reader and its cursors are gone when this closure ends.
            var reader = PieceReader(following: buffer, fiscalStart: fiscalStart, trace: trace)
            reader.followLines(range, trace, into: &result.lines)
        }
        result.tokens = trace.tokens
        return result
    }

    private mutating func followLines(_ range: Range<Int>, _ trace: UnsafeMutablePointer<TokenTrace>, into lines: inout [SyntaxLine]) {
        var at = range.lowerBound
        if at == 0, range.upperBound >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { at = 3 }
        while at < range.upperBound {
            let line = LineBounds(base, at: at, limit: range.upperBound)
            at = line.next
            trace.pointee.firstOfLine = trace.pointee.tokens.count
            let before = piece.diagnostics.count
            let isShort = line.end - line.start <= Self.longestLine
            if isShort {
                guard isReadable(line) else { return }
                readLine(line)
            }
            var followed = outline(line)
            let isSound = isShort && !piece.diagnostics[before...].contains { $0.severity == .error }
            let tokens = trace.pointee.firstOfLine..<trace.pointee.tokens.count
            // Below a header that was not understood no line is read.
            followed.isRead = isSound && (followed.content == .blank || followed.content == .comment || !tokens.isEmpty)
            followed.tokens = tokens
            lines.append(followed)
        }
    }

    private func outline(_ line: LineBounds) -> SyntaxLine {
        var cursor = line.cursor(base)
        let isIndented = cursor.isAtBlank
        cursor.skipBlanks()
        let content: SyntaxLine.Content =
            if cursor.startsComment || cursor.isAtEnd && line.textEnd < line.end {
                .comment
            } else if cursor.isAtEnd {
                .blank
            } else {
                isIndented ? .body : .header
            }
        var depth = 1
        if case .units(let group) = block { depth = max(1, group.declared.above.count) }
        return SyntaxLine(
            start: line.start, textStart: min(cursor.position, line.end), textEnd: line.textEnd, end: line.end, content: content,
            block: openBlock, isRead: true, depth: depth, tokens: 0..<0)
    }

    private var openBlock: SyntaxLine.Block {
        switch block {
        case .none, .skipped: .none
        case .closed: .oneLine
        case .figures: .figures
        case .targets: .targets
        case .unit: .unit
        case .units: .units
        case .indicator: .indicator
        case .indicators: .indicators
        case .measure: .measure
        case .register: .register
        case .item: .item
        }
    }
}
