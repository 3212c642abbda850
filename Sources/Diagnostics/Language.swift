/// The two languages in which messages, reports and keywords exist.
public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case chinese = "zh"
}

extension Language {
    /// That of two texts which is in this language; the other is not made.
    public func choose(en: @autoclosure () -> String, zh: @autoclosure () -> String) -> String {
        switch self {
        case .english: en()
        case .chinese: zh()
        }
    }
}

/// One text in both languages.
public struct Localized: Sendable {
    private enum Text {
        case made(en: String, zh: String)
        case later(@Sendable (Language) -> String)
    }

    private let content: Text

    /// The same said twice.
    public init(en: String, zh: String) { content = .made(en: en, zh: zh) }

    /// A text that needs no translation: a number, a name, a line of code.
    public init(verbatim text: String) { content = .made(en: text, zh: text) }

    /// A text that is made whenever it is asked for, in the language that it is asked for in: for thousands of which few may be read.
    public init(later text: @escaping @Sendable (Language) -> String) { content = .later(text) }

    /// The text in English.
    public var en: String { text(in: .english) }

    /// The text in Chinese.
    public var zh: String { text(in: .chinese) }

    /// The text in one of the languages.
    public func text(in language: Language) -> String {
        switch content {
        case .made(let en, let zh): language.choose(en: en, zh: zh)
        case .later(let text): text(language)
        }
    }
}

extension Localized: Hashable {
    /// Whether both say the same in both languages.
    public static func == (a: Localized, b: Localized) -> Bool { a.en == b.en && a.zh == b.zh }

    /// By both texts.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(en)
        hasher.combine(zh)
    }
}
