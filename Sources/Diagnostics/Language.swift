/// The two languages in which messages, reports and keywords exist.
public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case chinese = "zh"
}

/// One text in both languages.
public struct Localized: Hashable, Sendable {
    /// The text in English.
    public var en: String
    /// The text in Chinese.
    public var zh: String

    /// The same said twice.
    public init(en: String, zh: String) {
        self.en = en
        self.zh = zh
    }

    /// A text that needs no translation: a number, a name, a line of code.
    public init(verbatim text: String) {
        self.init(en: text, zh: text)
    }

    /// The text in one of the languages.
    public func text(in language: Language) -> String {
        switch language {
        case .english: en
        case .chinese: zh
        }
    }
}
