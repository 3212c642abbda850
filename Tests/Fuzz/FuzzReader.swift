import SourceText
import Syntax

/// What libFuzzer calls with each text that it makes up: reading it must neither trap nor hang, whole or from any line on, and no
/// place that the reader names may lie outside the text. `.ci/fuzz` builds and runs this.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: data, count: data == nil ? 0 : count)
    let buffer = SourceBuffer(copying: bytes)
    let whole = PieceReader.read(buffer, file: FileID(0))
    checkPlaces(whole, in: buffer)
    guard whole.firstForeignByte == nil, let cut = bytes.firstIndex(of: 0x0A) else { return 0 }
    checkPlaces(PieceReader.read(buffer, file: FileID(1), range: 0..<cut + 1), in: buffer)
    checkPlaces(PieceReader.read(buffer, file: FileID(1), range: cut + 1..<count, fiscalStart: 4), in: buffer)
    return 0
}

private func checkPlaces(_ piece: PieceSyntax, in buffer: SourceBuffer) {
    for diagnostic in piece.diagnostics {
        for annotation in [diagnostic.primary] + diagnostic.related {
            precondition(annotation.span.range.upperBound <= buffer.count, "a place outside the text")
        }
    }
    for declaration in piece.declarations { precondition(declaration.range.upperBound <= buffer.count) }
    precondition(piece.headers.reduce(0) { $0 + Int($1.rowCount) } == piece.figureCount, "a figure without its header")
    if piece.firstForeignByte != nil { return }
    for header in piece.headers { _ = HeaderLine.reread(buffer, at: Int(header.line), fiscalStart: 1) }
    for run in piece.runs {
        for row in 0..<Int(run.rowCount) {
            precondition(BodyLine.reread(buffer, at: run.line(ofRow: row, in: buffer)) != nil, "a figure that cannot be read again")
        }
    }
}
