import Foundation
import Testing

@testable import Pages

@Suite struct HTMLTests {
    @Test(arguments: [
        ("<script>", "&lt;script&gt;"),
        ("a & b", "a &amp; b"),
        ("\"it's\"", "&quot;it&#39;s&quot;"),
        ("\u{1B}[1m\u{202E}", "␛[1m\u{FFFD}"),
        ("一行\n二行\t", "一行\n二行\t"),
        ("婺城区", "婺城区"),
    ])
    func `text shows as it is`(text: String, markup: String) {
        #expect(HTML.text(text).markup == markup)
        #expect(HTML.element("i", [Attribute("title", text)]).markup == "<i title=\"\(markup)\"></i>")
    }

    /// Swift has no literals for them.
    @Test(arguments: [UInt32(0xFFFF), 0xFDD0, 0x1FFFE])
    func `what is no character is replaced`(value: UInt32) {
        let text = Unicode.Scalar(value).map { String($0) } ?? ""
        #expect(HTML.text(text).markup == "\u{FFFD}")
    }

    @Test func `elements hold what is put into them`() {
        let html = HTML.element("p", [.class("n")], .text("a"), .element("b", [], .text("<")))
        #expect(html.markup == "<p class=\"n\">a<b>&lt;</b></p>")
    }

    @Test func `the policy knows the style sheet`() {
        let digest = Data(sha256(Array("\(PageStyle.sheet)".utf8))).base64EncodedString()
        #expect(PageStyle.hash == "sha256-" + digest)
    }

    /// The examples of the standard, so that the test above means something.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func `the tests' own hash is that of the standard`(text: String, digest: String) {
        #expect(sha256(Array(text.utf8)).map { String(format: "%02x", $0) }.joined() == digest)
    }
}
