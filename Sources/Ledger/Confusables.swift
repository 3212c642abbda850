import Diagnostics
import SourceText
import Syntax

/// Names of one kind that differ only in width (`ＧＤＰ`, `GDP`) or in how their characters are composed.
func confusables(_ units: UnitTree, _ indicators: IndicatorTable, locate: LocateUnit) -> [Diagnostic] {
    // Nearly every ledger is written in one way.
    guard
        units.units.contains(where: { $0.declaredAt != nil && ConfusableFinder.mayBeSpelledOtherwise($0.name) })
            || indicators.indicators.contains(where: { ([$0.name] + $0.aliases).contains(where: ConfusableFinder.mayBeSpelledOtherwise) })
    else { return [] }
    var found: [Diagnostic] = []
    var finder = ConfusableFinder()
    for unit in units.units {
        guard let span = unit.declaredAt else { continue }
        finder.add(unit.name, group: unit.parent?.index ?? -1, span, &found, locate)
    }
    finder = ConfusableFinder()
    for indicator in indicators.indicators {
        guard let span = indicator.declaredAt else { continue }
        for name in [indicator.name] + indicator.aliases { finder.add(name, group: 0, span, &found) }
    }
    return found
}

/// The same among the names of indicators in a ledger that declares none, at the first lines that use them.
func confusables(informal pieces: [PieceSyntax], _ sources: SourceMap) -> [Diagnostic] {
    // Nearly every ledger is written in one way: then no line needs to be looked for.
    let isMixed = pieces.contains { piece in
        (0..<piece.indicatorNames.count).contains { ConfusableFinder.mayBeSpelledOtherwise(piece.indicatorNames[NameID($0)]) }
    }
    guard isMixed else { return [] }
    var found: [Diagnostic] = []
    var finder = ConfusableFinder()
    for piece in pieces {
        var seen = Array(repeating: false, count: piece.indicatorNames.count)
        let text = sources[piece.file].buffer
        for run in piece.runs {
            for (row, column) in piece.layouts[run.layout].enumerated() where !seen[Int(column.indicator)] {
                seen[Int(column.indicator)] = true
                guard let line = BodyLine.reread(text, at: run.line(ofRow: row, in: text)) else { continue }
                finder.add(line.name.text, group: 0, SourceSpan(file: piece.file, range: line.name.range), &found)
            }
        }
    }
    return found
}

private struct ConfusableFinder {
    private struct Key: Hashable {
        var group: Int
        var folded: NameKey
    }

    private var first: [Key: (name: String, span: SourceSpan)] = [:]

    /// Whether another name could differ from it in nothing but width or the way characters are composed, without doing so itself.
    static func mayBeSpelledOtherwise(_ name: String) -> Bool {
        name.utf8.contains(0xEF) || !NameKey(name).isCanonical
    }

    mutating func add(
        _ name: String, group: Int, _ span: SourceSpan, _ found: inout [Diagnostic], _ locate: LocateUnit = { _, noted in noted }
    ) {
        // Equality of strings is canonical equivalence, so that only widths need folding.
        let key = Key(group: group, folded: NameKey(foldedWidth(name)))
        guard let earlier = first[key] else {
            first[key] = (name, span)
            return
        }
        guard !earlier.name.isSpelled(as: name) else { return }
        found.append(.confusable(name, earlier.name, locate(name, span), first: locate(earlier.name, earlier.span)))
    }

    private func foldedWidth(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == 0xEF }) else { return name }
        return String(String.UnicodeScalarView(name.unicodeScalars.map(foldedWidth)))
    }

    private func foldedWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
        case 0xFF61...0xFF9F: Self.wideKatakana[Int(scalar.value - 0xFF61)]
        default: scalar
        }
    }

    /// What U+FF61 to U+FF9F are in full width. The two marks at the end combine with the character before them.
    private static let wideKatakana = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}".unicodeScalars)
}
