import Diagnostics
import Numerics
import SourceText

@testable import Syntax

/// All that a text says, without where it says it: one line per figure, claim, target, declaration and complaint.
struct Meaning {
    let lines: [String]

    init(_ bytes: [UInt8]) {
        let buffer = SourceBuffer(copying: bytes)
        let piece = PieceReader.read(buffer, file: FileID(0))
        var lines = Meaning.figures(piece)
        for claim in piece.claims {
            let name = piece.indicatorNames[claim.indicator]
            lines.append("claim \(claim.header) \(name) \(claim.row.map(String.init) ?? "-") \(claim.claims.map { said($0) })")
        }
        for header in piece.targetHeaders {
            let (unit, issuer) = (piece.unitNames[header.unit], header.issuer.map { piece.unitNames[$0] } ?? "-")
            lines.append(
                "target \(header.period) \(path(unit)) \(path(issuer)) \(header.status) \(header.isRevision) \(said(header.reportedOn as Any))"
            )
        }
        for target in piece.targets {
            lines.append(
                "target line \(target.header) \(piece.indicatorNames[target.indicator]) \(said(target.content)) \(said(target.measure as Any))"
            )
        }
        lines += piece.declarations.map { said($0.declaration) }
        lines.append("fiscal \(piece.fiscalYear?.month ?? 0)")
        self.lines = lines + piece.diagnostics.map { "\($0.code) \($0.severity)" }
    }

    /// The first line that differs, as it was and as it is; empty where none does.
    func difference(from other: Meaning) -> String {
        for index in 0..<max(lines.count, other.lines.count) {
            let (new, old) = (
                lines.indices.contains(index) ? lines[index] : "", other.lines.indices.contains(index) ? other.lines[index] : ""
            )
            if new != old { return "\(old)\n\(new)" }
        }
        return ""
    }

    private static func figures(_ piece: PieceSyntax) -> [String] {
        var lines = piece.headers.map { header in
            "header \(header.period) \(path(piece.unitNames[header.unit])) \(header.rowCount) \(header.status) \(header.isRevision)"
                + " \(header.isBroken) \(said(header.reportedOn as Any))"
        }
        for run in piece.runs {
            for (row, column) in piece.layouts[run.layout].enumerated() {
                let measure = column.measure == 0 ? "" : piece.measureNames[NameID(Int(column.measure) - 1)]
                let name = piece.indicatorNames[NameID(Int(column.indicator))]
                lines.append("figure \(run.header) \(name) \(run.mantissas[row]) \(run.forms[row].rawValue) \(measure)")
            }
        }
        return lines
    }
}

/// The separators of a path in ASCII.
private func path(_ text: String) -> String { text.replacing("：", with: ":") }

/// A value by its parts; places are left out, and names are what they mean.
private func said(_ value: Any) -> String {
    switch value {
    case is ByteRange: return ""
    case let name as Name: return ["类别": "kind", "代码": "code"][name.text] ?? path(name.text)
    case let text as String: return text
    default: break
    }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { return "\(value)" }
    return "(" + mirror.children.map { ($0.label ?? "") + ":" + said($0.value) }.joined(separator: " ") + ")"
}
