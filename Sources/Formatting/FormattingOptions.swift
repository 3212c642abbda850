import Diagnostics

/// What the formatter is asked for beyond its one style.
public struct FormattingOptions: Sendable {
    /// The language to write keywords in; nil keeps each as it is spelled. Periods and bounds are kept either way: they are as much a
    /// matter of the source as of the language.
    public var keywords: Language?

    /// One style, keywords as they are unless a language is named.
    public init(keywords: Language? = nil) { self.keywords = keywords }
}
