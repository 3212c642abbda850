/// The text with blanks before it, so that it takes at least `width` columns: numbers in a table.
public func padLeft(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth(text))) + text
}

/// The text with blanks behind it, so that it takes at least `width` columns: names in a table.
public func padRight(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}

/// The text, cut so that it takes at most `width` columns; a text that was cut ends in `…`. Never cuts a character from its marks.
public func truncated(_ text: String, to width: Int) -> String {
    guard displayWidth(text) > width else { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var columns = 0
    for character in text {
        columns += displayWidth(String(character))
        if columns > width - 1 { break }
        kept.append(character)
    }
    return kept + "…"
}
