import SourceText

/// A name as a header, a body line or a declaration may hold it: in quotes where something in it would end it there. A name with a quote
/// inside cannot be put in quotes and stays as it is.
public func nameAsWritten(_ name: String) -> String {
    // Only reading it again can tell: `Top 10 firms` ends before its number, `North Region` does not end before its blank.
    func isBody(_ text: String) -> Bool { BodyLine.reread(SourceBuffer(copying: text.utf8), at: 0)?.name.text == name }
    let header = HeaderLine.reread(SourceBuffer(copying: "2000  \(name)".utf8), at: 0, fiscalStart: 1)
    // A list ends it at a comma, a definition at an equals sign, and a line that starts with # is a comment.
    let isApart = name.contains { ",，、=＝".contains($0) } || name.hasPrefix("#") || name.hasPrefix("＃")
    let isPlain = isBody("    \(name) 1") && isBody("    \(name)  1") && header.unit?.text == name && !isApart
    return isPlain ? name : quoted(name)
}

/// The same for the name of a measure, which may not start as a number does either: `measure 15 亩` says how many.
public func measureAsWritten(_ name: String) -> String {
    let read = PieceReader.read(SourceBuffer(copying: "measure \(name)\n".utf8), file: FileID(0))
    guard case .measure(let measure)? = read.declarations.first?.declaration, read.diagnostics.isEmpty, measure.name.text == name,
        measure.equals == nil
    else { return quoted(name) }
    return nameAsWritten(name)
}

/// A register's name as declarations, items and formulas may hold it: one word, else in quotes.
public func registerAsWritten(_ name: String) -> String {
    isWord(name) && isOperand(name) ? name : "\"\(name)\""
}

/// An item's id as the item may hold it: one word, else in quotes.
public func itemAsWritten(_ id: String) -> String { isWord(id) ? id : "\"\(id)\"" }

/// Whether a header reads this as one name of one word.
private func isWord(_ name: String) -> Bool {
    let buffer = SourceBuffer(copying: "item \(name)".utf8)
    // SAFETY: the buffer outlives the cursors.
    return withExtendedLifetime(buffer) {
        var cursor = LineBounds(buffer, at: 0).cursor(buffer.start)
        guard cursor.take(Keyword.item) else { return false }
        cursor.skipBlanks()
        var other = cursor
        return cursor.text(cursor.takeWord()) == name && other.takeName(.plain)?.text == name
    }
}

/// Whether a formula reads this, with a state behind it, as a name.
private func isOperand(_ name: String) -> Bool {
    guard case .call(_, let arguments, _, _) = try? Formula.read("count(\(name).S)").left, case .name(let read) = arguments.first else {
        return false
    }
    return read.text == name + ".S"
}

private func quoted(_ name: String) -> String { name.contains { "\"＂".contains($0) } ? name : "\"\(name)\"" }
