import Diagnostics
import Numerics
import SourceText

@testable import Syntax

/// A text and what was read of it. Holds the bytes, as cursors do not.
struct Reading {
    let buffer: SourceBuffer
    let piece: PieceSyntax

    init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    init(bytes: [UInt8], fiscalStart: Int = 1) {
        buffer = SourceBuffer(copying: bytes)
        piece = PieceReader.read(buffer, file: FileID(0), fiscalStart: fiscalStart)
    }

    /// `code at text`, in the order of the file.
    var problems: [String] {
        piece.diagnostics.map { "\($0.code) at \(buffer.text($0.primary.span.range))" }
    }

    func text(_ range: ByteRange) -> String { buffer.text(range) }

    /// One line per figure, with all that its columns say, except where it stands.
    var rows: [String] {
        var rows: [String] = []
        for run in piece.runs {
            let header = piece.headers[Int(run.header)]
            for (row, column) in piece.layouts[run.layout].enumerated() {
                let measure = column.measure == 0 ? "" : piece.measureNames[NameID(Int(column.measure) - 1)]
                let name = piece.indicatorNames[NameID(Int(column.indicator))]
                let form = run.forms[row]
                let value = form.absence.map { "\($0)" } ?? "\(form.bound) \(Decimal(mantissa: run.mantissas[row], scale: form.scale))"
                let cell = "\(describe(header.period)) \(header.status) \(piece.unitNames[header.unit])"
                rows.append("\(cell)\(header.isBroken ? " broken" : "") | \(name) | \(value) | \(measure)")
            }
        }
        return rows
    }

    /// Where the line of each figure starts.
    var lines: [Int] {
        piece.runs.flatMap { run in (0..<Int(run.rowCount)).map { run.line(ofRow: $0, in: buffer) } }
    }

    /// `unit: rows`, for every block of figures.
    var headers: [String] {
        piece.headers.map { "\(piece.unitNames[$0.unit]) \(describe($0.period)) \($0.status) \($0.rowCount)" }
    }

    var claims: [String] {
        piece.claims.flatMap { row in
            row.claims.map { claim in
                [
                    "\(claim.kind)", "\(claim.number.bound) \(claim.number.decimal)", claim.measure?.text, claim.of.map { "of \($0.text)" },
                    claim.rankedAmong.map { "among \($0)" }, claim.rankOf.map { "rank of \($0)" },
                ].compactMap { $0 }.joined(separator: " ")
            }
        }
    }

    var declarations: [Declaration] { piece.declarations.map(\.declaration) }

    var units: [UnitDeclaration] {
        declarations.compactMap { if case .unit(let unit) = $0 { unit } else { nil } }
    }

    var indicators: [IndicatorDeclaration] {
        declarations.compactMap { if case .indicator(let indicator) = $0 { indicator } else { nil } }
    }
}

/// First and last day.
func describe(_ period: Period) -> String { "\(period.start)/\(period.lastDay)" }

/// A text in which `⟦…⟧` marks the places that are to be reported, in order; nothing between the marks is an empty place.
struct MarkedText {
    var text = ""
    var ranges: [ByteRange] = []

    init(_ marked: String) {
        var starts: [Int] = []
        for character in marked.unicodeScalars {
            switch character {
            case "⟦": starts.append(text.utf8.count)
            case "⟧": ranges.append(ByteRange(starts.removeLast(), text.utf8.count))
            default: text.unicodeScalars.append(character)
            }
        }
        ranges.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }
}

/// A formula as one would write it with every bracket: `(a + (b * c))`.
func describe(_ expression: Expression) -> String {
    switch expression {
    case .number(let number, let measure): "\(number.decimal)\(measure.map { " \($0.text)" } ?? "")"
    case .name(let name): name.text
    case .call(let function, let arguments, let filters, _):
        "\(function.rawValue)(\(arguments.map(describe).joined(separator: ", "))\(describe(filters)))"
    case .negation(let inner, _): "-\(describe(inner))"
    case .binary(let sign, let left, let right): "(\(describe(left)) \(sign) \(describe(right)))"
    }
}

func describe(_ filters: [Filter]) -> String {
    filters.isEmpty
        ? "" : " where " + filters.map { "\($0.field.text) \($0.isNegated ? "!=" : "=") \($0.value.text)" }.joined(separator: ", ")
}

func describe(_ formula: Formula) -> String {
    var text = describe(formula.left)
    if let comparison = formula.comparison { text += " \(comparison)" }
    if let right = formula.right { text += " \(describe(right))" }
    text += describe(formula.filters)
    if let each = formula.each { text += " each \(each)" }
    return text
}
