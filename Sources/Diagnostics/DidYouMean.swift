extension Localized {
    /// The question behind a name that nobody knows; nil where nothing is near.
    public static func didYouMean(_ near: [String]) -> Localized? {
        guard !near.isEmpty else { return nil }
        let names = spaced(near, separator: "或")
        return Localized(en: "did you mean \(near.joined(separator: " or "))?", zh: spaced("是不是\(names)？"))
    }
}
