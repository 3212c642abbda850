import Diagnostics
import SourceText
import Syntax

/// `textDocument/selectionRange`: from the name at a place to its path or value, its line, its block and the file.
let selectionRangeRequest = RequestHandler("textDocument/selectionRange") { request throws(ProtocolError) in
    let subject = try request.subject()
    let positions = request.parameters["positions"].elements
    return .array(
        positions.map { position in
            let offset = subject.snapshot.offset(of: EditorPosition(position), in: subject.file)
            var json = JSON.null
            for range in subject.selections(at: offset).reversed() {
                var members: [(String, JSON)] = [("range", subject.snapshot.json(range, in: subject.file))]
                if !json.isNull { members.append(("parent", json)) }
                json = .object(members)
            }
            return json
        })
}

extension Request.Subject {
    /// Ranges around an offset, each holding the one before, the smallest first.
    fileprivate func selections(at offset: Int) -> [ByteRange] {
        let reader = ledgerFile
        let start = reader.lineStart(offset)
        let shape = LineShape(buffer, at: start)
        var ranges: [ByteRange] = []
        if let mention = snapshot.mention(at: offset, in: file) { ranges.append(mention.range) }
        if shape.kind == .body, let kind = reader.blockKind(at: start), kind == .figures || kind == .targets,
            let line = BodyLine.reread(buffer, at: start)
        {
            ranges += [line.name.range, line.valueRange] + line.claims.map(\.range)
        }
        ranges.append(shape.text)
        if let header = reader.header(above: start), let block = reader.blocks(in: header.shape.text).first { ranges.append(block.range) }
        ranges.append(ByteRange(0, buffer.count))
        var nested: [ByteRange] = []
        for range in ranges where range.lowerBound <= offset && offset <= range.upperBound {
            guard let last = nested.last else {
                nested.append(range)
                continue
            }
            if range != last, range.lowerBound <= last.lowerBound, last.upperBound <= range.upperBound { nested.append(range) }
        }
        return nested
    }
}
