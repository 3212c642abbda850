import Numerics
import SourceText

/// One body line of a block of figures or targets, read in full.
public struct BodyLine: Sendable {
    /// What stands where a value would.
    public enum Content: Sendable {
        case number(WrittenNumber)
        case absence(Absence, ByteRange)
        /// The line holds claims alone.
        case nothing
    }

    /// The indicator.
    public var name: Name
    /// What stands where a value would.
    public var content: Content
    /// The value's measure in ASCII forms; nil where none was written.
    public var measure: Name?
    /// In the order of the line.
    public var claims: [Claim]
    /// What follows `|`.
    public var note: ByteRange?

    /// The value and its measure, or the absence mark, or, on a line of claims, the name.
    public var valueRange: ByteRange {
        switch content {
        case .number(let number): measure.map { number.range.union($0.range) } ?? number.range
        case .absence(_, let range): range
        case .nothing: name.range
        }
    }

    /// Reads again the line that starts at `offset`, which has been read without an error before.
    public static func reread(_ buffer: SourceBuffer, at offset: Int) -> BodyLine? {
        let line = LineBounds(buffer, at: offset)
        var reader = BodyLineReader(cursor: line.cursor(buffer.start))
        return reader.read()
    }
}

/// Reads a body line: name, value, measure, claims, note. What it cannot read it reports and passes over.
struct BodyLineReader {
    var cursor: Cursor
    var problems: [(problem: BodyProblem, range: ByteRange)] = []
    /// What the claims of a line with many of them say, once it has that many.
    private var stated: Set<ClaimSubject> = []

    init(cursor: Cursor) { self.cursor = cursor }

    mutating func read() -> BodyLine? {
        cursor.skipBlanks()
        let start = cursor.position
        guard let name = cursor.takeName(.body), !name.text.isEmpty else {
            problems.append((.noName, cursor.rest.isEmpty ? cursor.range(from: start) : cursor.rest))
            return nil
        }
        if cursor.isQuoteOpen(name) {
            problems.append((.quoteNotClosed, name.range))
            return nil
        }
        var line = BodyLine(name: name, content: .nothing, claims: [])
        cursor.skipBlanks()
        guard readContent(into: &line) else { return nil }
        readClaims(into: &line)
        if case .nothing = line.content, line.claims.isEmpty, problems.isEmpty {
            // After one blank the name runs on over what was meant for a value.
            problems.append((.noValue(ValueHint(line: name.text)), name.range))
            return nil
        }
        return line
    }

    /// False where the value is unreadable and so the line says nothing.
    private mutating func readContent(into line: inout BodyLine) -> Bool {
        let start = cursor.position
        if let absence = cursor.takeAbsence() {
            line.content = .absence(absence, cursor.range(from: start))
            return true
        }
        if cursor.isAtEnd || cursor.next.meaning == Ascii.bar || cursor.startsClaim { return true }
        guard cursor.startsBoundedNumber else {
            let word = cursor.takeWord()
            problems.append((.notAValue(ValueHint(value: cursor.text(word))), word))
            return false
        }
        do throws(NumberProblem) {
            line.content = .number(try cursor.takeNumber())
        } catch {
            problems.append((.number(error), cursor.range(from: start)))
            return false
        }
        if cursor.takeMoreOfNumber() {
            problems.append((.number(.form), cursor.range(from: start)))
            return false
        }
        line.measure = takeMeasure()
        return true
    }

    /// The measure directly after the number or after blanks; none where a claim or a note follows.
    private mutating func takeMeasure() -> Name? {
        let start = cursor.position
        cursor.skipBlanks()
        if cursor.isAtEnd || cursor.next.meaning == Ascii.bar || cursor.startsClaimKeyword || cursor.startsOf {
            cursor.position = start
            return nil
        }
        if cursor.next.meaning == Ascii.hash {
            cursor.position = start
            return nil
        }
        if cursor.next.meaning == Ascii.quote {
            let quoted = cursor.takeName(.plain).map { Name(measureText($0.text), $0.range) }
            if let quoted { cursor.accept(.measure, quoted.range) }
            return quoted
        }
        let range = cursor.takeWord { $0 == Ascii.bar || $0 == Ascii.comma }
        guard !range.isEmpty else {
            cursor.position = start
            return nil
        }
        cursor.accept(.measure, range)
        return Name(measureText(cursor.text(range)), range)
    }

    private mutating func readClaims(into line: inout BodyLine) {
        while true {
            cursor.skipBlanks()
            _ = cursor.take(Ascii.comma)
            cursor.skipBlanks()
            if cursor.isAtEnd { return }
            if cursor.take(Ascii.bar) {
                cursor.skipBlanks()
                line.note = cursor.rest
                return
            }
            let start = cursor.position
            guard let kind = takeClaimKind() else {
                if cursor.next.meaning == Ascii.hash { return problems.append((.remark, cursor.rest)) }
                let word = cursor.takeWord { $0 == Ascii.bar }
                problems.append(
                    (
                        .notAClaim(ValueHint(claim: cursor.text(word), then: cursor.text(cursor.rest))),
                        word.isEmpty ? ByteRange(start, start) : word
                    ))
                if word.isEmpty { cursor.skip() }
                skipNumberAfterBadClaim()
                continue
            }
            readClaim(kind, from: start, into: &line)
        }
    }

    /// Whether an earlier claim of the line says the same. Few are compared one by one; a line may hold thousands.
    private mutating func isStated(_ claim: Claim, in line: BodyLine) -> Bool {
        let few = 8
        let subject = ClaimSubject(claim)
        if line.claims.count < few { return line.claims.contains { ClaimSubject($0) == subject } }
        if stated.isEmpty { stated = Set(line.claims.map { ClaimSubject($0) }) }
        return !stated.insert(subject).inserted
    }

    private mutating func readClaim(_ kind: ClaimKind, from start: Int, into line: inout BodyLine) {
        let keywordEnd = cursor.position
        cursor.skipBlanks()
        let numberStart = cursor.position
        do throws(NumberProblem) {
            var claim = Claim(kind: kind, number: try cursor.takeNumber(), range: cursor.range(from: start))
            if kind == .rank {
                claim.rankOf = line.claims.last { $0.kind != .rank }?.kind
                guard readRank(into: &claim, from: start) else { return }
            } else {
                claim.measure = takeMeasure()
                let afterMeasure = cursor.position
                cursor.skipBlanks()
                if kind == .share, cursor.take(Keyword.of) {
                    let keywordEnd = cursor.position
                    cursor.skipBlanks()
                    claim.of = cursor.takeName(.body)
                    if claim.of?.text.isEmpty ?? true { problems.append((.noName, ByteRange(start, keywordEnd))) }
                } else {
                    cursor.position = afterMeasure
                }
            }
            claim.range = cursor.range(from: start)
            guard !isStated(claim, in: line) else { return problems.append((.claimTwice, claim.range)) }
            line.claims.append(claim)
        } catch {
            guard error == .notANumber else {
                problems.append((.number(error), ByteRange(start, cursor.position > numberStart ? cursor.position : keywordEnd)))
                return
            }
            problems.append((.claimWithoutNumber, ByteRange(start, keywordEnd)))
            // `同比 增长`: one message is enough.
            if !cursor.startsClaimKeyword { _ = cursor.takeWord { $0 == Ascii.bar || $0 == Ascii.comma } }
        }
    }

    /// False where there is no such place; one message is enough then.
    private mutating func readRank(into claim: inout Claim, from start: Int) -> Bool {
        let before = problems.count
        if rank(claim.number) == nil { problems.append((.number(.notANumber), claim.number.range)) }
        claim.rankedAmong = takeRankedAmong()
        if problems.count > before {
            problems.removeSubrange((before + 1)...)
            return false
        }
        if let place = rank(claim.number), let among = claim.rankedAmong, place > among {
            problems.append((.rankBeyond, cursor.range(from: start)))
            return false
        }
        return true
    }

    private mutating func takeRankedAmong() -> Int? {
        let start = cursor.position
        cursor.skipBlanks()
        guard cursor.take(Ascii.slash) else {
            cursor.position = start
            return nil
        }
        cursor.skipBlanks()
        do throws(NumberProblem) {
            let number = try cursor.takeNumber()
            if let rank = rank(number) { return rank }
            problems.append((.number(.notANumber), number.range))
        } catch {
            problems.append((.number(error), cursor.range(from: start)))
        }
        return nil
    }

    /// A place in a ranking counts from 1.
    private func rank(_ number: WrittenNumber) -> Int? {
        let isWhole = number.bound == .exactly && number.decimal.scale == 0 && number.decimal.mantissa > 0
        return isWhole ? Int(number.decimal.mantissa) : nil
    }

    private mutating func takeClaimKind() -> ClaimKind? {
        for kind in ClaimKind.allCases where cursor.take(Keyword.claim(kind)) { return kind }
        return nil
    }

    /// `yeo 8%`: the number belongs to the word that was not understood.
    private mutating func skipNumberAfterBadClaim() {
        cursor.skipBlanks()
        guard cursor.startsBoundedNumber else { return }
        _ = cursor.takeWord { $0 == Ascii.bar }
    }
}

extension Cursor {
    fileprivate var startsOf: Bool {
        var ahead = self
        return ahead.take(Keyword.of)
    }

    /// A claim's keyword, with a number behind it or without: no measure either way, so that a message speaks of the claim.
    fileprivate var startsClaimKeyword: Bool {
        for kind in ClaimKind.allCases {
            var ahead = self
            if ahead.take(Keyword.claim(kind)) { return true }
        }
        return false
    }
}

/// A measure's name with full-width characters as ASCII: `％` is `%`, `万元／户` is `万元/户`.
func measureText(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0xEF }) else { return text }
    return String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value - 0xFEE0)) : scalar
            }))
}

/// What can be wrong with a body line.
enum BodyProblem {
    case noName
    case noValue(ValueHint?)
    case notAValue(ValueHint?)
    case notAClaim(ValueHint?)
    case claimWithoutNumber
    /// `#` inside a line starts no comment.
    case remark
    /// The same claim for a second time on one line.
    case claimTwice
    /// `rank 9/3`
    case rankBeyond
    case quoteNotClosed
    case number(NumberProblem)
}

/// What a claim is about, by which two on one line say the same.
private struct ClaimSubject: Hashable {
    var kind: ClaimKind
    var of: String?
    var rankOf: ClaimKind?

    init(_ claim: Claim) { (kind, of, rankOf) = (claim.kind, claim.of?.text, claim.rankOf) }
}
