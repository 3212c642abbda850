/// A JSON value. Members of an object keep the order in which they were given.
public indirect enum JSON: Sendable {
    case object([(String, JSON)])
    case array([JSON])
    case string(String)
    /// A number as it is to be written, so that decimals stay exact. Whoever gives it answers for its form.
    case number(String)
    case integer(Int)
    case bool(Bool)
    case null

    /// The value as text, without a line ending behind it. `pretty` puts members on lines of their own, indented by two blanks.
    public func text(pretty: Bool = false) -> String {
        var text = ""
        write(to: &text, indentation: pretty ? 0 : nil)
        return text
    }

    private func write(to text: inout String, indentation: Int?) {
        switch self {
        case .object(let members):
            Self.writeList(members, in: ("{", "}"), to: &text, indentation: indentation) { member, text, inner in
                Self.writeString(member.0, to: &text)
                text += inner == nil ? ":" : ": "
                member.1.write(to: &text, indentation: inner)
            }
        case .array(let elements):
            Self.writeList(elements, in: ("[", "]"), to: &text, indentation: indentation) { element, text, inner in
                element.write(to: &text, indentation: inner)
            }
        case .string(let string): Self.writeString(string, to: &text)
        case .number(let number): text += number
        case .integer(let integer): text += String(integer)
        case .bool(let bool): text += bool ? "true" : "false"
        case .null: text += "null"
        }
    }

    private static func writeList<Element>(
        _ elements: [Element], in brackets: (String, String), to text: inout String, indentation: Int?,
        writeElement: (Element, inout String, Int?) -> Void
    ) {
        text += brackets.0
        let inner = indentation.map { $0 + 2 }
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if let inner { text += "\n" + String(repeating: " ", count: inner) }
            writeElement(element, &text, inner)
        }
        if let indentation, !elements.isEmpty { text += "\n" + String(repeating: " ", count: indentation) }
        text += brackets.1
    }

    private static func writeString(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // DEL and the two Unicode line ends are allowed, but trip terminals and JavaScript.
            case "\0"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
