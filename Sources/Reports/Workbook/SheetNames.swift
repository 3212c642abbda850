/// Names for sheets that every spreadsheet accepts: at most 31 UTF-16 units, none of `: \ / ? * [ ]`, no two alike but for their case.
struct SheetNames {
    private var taken: Set<String> = []

    private static let most = 31

    /// The nearest legal name that no sheet has yet. What is not allowed becomes its full-width form, which reads the same.
    mutating func name(for wanted: String) -> String {
        let legal = Self.legal(wanted)
        var name = Self.cut(legal, behind: "")
        var number = 2
        while taken.contains(name.lowercased()) {
            name = Self.cut(legal, behind: " (\(number))")
            number += 1
        }
        taken.insert(name.lowercased())
        return name
    }

    private static func legal(_ text: String) -> String {
        var result = ""
        let scalars = text.unicodeScalars
        for index in scalars.indices {
            let scalar = scalars[index]
            switch scalar {
            // Some programs read the names of sheets with such escapes resolved, some without.
            case "_" where startsLikeEscape(scalars[index...]): result += "＿"
            case ":", "\\", "/", "?", "*", "[", "]":
                if let wide = Unicode.Scalar(scalar.value + 0xFEE0) { result.unicodeScalars.append(wide) }
            // An apostrophe may not stand at either end, where a cut may put it.
            case "'": result += "’"
            case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        let isBlank = result.allSatisfy { $0 == " " }
        // Excel keeps this name for itself.
        return isBlank ? "_" : result.lowercased() == "history" ? result + "_" : result
    }

    private static func cut(_ text: String, behind suffix: String) -> String {
        var kept = ""
        for character in text {
            if kept.utf16.count + character.utf16.count + suffix.utf16.count > most { break }
            kept.append(character)
        }
        return kept + suffix
    }
}
