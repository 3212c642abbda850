/// Text of unknown origin made safe to print: a name in a ledger must not be able to move the cursor or to turn the writing round.
public enum Printable {
    /// The text with pictures for controls; line ends and tabs become blanks.
    public static func text(_ text: String) -> String {
        if isPlain(text) { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\t" {
                shown += " "
            } else {
                shown.unicodeScalars.append(picture(of: scalar) ?? scalar)
            }
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
                // Before U+2028 stand dashes, quotes and the ellipsis.
                case 0xE2: bytes[index + 1] == 0x80 ? bytes[index + 2] < 0xA8 : bytes[index + 1] != 0x81
                default: true
                }
            }
        }
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
