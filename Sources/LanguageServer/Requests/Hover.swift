import Diagnostics
import Ledger
import Reports
import SourceText
import Syntax
import Tally

/// `textDocument/hover`: what a name stands for, and on a line of figures or targets what is known of the cell.
let hoverRequest = RequestHandler("textDocument/hover") { request throws(ProtocolError) in
    let subject = try request.subject()
    let offset = try request.offset(in: subject)
    let reader = subject.ledgerFile
    let start = reader.lineStart(offset)
    let shape = LineShape(subject.buffer, at: start)
    guard shape.kind == .header || shape.kind == .body, offset <= shape.text.upperBound else { return .null }
    let mention = subject.snapshot.mention(at: offset, in: subject.file)
    var sections: [String] = []
    var range = mention?.range
    if let symbol = mention?.symbol { sections.append(subject.snapshot.description(of: symbol)) }
    if let cell = subject.snapshot.cell(onLineAt: start, in: subject.file), mention?.kind != .measure {
        sections.append(CellText(snapshot: subject.snapshot, key: cell.key).lines.joined(separator: "  \n"))
        range = range ?? cell.line.valueRange
    }
    guard !sections.isEmpty else { return .null }
    var members: [(String, JSON)] = [
        ("contents", .object([("kind", .string("markdown")), ("value", .string(sections.joined(separator: "\n\n---\n\n")))]))
    ]
    if let range { members.append(("range", subject.snapshot.json(range, in: subject.file))) }
    return .object(members)
}

extension Snapshot {
    /// The cell that a body line of figures or targets speaks of.
    func cell(onLineAt start: Int, in file: FileID) -> (key: CellKey, line: BodyLine, isTarget: Bool)? {
        let reader = FileReader(ledger: ledger, file: file)
        guard LineShape(reader.buffer, at: start).kind == .body, let above = reader.header(above: start) else { return nil }
        let kind = BlockKind.read(reader.buffer, above.shape.text).kind
        guard kind == .figures || kind == .targets, let line = BodyLine.reread(reader.buffer, at: start),
            let id = ledger.indicators.find(line.name.text), let (unit, header) = self.header(at: above.start, in: file),
            let period = header.period
        else { return nil }
        return (CellKey(unit, id, period), line, kind == .targets)
    }

    /// A header of figures or targets, and its unit.
    func header(at start: Int, in file: FileID) -> (unit: UnitID, header: HeaderLine)? {
        let header = HeaderLine.reread(ledger.sources[file].buffer, at: start, fiscalStart: ledger.fiscalStart)
        guard let name = header.unit?.text, case .unit(let unit) = ledger.units.find(name) else { return nil }
        return (unit, header)
    }

    /// What something is, in Markdown: a heading, and what was declared of it.
    func description(of symbol: Symbol) -> String {
        switch symbol {
        case .unit(let id): return describe(ledger.units[id], path: ledger.units.path(of: id), id)
        case .indicator(let id): return describe(ledger.indicators[id])
        case .measure(let id):
            let measure = ledger.measures[id]
            return "**\(measure.name)** "
                + (measure.isCounting ? say("a counting measure: integers in it are exact", "计数计量：整数为确数") : say("measure", "计量"))
        case .register(let name):
            let register = ledger.registers.find(name).map { ledger.registers[$0] }
            let states = register.map { $0.states.joined(separator: say(", ", "、")) } ?? ""
            return "**\(name)** " + say("register", "台账") + (states.isEmpty ? "" : "  \n" + states)
        case .state(let register, let name): return "**\(name)** " + say("state of \(register)", "台账\(register)的状态")
        case .item(let register, let id):
            let item = ledger.registers.find(register).flatMap { ledger.items.find(id, in: $0) }
            let title = item.flatMap { ledger.items.title(of: $0) } ?? ""
            return "**\(id)** \(title)  \n" + say("item of \(register)", "台账\(register)的事项")
        }
    }

    func say(_ en: String, _ zh: String) -> String { language == .chinese ? zh : en }

    private func describe(_ unit: Unit, path: String, _ id: UnitID) -> String {
        var lines = ["**\(unit.name)** \(say("unit", "单位"))  \n\(path)"]
        lines += [unit.nameEn, unit.nameZh].compactMap { $0 }
        if !unit.aliases.isEmpty { lines.append(say("also ", "别名：") + unit.aliases.joined(separator: say(", ", "、"))) }
        lines += unit.fields.map { "\($0.key) \($0.value)" }
        if let opened = unit.opened { lines.append(say("opened \(opened)", "设立于 \(opened)")) }
        if let closed = unit.closed { lines.append(say("closed \(closed.advanced(by: -1))", "撤销于 \(closed.advanced(by: -1))")) }
        if let successor = unit.succeededBy { lines.append(say("went into ", "并入 ") + ledger.units[successor].name) }
        if unit.isApart { lines.append(say("stands apart: in no roll-up", "单列：不计入汇总")) }
        let count = ledger.units.subUnits(of: id).count
        if count > 0 { lines.append(say("\(count) sub-unit\(count == 1 ? "" : "s")", "\(count) 个下级单位")) }
        return lines.joined(separator: "  \n")
    }

    private func describe(_ indicator: Indicator) -> String {
        let measure = ledger.measures[indicator.measure].name
        let nature: Localized =
            switch indicator.nature {
            case .flow: Localized(en: "flow", zh: "流量")
            case .stock: Localized(en: "stock", zh: "存量")
            case .rate: Localized(en: "rate", zh: "比率")
            }
        var facts = [measure, nature.text(in: language)].filter { !$0.isEmpty }
        switch indicator.better {
        case .higher: facts.append(say("higher is better", "越高越好"))
        case .lower: facts.append(say("lower is better", "越低越好"))
        case .none: break
        }
        switch indicator.growth {
        case .nominal: break
        case .real: facts.append(say("growth real", "增速按可比价"))
        case .comparable: facts.append(say("growth comparable", "增速按可比口径"))
        }
        var lines = ["**\(indicator.name)** \(say("indicator", "指标"))  \n" + facts.joined(separator: " · ")]
        lines += [indicator.nameEn, indicator.nameZh].compactMap { $0 }
        if !indicator.aliases.isEmpty { lines.append(say("also ", "别名：") + indicator.aliases.joined(separator: say(", ", "、"))) }
        for parts in indicator.parts { lines.append("= " + parts.map { ledger.indicators[$0].name }.joined(separator: " + ")) }
        if let formula = indicator.formula, let file = indicator.declaredAt?.file {
            lines.append("= " + ledger.sources[file].buffer.text(formula.range))
        }
        if let file = indicator.declaredAt?.file {
            lines += indicator.expected.map { ledger.sources[file].buffer.text($0.range) }
        }
        return lines.joined(separator: "  \n")
    }
}
