import Diagnostics
import Numerics
import Testing

@testable import Pages

@Suite struct ReportDocumentTests {
    static let named = """
        unit "<script>"
        units "<script>"
            "a&b"
            "'c'"
        indicator "<b>产值"
            measure 亿元
        target 2024  "<script>"
            "<b>产值"  100
        2023-Q1  "a&b"
            "<b>产值"  10.0
        2024-Q1  "a&b"
            "<b>产值"  12.0
        2024-Q2 !  "a&b"
            "<b>产值"  -1.0
        2024-Q1  "'c'"
            "<b>产值"  0.0

        """

    @Test(arguments: Language.allCases)
    func `names of a ledger are text`(language: Language) throws {
        let text = try page(of: Self.named, in: language)
        #expect(!text.contains("<script"))
        #expect(!text.contains("<b>产值"))
        #expect(text.contains("&lt;script&gt;"))
        #expect(text.contains("&lt;b&gt;产值"))
    }

    @Test(arguments: Language.allCases)
    func `every link leads to a place of its own`(language: Language) throws {
        let (bulletin, tally) = bulletin(.quarter(2024, 2), of: Self.named, in: language)
        for text in [try page(of: Self.named, in: language), bulletin.html(tally)] {
            let places = values(of: "id", in: text)
            let links = values(of: "href", in: text)
            #expect(links.count > 5)
            #expect(Set(places).count == places.count)
            for link in links { #expect(link.hasPrefix("#") && places.contains(String(link.dropFirst())), "\(link)") }
        }
    }

    @Test func `an explanation ends at the line of the ledger`() throws {
        let text = try page(of: Self.named)
        #expect(text.contains("<code>&quot;&lt;b&gt;产值&quot; 12.0</code>"))
    }

    @Test func `what is absent, zero or negative is drawn, and said`() throws {
        let text = try page(of: Self.named)
        #expect(text.contains("role=\"img\""))
        #expect(text.contains("class=\"zero\""))
        #expect(text.contains(">-1.0</a>"))
        #expect(text.contains("preliminary"))
    }

    @Test func `a ledger without figures makes a page that says so`() throws {
        let text = try page(of: "unit 甲\nindicator 产值\n")
        #expect(text.contains("no figures to report"))
        let (bulletin, tally) = bulletin(.month(2024, 5), of: "unit 甲\nindicator 产值\n", in: .chinese)
        #expect(bulletin.html(tally).contains("台账中没有本期数据"))
    }
}
