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

private func quoted(_ name: String) -> String { name.contains { "\"＂".contains($0) } ? name : "\"\(name)\"" }
