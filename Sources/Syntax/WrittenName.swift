import SourceText

/// A name as a header or a body line may hold it: in quotes where something in it would end it there.
public func nameAsWritten(_ name: String) -> String {
    // Only reading it again can tell: `Top 10 firms` ends before its number, `North Region` does not end before its blank.
    let body = BodyLine.reread(SourceBuffer(copying: "    \(name)  1".utf8), at: 0)
    let header = HeaderLine.reread(SourceBuffer(copying: "2000  \(name)".utf8), at: 0, fiscalStart: 1)
    let isPlain = body?.name.text == name && header.unit?.text == name && !name.contains { ",，、=＝".contains($0) }
    return isPlain || name.contains("\"") ? name : "\"\(name)\""
}
