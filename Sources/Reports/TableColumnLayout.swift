import Diagnostics
import SourceText

/// The widths of one column, found once, then used for each of its cells.
///
/// Signs behind the digits hang to the right of the column's edge, where the heading ends too, so that digits stay aligned.
struct ColumnLayout {
    private let alignment: Alignment
    private var whole = 0
    private var fraction = 0
    /// Up to the edge where headings and digits end.
    private(set) var bodyWidth: Int
    private(set) var signWidth = 0

    var width: Int { bodyWidth + signWidth }

    init(heading: String, alignment: Alignment, cells: [(text: String, signs: String)]) {
        self.alignment = alignment
        bodyWidth = displayWidth(heading)
        for (text, signs) in cells {
            signWidth = max(signWidth, displayWidth(signs))
            if alignment == .decimal, let parts = splitAtDecimalPoint(text) {
                whole = max(whole, displayWidth(parts.whole))
                fraction = max(fraction, displayWidth(parts.fraction))
            } else {
                bodyWidth = max(bodyWidth, displayWidth(text))
            }
        }
        bodyWidth = max(bodyWidth, whole + fraction)
    }

    /// The heading at the column's width.
    func heading(_ text: String) -> String {
        switch alignment {
        case .leading: padRight(text, to: width)
        case .trailing, .decimal: padRight(padLeft(text, to: bodyWidth), to: width)
        }
    }

    /// The text at its place; empty signs take no room in a column that has none.
    func cell(_ text: String, signs: String, style: TextStyle) -> String {
        let body =
            switch alignment {
            case .leading: text
            case .trailing: padLeft(text, to: bodyWidth)
            case .decimal: decimal(text, hasSigns: !signs.isEmpty)
            }
        let blanks = String(repeating: " ", count: max(0, width - displayWidth(body) - displayWidth(signs)))
        return body + style.dim(signs) + blanks
    }

    private func decimal(_ text: String, hasSigns: Bool) -> String {
        guard let parts = splitAtDecimalPoint(text) else { return padLeft(text, to: bodyWidth) }
        let place = bodyWidth - fraction
        let number = padLeft(parts.whole, to: place) + parts.fraction
        // Signs stay at their number; only what has none is filled up to the edge.
        return hasSigns ? number : padRight(number, to: bodyWidth)
    }
}

/// What stands before the decimal point, and the rest with the point. A text of anything but one number gives nil.
func splitAtDecimalPoint(_ text: String) -> (whole: String, fraction: String)? {
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: isDigit) else { return nil }
    let point = scalars[first...].firstIndex { !isDigit($0) && $0 != "," } ?? scalars.endIndex
    var rest = scalars[point...]
    if rest.first == "." { rest = rest.dropFirst().drop(while: isDigit) }
    guard !rest.contains(where: isDigit) else { return nil }
    return (String(scalars[..<point]), String(scalars[point...]))
}
