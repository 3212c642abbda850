import Diagnostics

/// One value as shown, with what is to be said about it, and as machines read it.
public struct Cell: Sendable {
    /// Ready to print, sign and `≥` included; empty where there is nothing to show, never `0`.
    public var text: Localized
    /// In the order in which they are printed behind the text.
    public var marks: [Mark]
    /// Footnotes; a renderer numbers them in order of appearance, and the same text has the same number.
    public var notes: [Localized]
    /// The cell's own part of its record. Nil where machines get nothing, as for a bar; an absent value has fields that say so.
    public var fields: [Field]?
    /// What the number says; nil for words, and where nothing more can be said.
    public var source: CellSource?

    /// A cell; the order of its `fields` does not matter, the table's `recordKeys` order them.
    public init(
        _ text: Localized, marks: [Mark] = [], notes: [Localized] = [], fields: [Field]? = nil, source: CellSource? = nil
    ) {
        self.text = text
        self.marks = marks
        self.notes = notes
        self.fields = fields
        self.source = source
    }

    /// A cell whose text needs no translation, such as a number.
    public init(
        _ text: String, marks: [Mark] = [], notes: [Localized] = [], fields: [Field]? = nil, source: CellSource? = nil
    ) {
        self.init(Localized(verbatim: text), marks: marks, notes: notes, fields: fields, source: source)
    }

    /// Nothing to show and nothing to say.
    public static let blank = Cell("")
}

/// A sign behind a number, explained once below the table.
public struct Mark: Hashable, Sendable {
    /// One column wide.
    public var symbol: String
    /// What stands beside the symbol below the table.
    public var meaning: Localized

    /// A sign of a command's own; the ones below are shared by all.
    public init(_ symbol: String, _ meaning: Localized) {
        self.symbol = symbol
        self.meaning = meaning
    }

    /// `?`, as in a ledger's header.
    public static let estimate = Mark("?", Localized(en: "estimate or forecast", zh: "估计或预测数"))
    /// `!`, as in a ledger's header.
    public static let preliminary = Mark("!", Localized(en: "preliminary", zh: "初步数"))
    /// Follows from other figures by time, units, parts or growth.
    public static let derived = Mark("°", Localized(en: "derived from other figures, not reported", zh: "由其他数据推算，非直接填报"))
    /// Part of an error that `check` reports.
    public static let contradicted = Mark(
        "✗", Localized(en: "contradicted by other figures: see taizhang check", zh: "与其他数据矛盾，见 taizhang check"))
}
