extension StringProtocol {
    /// Whether the text stands in this one somewhere, byte for byte; an empty one always does. Costs at most the product of the two lengths.
    ///
    /// In place of the library's `contains`, which comes with all of its regular expressions.
    public func contains(text: some StringProtocol) -> Bool {
        var rest = utf8[...]
        for _ in 0..<Swift.max(0, utf8.count - text.utf8.count) {
            if rest.starts(with: text.utf8) { return true }
            rest.removeFirst()
        }
        return rest.elementsEqual(text.utf8)
    }
}
