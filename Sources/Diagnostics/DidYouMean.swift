import SourceText

/// The names that a mistyped one may stand for, in whichever language it was typed.
public func nearest(_ name: String, in names: [Localized]) -> [Localized] {
    var near: [Localized] = []
    for spelling in nearest(name, in: Set(names.flatMap { [$0.en, $0.zh] }).sorted()) {
        for meant in names where !near.contains(meant) && (meant.en == spelling || meant.zh == spelling) { near.append(meant) }
    }
    return near
}

extension NearNames {
    /// Asks whether one of them was meant, else says what is given. Looks for them when the text is asked for.
    public func question(or otherwise: Localized) -> Localized {
        Localized(later: { language in (Localized.didYouMean(self.names) ?? otherwise).text(in: language) })
    }
}

extension Localized {
    /// The same question where names have two spellings.
    public static func didYouMean(oneOf near: [Localized]) -> Localized? {
        guard let english = didYouMean(near.map(\.en)), let chinese = didYouMean(near.map(\.zh)) else { return nil }
        return Localized(en: english.en, zh: chinese.zh)
    }

    /// The question behind a name that nobody knows; nil where nothing is near.
    public static func didYouMean(_ near: [String]) -> Localized? {
        guard !near.isEmpty else { return nil }
        let names = spaced(near, separator: "或")
        return Localized(en: "did you mean \(near.joined(separator: " or "))?", zh: spaced("是不是\(names)？"))
    }
}
