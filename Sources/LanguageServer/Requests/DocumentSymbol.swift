import Diagnostics
import Ledger
import SourceText
import Syntax

/// `textDocument/documentSymbol`: the blocks of a file, and what the larger ones declare.
let documentSymbolRequest = RequestHandler("textDocument/documentSymbol") { request throws(ProtocolError) in
    let subject = try request.subject()
    let blocks = subject.ledgerFile.blocks()
    let snapshot = subject.snapshot
    if request.settings.takesSymbolTree { return .array(blocks.map { snapshot.symbolTree($0, in: subject.file) }) }
    return .array(
        blocks.map { block in
            .object([
                ("name", .string(block.name)), ("kind", .integer(block.kind.symbolKind)),
                ("location", snapshot.location(SourceSpan(file: subject.file, range: block.range))),
            ])
        })
}

/// `workspace/symbol`: units, indicators, registers and rules by part of their name.
let workspaceSymbolRequest = RequestHandler("workspace/symbol") { request in
    let query = (request.parameters["query"].text ?? "").lowercased()
    var symbols: [JSON] = []
    for (_, snapshot) in request.session.library.snapshots(request.settings) {
        for (name, kind, span, container) in snapshot.namedThings where query.isEmpty || name.lowercased().contains(text: query) {
            var members: [(String, JSON)] = [
                ("name", .string(name)), ("kind", .integer(kind.symbolKind)), ("location", snapshot.location(span)),
            ]
            if let container { members.append(("containerName", .string(container))) }
            symbols.append(.object(members))
            if symbols.count >= mostSymbols { return .array(symbols) }
        }
    }
    return .array(symbols)
}

/// More than anyone looks through.
private let mostSymbols = 1000

extension BlockKind {
    /// As the protocol numbers the sorts of symbols.
    var symbolKind: Int {
        switch self {
        case .figures: 8
        case .targets: 24
        case .include: 1
        case .unit, .units: 5
        case .indicator, .indicators: 13
        case .measure: 16
        case .phase, .decomposition, .fiscalYear: 14
        case .rule, .assertion: 12
        case .register: 10
        case .item: 22
        case .unknown: 15
        }
    }
}

/// A block of a file.
struct Block {
    var kind: BlockKind
    /// What its header says.
    var name: String
    var header: ByteRange
    /// From its header to the last line that is its own.
    var range: ByteRange
    /// What its lines say, comments apart.
    var lines: [ByteRange]
}

extension FileReader {
    /// The blocks of the file in order. Costs a look at each line.
    func blocks(in range: ByteRange? = nil) -> [Block] {
        var blocks: [Block] = []
        var at = range.flatMap { header(above: lineStart($0.lowerBound))?.start } ?? 0
        let end = range?.upperBound ?? buffer.count
        while at < buffer.count {
            let shape = LineShape(buffer, at: at)
            if shape.kind == .header {
                if at > end { break }
                let kind = BlockKind.read(buffer, shape.text).kind
                blocks.append(Block(kind: kind, name: buffer.text(shape.text), header: shape.text, range: shape.text, lines: []))
            } else if shape.kind == .body, !blocks.isEmpty {
                let last = blocks.count - 1
                blocks[last].lines.append(shape.text)
                blocks[last].range = blocks[last].range.union(shape.text)
            }
            at = shape.next
        }
        return blocks
    }
}

extension Snapshot {
    fileprivate func symbolTree(_ block: Block, in file: FileID) -> JSON {
        let buffer = ledger.sources[file].buffer
        let showsLines = block.kind == .units || block.kind == .indicators
        let children = showsLines ? block.lines : []
        let childKind: BlockKind = block.kind == .units ? .unit : .indicator
        return .object([
            ("name", .string(block.name)), ("kind", .integer(block.kind.symbolKind)), ("range", json(block.range, in: file)),
            ("selectionRange", json(block.header, in: file)),
            (
                "children",
                .array(
                    children.map { line in
                        .object([
                            ("name", .string(buffer.text(line))), ("kind", .integer(childKind.symbolKind)), ("range", json(line, in: file)),
                            ("selectionRange", json(line, in: file)),
                        ])
                    })
            ),
        ])
    }

    /// Everything that is declared by a name: what it is called, where, and what it lies in.
    fileprivate var namedThings: [(name: String, kind: BlockKind, span: SourceSpan, container: String?)] {
        var things: [(String, BlockKind, SourceSpan, String?)] = []
        for unit in ledger.units.units {
            if let span = unit.declaredAt { things.append((unit.name, .unit, span, unit.parent.map { ledger.units.path(of: $0) })) }
        }
        for indicator in ledger.indicators.indicators {
            if let span = indicator.declaredAt { things.append((indicator.name, .indicator, span, nil)) }
        }
        for register in ledger.registers.registers { things.append((register.name, .register, register.declaredAt, nil)) }
        for item in ledger.items.ids {
            let name = ledger.items.name(of: item) + (ledger.items.title(of: item).map { " " + $0 } ?? "")
            things.append((name, .item, ledger.items.span(of: item), ledger.registers[ledger.items.register(of: item)].name))
        }
        for (rule, file) in ledger.statements.rules {
            things.append((rule.name.text, .rule, SourceSpan(file: file, range: rule.name.range), nil))
        }
        return things
    }
}
