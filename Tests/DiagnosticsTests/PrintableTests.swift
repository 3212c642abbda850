import Diagnostics
import Testing

struct PrintableTests {
    @Test func everyScalarIsShownAsItsPictureOrAsItself() {
        for value: UInt32 in [0...0x2FFF, 0xD7F0...0xD7FF, 0xE000...0xE00F, 0x1F600...0x1F60F].joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let expected = scalar == "\n" || scalar == "\t" ? " " : Printable.picture(of: scalar) ?? scalar
            #expect(Printable.text("a\(scalar)") == "a\(expected)")
        }
    }
}
