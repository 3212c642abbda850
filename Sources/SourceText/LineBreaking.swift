/// The text in lines of at most `width` columns: broken at blanks and between Chinese characters, never inside a number or a word unless it
/// is longer than a line. No line begins with a closing mark.
public func brokenIntoLines(_ text: String, width: Int) -> [String] {
    guard width > 0, displayWidth(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var columns = 0
    for piece in unbreakablePieces(of: text) {
        let blank = piece.last == " " ? 1 : 0
        let size = displayWidth(piece)
        if columns > 0, columns + size - blank > width {
            lines.append(withoutTrailingBlanks(line))
            (line, columns) = ("", 0)
        }
        line += piece
        columns += size
    }
    lines.append(withoutTrailingBlanks(line))
    return lines
}

/// Words with the blank behind them, and single Chinese characters with the marks that close them.
private func unbreakablePieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var mayBreak = false
    for character in text {
        let isWide = displayWidth(String(character)) == 2
        let isHeld = piece.last.map(isOpening) ?? true
        if mayBreak || isWide && !isHeld, !isClosing(character), character != " " {
            if !piece.isEmpty { pieces.append(piece) }
            piece = ""
        }
        piece.append(character)
        mayBreak = isWide && !isOpening(character) || character == " " || mayBreak && isClosing(character)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
}

private func isClosing(_ character: Character) -> Bool { "，。、；：！？）》」』”’％".contains(character) }

private func isOpening(_ character: Character) -> Bool { "（《「『“‘".contains(character) }

private func withoutTrailingBlanks(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
}
