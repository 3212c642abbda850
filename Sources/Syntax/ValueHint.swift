/// What was probably meant by a value or a claim that cannot be read.
enum ValueHint: Equatable {
    /// To be written instead.
    case write(String)
    /// Quotes of a word processor.
    case curlyQuotes

    /// By spellings of spreadsheets and accounts: `.98`, `(3.2)`, `￥1234`, `“12”`.
    init?(value text: String) {
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

    private static func isNumber(_ text: Substring) -> Bool {
        text.first?.isNumber ?? false && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "," || $0 == "%") }
    }
}

extension String {
    /// Whether a word processor's quotes are in it.
    var hasCurlyQuote: Bool { contains { "“”‘’".contains($0) } }
}
