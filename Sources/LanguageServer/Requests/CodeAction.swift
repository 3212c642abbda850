import Diagnostics
import Formatting
import SourceText
import Syntax

/// `textDocument/codeAction`: what the help of the diagnostics at a place names, ready to be carried out.
let codeActionRequest = RequestHandler("textDocument/codeAction") { request throws(ProtocolError) in
    let subject = try request.subject()
    let wanted = request.range(in: subject)
    let kinds = request.parameters["context"]["only"].elements.compactMap(\.text)
    guard kinds.isEmpty || kinds.contains(where: { "quickfix".hasPrefix($0) }) else { return .array([]) }
    let snapshot = subject.snapshot
    var actions: [JSON] = []
    for diagnostic in snapshot.diagnosticsOfFiles[subject.file] ?? [] {
        let range = diagnostic.primary.span.range
        guard range.lowerBound <= wanted.upperBound, wanted.lowerBound <= range.upperBound else { continue }
        for (index, fix) in diagnostic.fixes.enumerated() {
            let edits = fix.edits + (fix.block.map { [snapshot.placement(of: $0, near: subject.file)] } ?? [])
            var members: [(String, JSON)] = [
                ("title", .string(fix.title.text(in: snapshot.language))), ("kind", .string("quickfix")),
                ("diagnostics", .array([snapshot.item(diagnostic)])), ("edit", snapshot.workspaceEdit(edits, request.settings)),
            ]
            if index == 0 { members.append(("isPreferred", .bool(true))) }
            actions.append(.object(members))
        }
    }
    if let plain = subject.plainInput(in: wanted) {
        actions.append(
            .object([
                ("title", .string(snapshot.say("Write full-width input in ASCII", "全角改为半角"))), ("kind", .string("quickfix")),
                ("edit", snapshot.workspaceEdit(plain, request.settings)),
            ]))
    }
    return .array(actions)
}

extension Request.Subject {
    /// What the formatter would write on those lines of a range that have full-width characters to change; nil where none has.
    fileprivate func plainInput(in range: ByteRange) -> [SourceEdit]? {
        let edits = formattingEdits(of: buffer, in: range, options: FormattingOptions())
        let isWide = { (scalar: Unicode.Scalar) in (0xFF01...0xFF5E).contains(scalar.value) || [0x3000, 0x3001].contains(scalar.value) }
        let lines = Set(
            edits.filter { buffer.text($0.range).unicodeScalars.contains(where: isWide) }.map { ledgerFile.lineStart($0.range.lowerBound) })
        if lines.isEmpty { return nil }
        return edits.filter { lines.contains(ledgerFile.lineStart($0.range.lowerBound)) }
            .map { SourceEdit(SourceSpan(file: file, range: $0.range), $0.replacement) }
    }
}

extension Snapshot {
    /// Where a new block goes: behind the last of its sort in the ledger, else at the end of the file that wants it.
    func placement(of block: String, near file: FileID) -> SourceEdit {
        let buffer = SourceBuffer(copying: block.utf8)
        let kind = BlockKind.read(buffer, LineShape(buffer, at: 0).text).kind
        let isOfKind = { (declaration: Declaration) in
            switch (declaration, kind) {
            case (.unit, .unit), (.indicator, .indicator), (.measure, .measure), (.register, .register), (.phase, .phase): true
            default: false
            }
        }
        for source in ledger.sources.files.reversed() {
            let last = ledger.pieces(of: source.id).flatMap(\.declarations).last { isOfKind($0.declaration) }
            guard let last else { continue }
            return edit(adding: block, to: source, at: endOfBlock(in: source, from: last.range.lowerBound))
        }
        let source = ledger.sources[file]
        return edit(adding: block, to: source, at: source.buffer.count)
    }

    private func edit(adding block: String, to source: SourceFile, at offset: Int) -> SourceEdit {
        let bytes = source.buffer.bytes
        let endsLine = offset == 0 || bytes[offset - 1] == 0x0A
        let lineEnd = bytes.contains(0x0D) ? "\r\n" : "\n"
        let text = (endsLine ? "" : lineEnd) + block.split(separator: "\n").map { $0 + lineEnd }.joined()
        return SourceEdit(SourceSpan(file: source.id, range: ByteRange(offset, offset)), text)
    }

    /// Behind the last line that belongs to the block around an offset.
    private func endOfBlock(in source: SourceFile, from offset: Int) -> Int {
        let reader = FileReader(ledger: ledger, file: source.id)
        var shape = LineShape(source.buffer, at: reader.lineStart(offset))
        var end = shape.next
        while end < source.buffer.count, shape.next < source.buffer.count {
            shape = LineShape(source.buffer, at: shape.next)
            if shape.kind == .header { break }
            if shape.kind == .body { end = shape.next }
        }
        return end
    }

    /// Edits of any files, in the form that the client takes.
    func workspaceEdit(_ edits: [SourceEdit], _ settings: Settings) -> JSON {
        let byFile = Dictionary(grouping: edits, by: \.span.file).sorted { $0.key < $1.key }
        let texts = byFile.map { file, edits in
            (file, JSON.array(edits.map { .object([("range", json($0.span.range, in: file)), ("newText", .string($0.replacement))]) }))
        }
        guard settings.takesDocumentChanges else {
            return .object([("changes", .object(texts.map { (uri(of: $0.0), $0.1) }))])
        }
        let changes = texts.map { file, edits in
            let document = JSON.object([("uri", .string(uri(of: file))), ("version", version(of: file).map(JSON.integer) ?? .null)])
            return JSON.object([("textDocument", document), ("edits", edits)])
        }
        return .object([("documentChanges", .array(changes))])
    }
}
