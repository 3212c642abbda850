import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax

extension Completer {
    /// An indented line, up to the place.
    mutating func completeBody(_ line: ByteRange, _ header: Int, _ kind: BlockKind) {
        switch kind {
        case .figures, .targets: completeFigure(line, header, isTarget: kind == .targets)
        case .unit: completeLine(line, Keyword.unitLines)
        case .units: if let start = fieldStart(line) { completeField(from: start, Keyword.unitLines) }
        case .indicator: completeLine(line, Keyword.indicatorLines)
        case .indicators: if let start = fieldStart(line) { completeField(from: start, Keyword.indicatorLines) }
        case .measure: completeLine(line, Keyword.measureLines)
        case .register: completeLine(line, Keyword.registerLines)
        case .item: completeItem(line, header)
        case .include, .phase, .decomposition, .rule, .assertion, .fiscalYear, .unknown: break
        }
    }

    private mutating func completeFigure(_ line: ByteRange, _ header: Int, isTarget: Bool) {
        let from = skipBlanks(from: line.lowerBound)
        let unit = subject.snapshot.header(at: header, in: subject.file)?.unit
        let typed = SourceBuffer(copying: buffer.bytes[line.lowerBound..<offset])
        let body = BodyLine.reread(typed, at: 0)
        guard let body, case .number = body.content else {
            let hasEnded = buffer.text(ByteRange(from, offset)).contains(text: "  ")
            if hasEnded, let name = body?.name ?? BodyLine.name(typed), ledger.indicators.find(name.text) != nil {
                return completeAfterName(isTarget)
            }
            return completeIndicators(from: from, for: unit, besides: header)
        }
        let valueEnd = line.lowerBound + body.valueRange.upperBound
        start = wordStart()
        let isInMeasure = body.measure != nil && offset == valueEnd
        if body.measure == nil || isInMeasure, body.claims.isEmpty { completeMeasures(of: body.name.text) }
        if !isTarget, !isInMeasure { offer(ClaimKind.allCases.map { Keyword.claim($0) }) }
    }

    /// Where a value may stand.
    private mutating func completeAfterName(_ isTarget: Bool) {
        start = wordStart()
        if !isTarget { offer(ClaimKind.allCases.map { Keyword.claim($0) }) }
        offer(Keyword.absences, then: "")
    }

    /// Indicators: those that the unit has figures of, those that it is to report, then all others; those of the block are left out.
    mutating func completeIndicators(from start: Int, for unit: UnitID?, besides header: Int? = nil) {
        self.start = start
        var present: Set<IndicatorID> = []
        if let header, let block = subject.ledgerFile.blocks(in: ByteRange(header, header)).first {
            for line in block.lines where !(line.lowerBound <= offset && offset <= line.upperBound) {
                let body = BodyLine.reread(buffer, at: subject.ledgerFile.lineStart(line.lowerBound))
                if let id = body.flatMap({ ledger.indicators.find($0.name.text) }) { present.insert(id) }
            }
        }
        let own = unit.map { unit in ledger.figures.seriesIDs(of: unit).map { ledger.figures[SeriesID($0)].indicator } } ?? []
        let expected = ledger.indicators.ids.filter { !ledger.indicators[$0].expected.isEmpty }
        let reported = ledger.indicators.ids.filter { ledger.indicators[$0].formula == nil }
        for id in own + expected + reported + Array(ledger.indicators.ids) where !present.contains(id) {
            let indicator = ledger.indicators[id]
            let documentation =
                ledger.indicators.count <= Self.mostDocumented ? subject.snapshot.description(of: .indicator(id)) : nil
            for name in [indicator.name] + indicator.aliases {
                offer(
                    name, .variable, detail: ledger.measures[indicator.measure].name, documentation: documentation,
                    inserted: nameAsWritten(name))
            }
        }
    }

    /// The declared measure of the indicator, then those that convert into it.
    private mutating func completeMeasures(of name: String) {
        let declared = ledger.indicators.find(name).map { ledger.indicators[$0].measure }
        if let declared, !ledger.measures[declared].name.isEmpty { offer(ledger.measures[declared].name, .measure) }
        for measure in ledger.measures.names {
            guard let id = ledger.measures.find(measure) else { continue }
            if let declared, !ledger.measures.convert(id, declared) { continue }
            offer(measure, .measure, detail: ledger.measures[id].nameEn)
        }
    }

    /// `key value` by itself on a line.
    private mutating func completeLine(_ line: ByteRange, _ keywords: [Keyword]) {
        completeField(from: skipBlanks(from: line.lowerBound), keywords)
    }

    /// `key value` that starts at an offset.
    private mutating func completeField(from keyStart: Int, _ keywords: [Keyword]) {
        let text = buffer.text(ByteRange(min(keyStart, offset), offset))
        guard let keyword = keywords.first(where: { keyword in keyword.spellings.contains { text.hasPrefix($0 + " ") } }) else {
            guard !text.contains(" ") else { return completeFieldValue(text, keyStart) }
            start = keyStart
            offer(keywords)
            for key in fieldKeys { offer(key, .field, inserted: key + " ") }
            return
        }
        start = lastNameStart(keyStart)
        switch "\(keyword.en)" {
        case "measure": completeAllMeasures()
        case "succeeded-by": completeUnits(from: start)
        case "parts", "includes": completeIndicators(from: start, for: nil)
        case "kind", "code": completeFieldValue(text, keyStart)
        default: offer(keyword.choices)
        }
    }

    private mutating func completeAllMeasures() {
        for measure in ledger.measures.names {
            offer(measure, .measure, detail: ledger.measures.find(measure).flatMap { ledger.measures[$0].nameEn })
        }
    }

    /// What other units say behind the same key.
    private mutating func completeFieldValue(_ text: String, _ keyStart: Int) {
        guard let blank = text.firstIndex(of: " ") else { return }
        let key = String(text[..<blank])
        start = skipBlanks(from: keyStart + key.utf8.count)
        let canonical = Unit.canonicalKey(key)
        if canonical == "code" { return }
        for unit in ledger.units.units { for field in unit.fields where field.key == canonical { offer(field.value, .value) } }
    }

    private var fieldKeys: [String] {
        var keys: [String] = []
        for field in ledger.units.units.lazy.flatMap(\.fields) where !keys.contains(field.key) { keys.append(field.key) }
        return keys
    }

    /// A formula's names and functions.
    mutating func completeFormula(from start: Int) {
        self.start = start
        completeIndicators(from: start, for: nil)
        for function in Function.allCases {
            let word = isChinese ? "\(function.keyword.zh)" : "\(function.keyword.en)"
            offer(word, .function, inserted: word + "(")
        }
    }

    private mutating func completeItem(_ line: ByteRange, _ header: Int) {
        let from = skipBlanks(from: line.lowerBound)
        let text = buffer.text(ByteRange(from, offset))
        let above = subject.ledgerFile.mentions(onLineAt: header, declarations: subject.snapshot.declarationMentions(in: subject.file))
        let register = above.first { $0.kind == .register }.flatMap { ledger.registers.find($0.text) }.map { ledger.registers[$0] }
        start = wordStart()
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        let startsWithDay = words.first?.first?.isNumber ?? false
        let isUnit = words.first.map { ["unit", "单位"].contains(String($0)) } ?? false
        if isUnit || words.count > 1 && startsWithDay && ["unit", "单位"].contains(String(words[1])), text.contains(" ") {
            return completeUnits(from: lastNameStart(from))
        }
        if startsWithDay {
            for state in register?.states ?? [] { offer(state, .state) }
        } else if !text.contains(" ") {
            for field in register?.fields ?? [] { offer(field.name, .field, inserted: field.name + " ") }
            offer(isChinese ? "单位" : "unit", .keyword, inserted: isChinese ? "单位 " : "unit ")
        }
    }

    /// In a line of a group: where the field starts that is being typed; nil while the name is.
    private func fieldStart(_ line: ByteRange) -> Int? {
        let from = skipBlanks(from: line.lowerBound)
        let text = buffer.text(ByteRange(from, offset))
        if let comma = text.lastIndex(where: { ",，、".contains($0) }) { return skipBlanks(from: from + text[...comma].utf8.count) }
        var last: Character?
        for index in text.indices {
            if text[index] == "\t" || text[index] == "\u{3000}" || text[index] == " " && last == " " {
                return skipBlanks(from: from + text[...index].utf8.count)
            }
            last = text[index]
        }
        return nil
    }

    /// Behind the last separator of a list of names, else behind the first blank.
    private func lastNameStart(_ from: Int) -> Int {
        let text = buffer.text(ByteRange(from, offset))
        if let sign = text.lastIndex(where: { "+,，、".contains($0) }) { return skipBlanks(from: from + text[...sign].utf8.count) }
        guard let blank = text.firstIndex(of: " ") else { return from }
        return skipBlanks(from: from + text[...blank].utf8.count)
    }

    /// Where the word starts that ends at the place: behind the last blank or digit.
    private func wordStart() -> Int {
        var at = offset
        while at > 0 {
            let byte = buffer.bytes[at - 1]
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || (0x30...0x39).contains(byte) { break }
            if at >= 3, isWideBlank(at - 3) { break }
            at -= 1
        }
        return at
    }
}
