import Diagnostics
import Foundation
import Testing

struct JSONTests {
    @Test(arguments: [
        (JSON.null, "null"), (.bool(true), "true"), (.integer(-12), "-12"), (.number("202.50"), "202.50"), (.string("出口"), "\"出口\""),
        (.string("a\"b\\c\n\t\r\u{1}\u{7F}\u{2028}/"), #""a\"b\\c\n\t\r\u0001\u007f\u2028/""#), (.array([]), "[]"), (.object([]), "{}"),
        (.array([.integer(1), .null]), "[1,null]"), (.object([("b", .integer(1)), ("a", .array([]))]), #"{"b":1,"a":[]}"#),
    ])
    func textIsCompact(json: JSON, expected: String) {
        #expect(json.text() == expected)
    }

    @Test func prettyTextHasALineForEachMember() {
        let json = JSON.array([.object([("a", .integer(1)), ("b", .array([.string("x")])), ("c", .object([]))])])
        #expect(
            json.text(pretty: true) == """
                [
                  {
                    "a": 1,
                    "b": [
                      "x"
                    ],
                    "c": {}
                  }
                ]
                """)
    }

    @Test func everyScalarSurvives() throws {
        let scalars = (0...0x1_FFFF).compactMap(Unicode.Scalar.init)
        let string = String(String.UnicodeScalarView(scalars))
        let read = try JSONSerialization.jsonObject(with: Data(JSON.array([.string(string)]).text().utf8)) as? [String]
        #expect(read?.first.map { Array($0.unicodeScalars) } == scalars)
    }
}
