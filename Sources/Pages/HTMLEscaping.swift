import Diagnostics

/// The text as HTML has it, in content and between quotes. What a page must not hold, or what would turn the writing round, is replaced by
/// pictures; line ends and tabs stay.
func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        case "\n", "\t": result.unicodeScalars.append(scalar)
        default: result.unicodeScalars.append(scalar.isNonCharacter ? "\u{FFFD}" : Printable.picture(of: scalar) ?? scalar)
        }
    }
    return result
}

extension Unicode.Scalar {
    /// Never a character, in any text: an error in a page.
    fileprivate var isNonCharacter: Bool { value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= value }
}
