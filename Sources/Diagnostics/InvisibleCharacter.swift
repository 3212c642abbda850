import SourceText

/// A character that a person sees as a blank or not at all, and that is neither to the language: what a word processor, a web page or a
/// chat puts into a text.
public struct InvisibleCharacter: Hashable, Sendable {
    /// The character itself.
    public let scalar: Unicode.Scalar
    /// How many bytes of the text stand before it.
    public let offset: Int

    /// The first in a text; nil where there is none. An ideographic space counts only where it is no blank: in a name that was quoted.
    public init?(firstIn text: String, countsIdeographicSpace: IdeographicSpace = .isBlank) {
        var (offset, last): (Int, Unicode.Scalar?) = (0, nil)
        for scalar in text.unicodeScalars {
            if Self.isInvisible(scalar, after: last) || scalar == "\u{3000}" && countsIdeographicSpace == .isInvisible {
                (self.scalar, self.offset) = (scalar, offset)
                return
            }
            offset += UTF8.width(scalar)
            last = scalar
        }
        return nil
    }

    /// What `U+3000` is where it stands.
    public enum IdeographicSpace: Sendable {
        case isBlank, isInvisible
    }

    /// Whether nothing of it would be seen after this character. Joiners shape the letters of some scripts, and pictures: there they belong.
    static func isInvisible(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
        switch scalar.value {
        case 0x200C, 0x200D: last.map { $0.isASCII || $0.properties.isIdeographic || $0.properties.isWhitespace } ?? true
        case 0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF: true
        default: isForeignBlank(scalar)
        }
    }

    /// A blank that the language does not take for one.
    private static func isForeignBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: true
        default: false
        }
    }

    /// What is shown in its place, so that it is seen.
    static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar { isForeignBlank(scalar) ? "␣" : "\u{FFFD}" }

    private var isBlank: Bool { Self.isForeignBlank(scalar) || scalar == "\u{3000}" }

    /// What it is and what to do: `U+00A0, a blank that does not break: write an ordinary blank`.
    public var advice: Localized {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        let act = isBlank ? Localized(en: "write an ordinary blank", zh: "请改为普通空格") : Localized(en: "take it out", zh: "请删去")
        return Localized(en: "\(code), \(name.en): \(act.en)", zh: "\(code)（\(name.zh)）：\(act.zh)")
    }

    private var name: Localized {
        switch scalar.value {
        case 0xA0, 0x202F: Localized(en: "a blank that does not break", zh: "不换行空格")
        case 0x3000: Localized(en: "an ideographic space", zh: "全角空格")
        case 0xAD: Localized(en: "a hyphen that is not shown", zh: "软连字符")
        case 0x200B: Localized(en: "a blank without width", zh: "零宽空格")
        case 0x200C, 0x200D, 0x2060: Localized(en: "a joiner without width", zh: "零宽连接符")
        case 0x200E, 0x200F: Localized(en: "a mark of the direction of writing", zh: "书写方向标记")
        case 0xFEFF: Localized(en: "a byte order mark inside the text", zh: "文本中间的字节顺序标记")
        default: Localized(en: "a blank of another width", zh: "特殊宽度的空格")
        }
    }
}

extension Diagnostic {
    /// The same finding put down to an invisible character, which it then points at: nothing else needs to be mended. `start` is where
    /// the text starts in which the character was found; nil where that cannot be told.
    public func blaming(_ character: InvisibleCharacter, from start: Int?) -> Diagnostic {
        var span = primary.span
        var fixes: [Fix] = []
        if let start {
            let place = start + character.offset
            span.range = ByteRange(place, place + UTF8.width(character.scalar))
            fixes = [character.fix(at: span)]
        }
        return Diagnostic(
            code, severity, message, at: Annotation(span, character.advice), related: related, help: help, fixes: fixes)
    }
}

extension InvisibleCharacter {
    fileprivate func fix(at span: SourceSpan) -> Fix {
        isBlank
            ? Fix(Localized(en: "Write an ordinary blank", zh: "改为普通空格"), [SourceEdit(span, " ")])
            : Fix(Localized(en: "Take it out", zh: "删去"), [SourceEdit(span, "")])
    }
}
