/// One key of a record and its value.
public struct Field: Hashable, Sendable {
    /// A value as machines tell them apart.
    public enum Value: Hashable, Sendable {
        /// Names, periods, states.
        case text(String)
        /// A decimal as JSON writes numbers: ASCII digits, `-`, `.`; no `+`, no grouping.
        case number(String)
        /// Not known, or not asked for: empty in CSV, null in JSON.
        case absent

        /// A text, absent when it is nil.
        static func text(_ text: String?) -> Value { text.map(Value.text) ?? .absent }

        /// A number, absent when it is nil.
        static func number(_ number: String?) -> Value { number.map(Value.number) ?? .absent }
    }

    /// One of the table's `recordKeys`.
    public var key: String
    /// As known.
    public var value: Value

    /// A field of any kind of value.
    public init(_ key: String, _ value: Value) {
        self.key = key
        self.value = value
    }

    /// A text field, absent when the text is nil.
    public static func text(_ key: String, _ text: String?) -> Field {
        Field(key, .text(text))
    }

    /// A number field, absent when the number is nil.
    public static func number(_ key: String, _ number: String?) -> Field {
        Field(key, .number(number))
    }
}
