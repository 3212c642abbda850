extension StringProtocol {
    /// Without blanks, tabs, ideographic spaces and line ends at both ends.
    func trimmingBlanks() -> String {
        func isBlank(_ character: Character) -> Bool { character.isWhitespace }
        var rest = self[...]
        while let first = rest.first, isBlank(first) { rest = rest.dropFirst() }
        while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
        return String(rest)
    }
}
