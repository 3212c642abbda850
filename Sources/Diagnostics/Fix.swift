import SourceText

/// A change of a text: what stands in its place. An empty span only says where something is put in.
public struct SourceEdit: Hashable, Sendable {
    /// What is replaced.
    public var span: SourceSpan
    /// What stands there then.
    public var replacement: String

    /// This text in place of that one.
    public init(_ span: SourceSpan, _ replacement: String) {
        self.span = span
        self.replacement = replacement
    }
}

/// Something that would settle a diagnostic, ready to be carried out by an editor: what its help names in words.
public struct Fix: Hashable, Sendable {
    /// What is done, in a few words.
    public var title: Localized
    /// Changes of text that stands already; they do not overlap.
    public var edits: [SourceEdit]
    /// A block to be added where others of its sort stand, with the end of its last line; nil where there is none to add.
    public var block: String?

    /// Changes in place.
    public init(_ title: Localized, _ edits: [SourceEdit]) {
        self.title = title
        self.edits = edits
    }

    /// A new block.
    public init(_ title: Localized, adding block: String) {
        self.title = title
        edits = []
        self.block = block
    }

    /// Something else in place of what stands in a span.
    public static func write(_ replacement: String, at span: SourceSpan) -> Fix {
        Fix(Localized(en: "Write \(replacement)", zh: "改为 \(replacement)"), [SourceEdit(span, replacement)])
    }

    /// The declaration of a name, by a keyword in both languages; the name as a declaration writes it.
    public static func declare(_ keyword: Localized, _ name: String) -> Fix {
        Fix(
            Localized(en: "Declare it: \(keyword.en) \(name)", zh: "声明：\(keyword.zh) \(name)"),
            adding: "\(isChinese(name) ? keyword.zh : keyword.en) \(name)\n")
    }

    private static func isChinese(_ name: String) -> Bool {
        name.unicodeScalars.first { $0 != "\"" }.map { $0.value > 0x2E7F } ?? false
    }
}
