/// A manual page in the making, in the macros `man` of roff. What is added as text is escaped, so that it stands as it is.
struct Roff {
    private(set) var text: String

    /// `section` is 1 for commands, 5 for files.
    init(title: String, section: Int) {
        text = ".TH \(Roff.escaped(title.uppercased())) \(section) \"\" \"taizhang \(programVersion)\" \"Taizhang\"\n"
    }

    mutating func heading(_ heading: String) { text += ".SH \(Roff.escaped(heading))\n" }

    /// The line by which indexes of manual pages know a page.
    mutating func name(_ name: String, _ summary: String) { text += "\(Roff.escaped(name)) \\- \(Roff.escaped(summary))\n" }

    mutating func line(_ line: String) { text += Roff.line(line) + "\n" }

    mutating func bold(_ words: String, then rest: String = "") {
        text += "\\fB\(Roff.escaped(words))\\fR" + (rest.isEmpty ? "" : " " + Roff.escaped(rest)) + "\n"
    }

    /// A term that hangs to the left of what is said of it. `term` is roff already.
    mutating func item(_ term: String, _ what: String) { text += ".TP\n\(term)\n\(Roff.line(what))\n" }

    /// Paragraphs with empty lines between them, below a heading; lines that are indented stay as they are.
    mutating func paragraphs(_ lines: String) {
        var isLiteral = false
        var isOpen = false
        var isFirst = true
        for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
            let isIndented = line.hasPrefix("    ")
            if line.isEmpty {
                isOpen = false
                continue
            }
            if isLiteral, isIndented, !isOpen { text += "\n" }
            if isIndented != isLiteral { text += isIndented ? ".RS 4\n.nf\n" : ".fi\n.RE\n" }
            if !isIndented, !isOpen, !isFirst { text += ".PP\n" }
            isLiteral = isIndented
            isOpen = true
            isFirst = false
            text += Roff.line(isIndented ? String(line.dropFirst(4)) : String(line)) + "\n"
        }
        if isLiteral { text += ".fi\n.RE\n" }
    }

    /// `\fB\-\-flag\fR`
    static func bold(_ word: String) -> String { "\\fB\(escaped(word))\\fR" }

    /// `\fIVALUE\fR`
    static func italic(_ word: String) -> String { "\\fI\(escaped(word))\\fR" }

    /// A line that roff does not take for a macro.
    private static func line(_ line: String) -> String {
        let escaped = escaped(line)
        return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }

    /// Dashes are those that can be copied into a shell.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            case "^": result += "\\(ha"
            case "~": result += "\\(ti"
            default: result.append(character)
            }
        }
        return result
    }
}
