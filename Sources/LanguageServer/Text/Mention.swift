import Ledger
import SourceText

/// Something that a ledger names.
enum Symbol: Hashable, Sendable {
    case unit(UnitID)
    case indicator(IndicatorID)
    case measure(MeasureID)
    case register(String)
    case state(register: String, String)
    case item(register: String, String)
}

/// A name where it stands in a file.
struct Mention: Sendable {
    /// What sort of thing is named, whether or not there is one of that name.
    enum Kind: Sendable { case unit, indicator, measure, register, state, item }

    var kind: Kind
    /// Nil where the ledger has nothing of that name, or several things.
    var symbol: Symbol?
    /// The name itself: of a path one part of it; without quotes.
    var text: String
    /// Where it stands, without quotes.
    var range: ByteRange
    /// Whether quotes stand around it.
    var isQuoted = false
    /// Whether this is where it is declared.
    var isDeclaration = false

    /// From quote to quote.
    func outerRange(in buffer: SourceBuffer) -> ByteRange {
        guard isQuoted else { return range }
        let before = range.lowerBound >= 3 && buffer.bytes[range.lowerBound - 1] != UInt8(ascii: "\"") ? 3 : 1
        let after = range.upperBound < buffer.count && buffer.bytes[range.upperBound] != UInt8(ascii: "\"") ? 3 : 1
        return ByteRange(max(0, range.lowerBound - before), min(buffer.count, range.upperBound + after))
    }
}
