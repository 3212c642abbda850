import Reports

/// A sentence whose numbers know where they come from.
public struct Sentence: Sendable {
    /// A part of it.
    public enum Piece: Sendable {
        case words(String)
        /// As shown, and what it says.
        case number(String, CellSource)
    }

    /// In order.
    public private(set) var pieces: [Piece]

    /// A sentence of words alone.
    public init(_ words: String = "") { pieces = words.isEmpty ? [] : [.words(words)] }

    /// A number with its measure.
    public static func number(_ text: String, _ source: CellSource?) -> Sentence {
        var sentence = Sentence()
        sentence.pieces = [source.map { .number(text, $0) } ?? .words(text)]
        return sentence
    }

    /// One after the other.
    public static func + (a: Sentence, b: Sentence) -> Sentence {
        var sentence = a
        sentence.pieces += b.pieces
        return sentence
    }

    /// Words behind it.
    public static func + (a: Sentence, b: String) -> Sentence { a + Sentence(b) }

    /// Words before it.
    public static func + (a: String, b: Sentence) -> Sentence { Sentence(a) + b }

    /// Puts a sentence behind the one that is there.
    public static func += (a: inout Sentence, b: Sentence) { a = a + b }

    /// Appends words.
    public static func += (a: inout Sentence, b: String) { a = a + Sentence(b) }

    /// Several with words between them.
    public static func list(_ sentences: [Sentence], separator: String) -> Sentence {
        sentences.enumerated().reduce(Sentence()) { $0 + ($1.offset == 0 ? Sentence() : Sentence(separator)) + $1.element }
    }

    /// The words and numbers as one text.
    public var text: String {
        pieces.map { piece in
            switch piece {
            case .words(let text), .number(let text, _): text
            }
        }.joined()
    }

    /// Whether it says nothing.
    public var isEmpty: Bool { pieces.isEmpty }
}
