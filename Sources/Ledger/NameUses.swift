import SourceText
import Syntax

/// Where each name of a piece is used: gathered in one pass when the first name means nothing, as there may be as many such names as lines.
struct NameUses {
    /// By name, the starts of the header lines; those that name it as an issuer apart.
    private(set) var unitLines: [[Int]]
    private(set) var issuerLines: [[Int]]
    /// By name, the starts of the body lines.
    private(set) var indicatorLines: [[Int]]
    private(set) var measureLines: [[Int]]

    init(_ piece: PieceSyntax, _ buffer: SourceBuffer) {
        unitLines = Array(repeating: [], count: piece.unitNames.count)
        issuerLines = unitLines
        indicatorLines = Array(repeating: [], count: piece.indicatorNames.count)
        measureLines = Array(repeating: [], count: piece.measureNames.count)
        for header in piece.headers { unitLines[header.unit.index].append(Int(header.line)) }
        for header in piece.targetHeaders {
            unitLines[header.unit.index].append(Int(header.line))
            if let issuer = header.issuer, issuer != header.unit { issuerLines[issuer.index].append(Int(header.line)) }
        }
        for run in piece.runs {
            var line = Int(run.line)
            for column in piece.layouts[run.layout] {
                indicatorLines[Int(column.indicator)].append(line)
                if column.measure > 0 { measureLines[Int(column.measure) - 1].append(line) }
                line = buffer.nextLine(after: line)
            }
        }
        for claim in piece.claims where claim.row == nil { indicatorLines[claim.indicator.index].append(Int(claim.line)) }
        var measureByName: [String: Int] = [:]
        for index in 0..<piece.measureNames.count { measureByName[piece.measureNames[NameID(index)]] = index }
        for target in piece.targets {
            indicatorLines[target.indicator.index].append(Int(target.line))
            if let index = target.measure.flatMap({ measureByName[$0.text] }) { measureLines[index].append(Int(target.line)) }
        }
    }
}
