import Diagnostics
import Ledger
import SourceText
import Syntax

extension Ledger {
    /// A line more in the declaration whose name stands in a span: on a line of its own below a header, or behind the other fields of a
    /// line in a group. In Chinese where the declared name is.
    func fix(adding field: Localized, toDeclarationAt span: SourceSpan?) -> Fix? {
        guard let span else { return nil }
        let source = sources[span.file]
        let line = source.lines.range(ofLine: source.lines.location(of: span.range.lowerBound).line)
        let shape = LineShape(source.buffer, at: line.lowerBound)
        guard shape.kind == .header || shape.kind == .body, span.range.upperBound <= shape.text.upperBound else { return nil }
        let isChinese = source.buffer.text(span.range).unicodeScalars.contains { $0.value > 0x2E7F }
        let word = isChinese ? field.zh : field.en
        let end = ByteRange(shape.text.upperBound, shape.text.upperBound)
        let hasFields = shape.text.upperBound > span.range.upperBound
        let lineEnd = source.buffer.bytes[line.upperBound...].first == 0x0D ? "\r\n" : "\n"
        let place = shape.kind == .header ? ByteRange(line.upperBound, line.upperBound) : end
        let text = shape.kind == .header ? "\(lineEnd)    \(word)" : hasFields ? ", \(word)" : "    \(word)"
        return Fix(
            Localized(en: "Declare it: \(field.en)", zh: "在声明中写明：\(field.zh)"),
            [SourceEdit(SourceSpan(file: span.file, range: place), text)])
    }
}
