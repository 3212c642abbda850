/// Text of unknown origin made safe to print: a name in a ledger must not be able to move the cursor or to turn the writing round.
public enum Printable {
    /// The text with pictures for controls; line ends and tabs become blanks.
    public static func text(_ text: String) -> String {
        if isPlain(text) { return text }
        var shown = ""
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\t" {
                shown += " "
            } else {
                shown.unicodeScalars.append(picture(of: scalar, after: last) ?? scalar)
            }
            last = scalar
        }
        return shown
    }

    /// Whether surely nothing has to be changed, as in nearly all texts. Bytes tell that sooner than scalars.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.allSatisfy { index in
                switch bytes[index] {
                // Controls; above ASCII their first byte.
                case 0x00...0x1F, 0x7F, 0xC2: false
                // From U+2010 up to U+2028 stand dashes, quotes and the ellipsis.
                case 0xE2: bytes[index + 1] == 0x80 ? (0x90..<0xA8).contains(bytes[index + 2]) : bytes[index + 1] != 0x81
                // U+1680, and U+FEFF among the full-width forms.
                case 0xE1: bytes[index + 1] != 0x9A
                case 0xEF: bytes[index + 1] != 0xBB
                default: true
                }
            }
        }
    }

    /// What to show where a person looks for a mistake: for a scalar that must not be printed, and for one that would not be seen.
    static func picture(of scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Unicode.Scalar? {
        picture(of: scalar) ?? (InvisibleCharacter.isInvisible(scalar, after: last) ? InvisibleCharacter.picture(of: scalar) : nil)
    }

    /// What to show for a scalar that must not be printed: `␛` for the escape character, and so on.
    public static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value)
        case 0x7F: "␡"
        // C1 controls, line and paragraph ends, and what changes the direction of writing.
        case 0x80...0x9F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
        default: nil
        }
    }
}
