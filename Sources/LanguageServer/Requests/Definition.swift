import Diagnostics
import Ledger
import SourceText
import Syntax

/// `textDocument/definition`: where a unit, an indicator, a measure, a register, its state or an item is declared; of an include the file.
let definitionRequest = RequestHandler("textDocument/definition") { request throws(ProtocolError) in
    let subject = try request.subject()
    let offset = try request.offset(in: subject)
    let snapshot = subject.snapshot
    if let symbol = snapshot.mention(at: offset, in: subject.file)?.symbol {
        return .array(snapshot.declarations(of: symbol).map { snapshot.location($0) })
    }
    let links = subject.includes().filter { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
    return .array(links.flatMap(\.files).map { snapshot.location(SourceSpan(file: $0, range: ByteRange(0, 0))) })
}

extension Snapshot {
    /// Where something is declared; of a unit that only paths of others name, the first of these.
    func declarations(of symbol: Symbol) -> [SourceSpan] {
        switch symbol {
        case .unit(let id): return [ledger.units[id].declaredAt].compactMap { $0 }
        case .indicator(let id): return [ledger.indicators[id].declaredAt].compactMap { $0 }
        case .measure, .register, .state, .item:
            return ledger.sources.files.flatMap { file in
                declarationMentions(in: file.id).filter { $0.symbol == symbol && $0.isDeclaration }
                    .map { SourceSpan(file: file.id, range: $0.range) }
            }
        }
    }
}
