extension StringProtocol {
    /// Whether the text stands in this one somewhere, character for character; an empty one always does. Costs at most the product of the two
    /// lengths.
    ///
    /// In place of the library's `contains`, which comes with all of its regular expressions.
    public func contains(text: some StringProtocol) -> Bool {
        var rest = self[...]
        while !rest.starts(with: text) {
            if rest.popFirst() == nil { return false }
        }
        return true
    }
}
