import Diagnostics
import SourceText

/// Names of one kind that differ only in width (`ＧＤＰ`, `GDP`) or in how their characters are composed.
func confusables(_ units: UnitTree, _ indicators: IndicatorTable) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var finder = ConfusableFinder()
    for unit in units.units {
        guard let span = unit.declaredAt else { continue }
        finder.add(unit.name, group: unit.parent?.index ?? -1, span, &found)
    }
    finder = ConfusableFinder()
    for indicator in indicators.indicators {
        guard let span = indicator.declaredAt else { continue }
        for name in [indicator.name] + indicator.aliases { finder.add(name, group: 0, span, &found) }
    }
    return found
}

private struct ConfusableFinder {
    private struct Key: Hashable {
        var group: Int
        var folded: String
    }

    private var first: [Key: (name: String, span: SourceSpan)] = [:]

    mutating func add(_ name: String, group: Int, _ span: SourceSpan, _ found: inout [Diagnostic]) {
        // Equality of strings is canonical equivalence, so that only widths need folding.
        let key = Key(group: group, folded: foldedWidth(name))
        guard let earlier = first[key] else {
            first[key] = (name, span)
            return
        }
        guard !earlier.name.utf8.elementsEqual(name.utf8) else { return }
        found.append(.confusable(name, earlier.name, span, first: earlier.span))
    }

    private func foldedWidth(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == 0xEF }) else { return name }
        return String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { scalar in
                    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar
                }))
    }
}
