/// A number as a table shows it, taken apart: what a spreadsheet computes with, and the format in which it shows the same again.
struct SheetNumber: Hashable {
    /// A decimal with `.`; of a percentage the hundredth, as spreadsheets keep it.
    var value: String
    /// `≥`, `≤`, `>`, `<`, `~`, or empty.
    var bound: String
    var decimals: Int
    var isGrouped: Bool
    /// `%`, or what stands behind the number, blank included.
    var suffix: String
    var hasPlus: Bool

    /// A spreadsheet keeps no more digits of a number.
    static let mostDigits = 15

    /// Nil for any text that is not one number, and for a number of more digits than a spreadsheet keeps: it stays text, and whole.
    init?(shown text: String) {
        var rest = text.unicodeScalars[...]
        bound = ""
        if let first = rest.first, "≥≤><~".unicodeScalars.contains(first) {
            bound = String(first)
            rest.removeFirst()
        }
        hasPlus = rest.first == "+"
        let isNegative = rest.first == "-" || rest.first == "−"
        if hasPlus || isNegative { rest.removeFirst() }
        let whole = rest.prefix { $0.isDigit || $0 == "," }
        rest.removeFirst(whole.count)
        var fraction = ""
        if rest.first == "." {
            fraction = String(rest.dropFirst().prefix { $0.isDigit })
            rest.removeFirst(1 + fraction.count)
            if fraction.isEmpty { return nil }
        }
        guard ["", "%", " pp"].contains(String(rest)) else { return nil }
        isGrouped = whole.contains(",")
        let digits = String(whole).filter { $0 != "," }
        guard !digits.isEmpty, !isGrouped || Self.isGroupedInThrees(String(whole)) else { return nil }
        guard significantDigits(digits + fraction) <= Self.mostDigits else { return nil }
        decimals = fraction.count
        suffix = String(rest)
        let magnitude = suffix == "%" ? Self.hundredth(digits, fraction) : fraction.isEmpty ? digits : digits + "." + fraction
        value = (isNegative ? "-" : "") + magnitude
    }

    private static func isGroupedInThrees(_ whole: String) -> Bool {
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        return (1...3).contains(groups.first?.count ?? 0) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    private static func hundredth(_ whole: String, _ fraction: String) -> String {
        let padded = String(repeating: "0", count: max(0, 3 - whole.count)) + whole
        return "\(padded.dropLast(2)).\(padded.suffix(2))\(fraction)"
    }

    /// As spreadsheets spell formats; `isSigned` shows a plus before what is above zero.
    func format(isSigned: Bool) -> String {
        let digits = (isGrouped ? "#,##0" : "0") + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
        let tail = suffix.isEmpty || suffix == "%" ? suffix : "\"\(suffix)\""
        let lead = bound.isEmpty ? "" : "\"\(bound)\""
        let plain = lead + digits + tail
        if isSigned { return "\(lead)+\(digits)\(tail);\(lead)-\(digits)\(tail);\(plain)" }
        // Without a part of its own, a spreadsheet would put the minus before the bound.
        return bound.isEmpty ? plain : "\(plain);\(lead)-\(digits)\(tail)"
    }
}

/// How many digits of a decimal matter, leading zeros not counted.
func significantDigits(_ decimal: String) -> Int {
    decimal.unicodeScalars.filter(\.isDigit).drop { $0 == "0" }.count
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
