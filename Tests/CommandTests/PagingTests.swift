import Testing

@testable import taizhang

@Suite struct PagingTests {
    private final class Seen {
        var started = 0
        var text = ""
        var isOpen = true
        var runs = true
    }

    private func paging(_ seen: Seen, rows: Int = 5, columns: Int = 10) -> Paging {
        Paging(rows: rows, columns: columns) {
            seen.started += 1
            return PagerPipe(
                write: { text in
                    if seen.isOpen { seen.text += text }
                    return seen.isOpen
                },
                finish: { seen.runs })
        }
    }

    @Test(arguments: [
        ("1\n2\n3\n4\n", false), ("1\n2\n3\n4\n5\n", true), ("1\n2\n3\n12345678901\n", true), ("1\n2\n3\n1234567890\n", false),
        ("1\n2\n3\n一二三四五六\n", true), ("1\n2\n3\n一二三四五\n", false),
    ])
    func `what fits the screen needs no pager`(text: String, isPaged: Bool) {
        let seen = Seen()
        let paging = paging(seen)
        #expect(paging.print(text))
        #expect(seen.text == (isPaged ? text : ""))
        #expect(paging.rest() == (isPaged ? "" : text))
    }

    @Test func `text that comes in pieces is not lost, and one pager gets it all`() {
        let seen = Seen()
        let paging = paging(seen)
        let lines = (1...20).map { "\($0)\n" }
        for line in lines { #expect(paging.print(line)) }
        #expect(paging.rest().isEmpty)
        #expect(seen.text == lines.joined())
        #expect(seen.started == 1)
    }

    @Test func `a reader who leaves closes the output, quietly`() {
        let seen = Seen()
        let paging = paging(seen)
        seen.isOpen = false
        #expect(paging.print("1\n2\n3\n4\n5\n"))
        #expect(paging.isClosed)
        #expect(paging.print("6\n"))
        #expect(paging.rest().isEmpty)
    }

    @Test func `a pager that cannot be run loses nothing`() {
        let seen = Seen()
        seen.runs = false
        let paging = paging(seen)
        #expect(paging.print("1\n2\n3\n4\n5\n6\n"))
        #expect(paging.rest() == "1\n2\n3\n4\n5\n6\n")
        let none = Paging(rows: 2, columns: 10) { nil }
        #expect(!none.print("1\n2\n3\n"))
        #expect(none.rest() == "1\n2\n3\n")
    }
}
