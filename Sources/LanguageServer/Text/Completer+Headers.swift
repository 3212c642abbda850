import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax

extension Completer {
    /// A line at the margin, up to the place.
    mutating func completeHeader(_ line: ByteRange) {
        let words = buffer.text(line)
        let (kind, keyword) = BlockKind.read(buffer, line)
        switch kind {
        case .figures, .targets: completeFiguresHeader(line, keyword)
        case .unit, .units: completeUnits(from: nameStart(after: keyword.upperBound))
        case .phase, .decomposition, .measure:
            if kind == .decomposition {
                let comma = words.lastIndex { ",，、".contains($0) }
                let from = comma.map { line.lowerBound + words[...$0].utf8.count } ?? keyword.upperBound
                completeIndicators(from: nameStart(after: from), for: nil)
            } else if kind == .phase {
                completeIndicators(from: nameStart(after: keyword.upperBound), for: nil)
            }
        case .indicator, .rule:
            if let equals = words.lastIndex(where: { "=＝<>(+-*/,".contains($0) }) {
                completeFormula(from: nameStart(after: line.lowerBound + words[...equals].utf8.count))
            }
        case .assertion: completeAssertion(line, keyword)
        case .item:
            start = nameStart(after: keyword.upperBound)
            for name in ledger.registers.names { offer(name, .field, inserted: name + " ") }
        case .include, .indicators, .register, .fiscalYear: break
        case .unknown:
            guard !words.contains(where: { " \u{3000}\t".contains($0) }) else { return }
            start = line.lowerBound
            completePeriods()
            offer(Keyword.blocks)
        }
    }

    private mutating func completeFiguresHeader(_ line: ByteRange, _ keyword: ByteRange) {
        let from = skipBlanks(from: keyword.upperBound)
        let header = HeaderLine.reread(
            SourceBuffer(copying: buffer.bytes[line.lowerBound..<offset]), at: 0, fiscalStart: ledger.fiscalStart)
        let periodEnd = line.lowerBound + header.periodRange.upperBound
        guard header.period != nil, offset > periodEnd else {
            start = from
            completePeriods()
            return
        }
        var name = skipBlanks(from: periodEnd)
        if let mark = header.statusRange { name = skipBlanks(from: max(name, line.lowerBound + mark.upperBound)) }
        if header.issuer != nil, let unit = header.unit { name = line.lowerBound + unit.range.lowerBound }
        completeUnits(from: min(name, offset))
    }

    private mutating func completeAssertion(_ line: ByteRange, _ keyword: ByteRange) {
        let from = skipBlanks(from: keyword.upperBound)
        let rest = HeaderLine.reread(SourceBuffer(copying: buffer.bytes[from..<max(from, offset)]), at: 0, fiscalStart: ledger.fiscalStart)
        guard rest.period != nil, offset > from + rest.periodRange.upperBound else {
            start = from
            return completePeriods()
        }
        let unit = skipBlanks(from: from + rest.periodRange.upperBound)
        let words = buffer.text(ByteRange(unit, max(unit, offset)))
        if let gap = words.range(of: "  ") ?? words.range(of: "\t") {
            completeFormula(from: nameStart(after: unit + words[..<gap].utf8.count))
        } else {
            completeUnits(from: unit)
        }
    }

    /// Periods that the ledger speaks of, newest first, after the one that comes next.
    mutating func completePeriods() {
        let known = ledger.figures.periods
        let language: Language = isChinese && known.isEmpty ? .chinese : .english
        let latest = known.filter { $0.monthSpan != nil }.max { ($0.end, $0.start) < ($1.end, $1.start) }
        let candidates =
            [latest.flatMap { $0.monthSpan.flatMap { span in latest?.shifted(byMonths: span.count) } }].compactMap { $0 } + known.reversed()
        for period in candidates.prefix(60) {
            let text = period.spelled(in: language, fiscalStart: ledger.fiscalStart)
            offer(text, .event, detail: period.spelled(in: .chinese, fiscalStart: ledger.fiscalStart), inserted: text + "  ")
        }
    }

    /// Units by the shortest tail that only one has; its own path tells which.
    mutating func completeUnits(from start: Int) {
        self.start = start
        for id in ledger.units.ids {
            let unit = ledger.units[id]
            offer(
                ledger.shortestReference(to: id), .unit, detail: ledger.units.path(of: id),
                documentation: ledger.units.count <= Self.mostDocumented ? subject.snapshot.description(of: .unit(id)) : nil)
            for alias in unit.aliases { offer(alias, .unit, detail: ledger.units.path(of: id)) }
        }
    }

    /// Of longer lists the client is sent no documentation: hovering over the name has it.
    static let mostDocumented = 200

    func skipBlanks(from offset: Int) -> Int {
        var at = offset
        while at < self.offset {
            if buffer.bytes[at] == 0x20 || buffer.bytes[at] == 0x09 {
                at += 1
            } else if at + 3 <= self.offset, isWideBlank(at) {
                at += 3
            } else {
                break
            }
        }
        return at
    }

    func isWideBlank(_ at: Int) -> Bool { buffer.bytes[at] == 0xE3 && buffer.bytes[at + 1] == 0x80 && buffer.bytes[at + 2] == 0x80 }

    /// Where the name starts that follows an offset.
    func nameStart(after offset: Int) -> Int { skipBlanks(from: min(offset, self.offset)) }
}

extension String {
    /// Where another text first stands in it.
    fileprivate func range(of other: String) -> String.Index? {
        indices.first { self[$0...].hasPrefix(other) }
    }
}
