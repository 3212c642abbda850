import Diagnostics

extension JSON {
    /// The member of an object; `null` where there is none, or where this is no object.
    subscript(_ key: String) -> JSON {
        guard case .object(let members) = self else { return .null }
        return members.last { $0.0 == key }?.1 ?? .null
    }

    /// The elements of an array; none where this is something else.
    var elements: [JSON] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The text of a string; nil where this is something else.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A whole number of up to 2^53, as a script can send it; nil where this is something else.
    var integer: Int? {
        if case .integer(let integer) = self, integer.magnitude <= 1 << 53 { integer } else { nil }
    }

    /// True or false; nil where this is something else.
    var bool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }

    /// Whether there is nothing.
    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// Whether this is an object, as parameters must be.
    var isObject: Bool {
        if case .object = self { true } else { false }
    }
}
