import SourceText

/// Appends text to a part of the workbook.
func += (bytes: inout [UInt8], text: String) { bytes.append(contentsOf: text.utf8) }

/// A text as the value of an XML element or attribute.
func xmlText(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && !#"&<>"'_"#.utf8.contains($0) }
    return isPlain ? text : escaped(text)
}

/// Line ends and tabs stay. What XML cannot hold is written as `_x001F_`, as spreadsheets do, and so is the first character of a text that only
/// looks like that.
private func escaped(_ text: String) -> String {
    var result = ""
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
        let scalar = scalars[index]
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&apos;"
        case "_" where startsLikeEscape(scalars[index...]): result += "_x005F_"
        case "\t", "\n": result.unicodeScalars.append(scalar)
        case "\0"..<" ", "\u{FFFE}", "\u{FFFF}":
            let digits = String(scalar.value, radix: 16, uppercase: true)
            result += "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
        default: result.unicodeScalars.append(scalar)
        }
        index = scalars.index(after: index)
    }
    return result
}

/// Whether it starts with what stands for a character, such as `_x001F_`.
func startsLikeEscape(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let start = scalars.prefix(7).map(\.value)
    guard start.count == 7, start[1] == 0x78, start[6] == 0x5F else { return false }
    return start[2..<6].allSatisfy { value in Unicode.Scalar(value)?.properties.isASCIIHexDigit ?? false }
}

/// `A`, `Z`, `AA`: the letters of the column of that index.
func columnLetters(_ index: Int) -> String {
    var rest = index + 1
    var letters: [UInt8] = []
    while rest > 0 {
        letters.append(UInt8(65 + (rest - 1) % 26))
        rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
}

/// A text of no more than the 32,767 UTF-16 units that a cell holds.
func cellText(_ text: String) -> String {
    let most = 32_767
    guard text.utf8.count > most, text.utf16.count > most else { return text }
    var kept = ""
    var units = 1
    for character in text {
        units += character.utf16.count
        if units > most { break }
        kept.append(character)
    }
    return kept + "…"
}
