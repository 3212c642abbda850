import Diagnostics
import Formatting
import SourceText

/// `textDocument/formatting`
let formattingRequest = RequestHandler("textDocument/formatting") { request throws(ProtocolError) in
    let subject = try request.subject()
    return subject.formatting(in: nil)
}

/// `textDocument/rangeFormatting`: the lines that the range touches.
let rangeFormattingRequest = RequestHandler("textDocument/rangeFormatting") { request throws(ProtocolError) in
    let subject = try request.subject()
    return subject.formatting(in: request.range(in: subject))
}

/// `textDocument/onTypeFormatting`: after a line has been ended, that line and those of its block, so that they stay aligned. The line that
/// is being typed is left alone.
let onTypeFormattingRequest = RequestHandler("textDocument/onTypeFormatting") { request throws(ProtocolError) in
    let subject = try request.subject()
    let reader = subject.ledgerFile
    let here = reader.lineStart(try request.offset(in: subject))
    guard here > 0 else { return .array([]) }
    let above = reader.lineStart(here - 1)
    let start = reader.header(above: above)?.start ?? above
    return subject.formatting(in: ByteRange(start, here - 1))
}

extension Request.Subject {
    fileprivate func formatting(in range: ByteRange?) -> JSON {
        .array(
            formattingEdits(of: buffer, in: range, options: FormattingOptions()).map { edit in
                .object([("range", snapshot.json(edit.range, in: file)), ("newText", .string(edit.replacement))])
            })
    }
}
