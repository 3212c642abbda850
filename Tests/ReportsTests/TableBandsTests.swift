import Diagnostics
import Numerics
import SourceText
import Testing

@testable import Reports

@Suite struct TableBandsTests {
    @Test func `what fits stays as it is`() {
        let bands = TableBands(stub: 10, columns: [8, 8], gap: 2, width: 30)
        #expect(bands.bands == [0..<2])
        #expect(bands.stubWidth == 10)
        #expect(TableBands(stub: 100, columns: [80], gap: 2, width: nil).bands == [0..<1])
    }

    @Test func `long names are cut before columns are parted`() {
        let bands = TableBands(stub: 40, columns: [8, 8], gap: 2, width: 40)
        #expect(bands.bands == [0..<2])
        #expect(bands.stubWidth == 20)
    }

    @Test func `columns go on below, every one once`() {
        let bands = TableBands(stub: 10, columns: Array(repeating: 8, count: 7), gap: 2, width: 45)
        #expect(bands.bands == [0..<3, 3..<6, 6..<7])
        #expect(bands.stubWidth == 10)
        #expect(bands.width == 40)
    }

    @Test func `what is joined stays together where there is room`() {
        let joined = [false, true, false, true, false]
        let columns = [8, 4, 8, 4, 8]
        #expect(TableBands(stub: 10, columns: columns, joined: joined, gap: 2, width: 40).bands == [0..<2, 2..<5])
        #expect(TableBands(stub: 10, columns: columns, joined: joined, gap: 2, width: 22).bands == [0..<1, 1..<2, 2..<3, 3..<4, 4..<5])
    }

    @Test(arguments: 1...120)
    func `no band is wider than the screen, where no column is`(width: Int) {
        let columns = [6, 12, 3, 9, 9, 20, 5]
        for stub in [0, 4, 30, 80] {
            let bands = TableBands(stub: stub, columns: columns, gap: 2, width: width)
            #expect(bands.bands.flatMap { Array($0) } == Array(columns.indices))
            guard width >= 8 + 2 + 20 else { continue }
            for band in bands.bands { #expect(bands.stubWidth + band.reduce(0) { $0 + 2 + columns[$1] } <= width) }
        }
    }
}

@Suite struct NarrowTextTests {
    @Test func `bands repeat the names, numbers stay whole`() {
        let expected = """
            规上工业产值, 亿元
            示范区 2024

                             Q1
            示范区        45.82
            ├ 雅畈镇      ≥3.90¹
            └ East "A",…

                            year
            示范区        202.55°
            ├ 雅畈镇      ≥17.66!¹,²
            └ East "A",…    4

                             yoy
            示范区         +8.2%
            ├ 雅畈镇      −12%
            └ East "A",…       —
            ¹ 雅畈镇: 4 of 5
            enterprises reported in
            2024-02
            ² by area
            ° derived from other
            figures, not reported
            ! preliminary
            as of 2025-01-20

            """
        #expect(TextRenderer(language: .english, width: 24).render(quarterly) == expected)
    }
}

@Suite struct LineBreakingTests {
    @Test(arguments: [
        ("one two three", 8, ["one two", "three"]), ("one", 2, ["one"]), ("一二三四五", 4, ["一二", "三四", "五"]),
        ("一二，三四", 4, ["一", "二，", "三四"]), ("增长12.5%左右", 7, ["增长", "12.5%左", "右"]), ("（一）二", 4, ["（一）", "二"]), ("", 5, [""]),
    ])
    func `lines break where reading allows`(text: String, width: Int, lines: [String]) {
        #expect(brokenIntoLines(text, width: width) == lines)
    }
}

@Suite struct SparklineTests {
    private func drawn(_ numbers: [Int64?]) -> String {
        sparkline(numbers.map { $0.map { Interval(exact: Decimal(mantissa: $0, scale: 1), factor: 1) } })
    }

    @Test(
        arguments: [
            ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"), ([10, nil, 20], "▁ █"), ([nil, nil], ""), ([5, 5, nil], "▄▄ "), ([7], "▄"),
            ([-80, 0, 80], "▁▅█"), ([-3, -2, -1], "▁▅█"), ([nil, 1, 9], " ▁█"),
        ] as [([Int64?], String)])
    func `a row of blocks`(numbers: [Int64?], blocks: String) {
        #expect(drawn(numbers) == blocks)
    }
}
