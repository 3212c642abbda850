/// What was probably meant by a value or a claim that cannot be read.
enum ValueHint: Equatable {
    /// To be written instead.
    case write(String)
    /// Quotes of a word processor.
    case curlyQuotes
    /// A number in quotes, as a file with commas between its values has it.
    case withoutQuotes(String)
    /// A sign such as `：` that stands between a name and its value; what to write instead has a blank there.
    case blank(inPlaceOf: Character, String)

    /// By what stands in place of a name and its value: `产值：1亿元`, `产值 = 5`, `产值 "1,200"`.
    init?(line text: String) {
        if let sign = text.firstIndex(where: Self.isBetween), sign > text.startIndex {
            let value = text[text.index(after: sign)...].drop { $0 == " " }
            if Self.startsNumber(value) {
                self = .blank(inPlaceOf: text[sign], Self.words(text[..<sign]).joined(separator: " ") + " " + value)
                return
            }
        }
        guard let hint = Self.words(text[...]).dropFirst().lazy.compactMap({ ValueHint(value: String($0)) }).first else { return nil }
        self = hint
    }

    /// By spellings of spreadsheets and accounts: `.98`, `(3.2)`, `￥1234`, `"1,200"`, `“12”`, `：5`.
    init?(value text: String) {
        let inner = text.dropFirst().dropLast()
        if Self.isQuote(text.first), Self.isQuote(text.last), Self.isNumber(inner) {
            self = .withoutQuotes(String(inner))
            return
        }
        if let sign = text.first, Self.isBetween(sign), Self.startsNumber(text.dropFirst()) {
            self = .blank(inPlaceOf: sign, String(text.dropFirst()))
            return
        }
        if text.hasCurlyQuote {
            self = .curlyQuotes
            return
        }
        let ascii = measureText(text)
        if ascii.first == "(", ascii.last == ")", Self.isNumber(ascii.dropFirst().dropLast()) {
            self = .write("-" + ascii.dropFirst().dropLast())
        } else if ascii.first == ".", Self.isNumber(ascii.dropFirst()) {
            self = .write("0" + ascii)
        } else if ascii.hasPrefix("-."), Self.isNumber(ascii.dropFirst(2)) {
            self = .write("-0" + ascii.dropFirst())
        } else if let sign = ascii.first, let measure = Self.currencies[sign], Self.isNumber(ascii.dropFirst()) {
            self = .write("\(ascii.dropFirst()) \(measure)")
        } else {
            return nil
        }
    }

    /// By words of reports: `同比增长3.2%`, `环比下降 1%`, where the number may stand apart.
    init?(claim text: String, then rest: String) {
        if text.hasCurlyQuote {
            self = .curlyQuotes
            return
        }
        for keyword in ["同比", "环比"] where text.hasPrefix(keyword) {
            let words = text.dropFirst(keyword.count)
            let word = words.prefix { !($0.isASCII && $0.isNumber) }
            let sign = word.contains { "降减跌".contains($0) } ? "-" : word.contains { "增升涨".contains($0) } ? "+" : ""
            guard !sign.isEmpty else { return nil }
            let joined = words.dropFirst(word.count)
            let number = joined.isEmpty ? rest.drop { $0 == " " }.prefix { $0 != " " } : joined
            self = .write("\(keyword) \(sign)\(number.first?.isNumber ?? false ? String(number) : "…%")")
            return
        }
        return nil
    }

    private static let currencies: [Character: String] = ["¥": "元", "￥": "元", "$": "USD", "€": "EUR"]

    private static func words(_ text: Substring) -> [Substring] { text.split(separator: " ") }

    private static func isQuote(_ character: Character?) -> Bool { character.map { "\"＂“”‘’'".contains($0) } ?? false }

    private static func isBetween(_ character: Character) -> Bool { ":：=＝".contains(character) }

    private static func startsNumber(_ text: Substring) -> Bool {
        let digits = measureText(String(text)).drop { "+-<>≥≤~约超逾近".contains($0) || $0 == " " }
        return digits.first.map { $0.isASCII && $0.isNumber } ?? false
    }

    private static func isNumber(_ text: Substring) -> Bool {
        text.first?.isNumber ?? false && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "," || $0 == "%") }
    }
}

extension String {
    /// Whether a word processor's quotes are in it.
    var hasCurlyQuote: Bool { contains { "“”‘’".contains($0) } }
}
