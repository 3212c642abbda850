import Diagnostics
import Testing

@Suite struct SpacingTests {
    @Test(arguments: [
        ("North", "2013年一季度", "Output", "North 2013年一季度的 Output 为负"), ("婺城区", "2013年", "产值", "婺城区 2013年的产值为负"),
        ("“North”", "", "R&D", "“North”的 R&D 为负"), ("A1", "FY2013", "GDP（现价）", "A1 FY2013 的 GDP（现价）为负"),
        ("甲", "上半年", "占比 %", "甲上半年的占比 %为负"),
    ])
    func `a blank stands where Latin and Chinese meet`(unit: String, period: String, indicator: String, expected: String) {
        #expect(spaced("\(unit)\(period)的\(indicator)为负") == expected)
    }

    @Test func `what is written out stays as it is`() {
        #expect(spaced("第5字节是 0x\("3f")，见\("a")b") == "第5字节是 0x3f，见 ab")
    }

    @Test(arguments: [(["甲"], "是不是甲？"), (["甲", "North", "丙"], "是不是甲或 North 或丙？"), (["North"], "是不是 North？")])
    func `names to choose from`(near: [String], expected: String) {
        #expect(Localized.didYouMean(near)?.zh == expected)
    }

    @Test func `nothing is near`() {
        #expect(Localized.didYouMean([]) == nil)
    }
}
