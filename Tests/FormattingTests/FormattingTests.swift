import Diagnostics
import Formatting
import SourceText
import Testing

/// The text after formatting.
func format(_ text: String, keywords: Language? = nil) -> String {
    let buffer = SourceBuffer(copying: text.utf8)
    let edits = formattingEdits(of: buffer, options: FormattingOptions(keywords: keywords))
    return String(decoding: buffer.applying(edits), as: UTF8.self)
}

@Suite struct FormattingTests {
    @Test func `values stand below each other by their decimal points, measures and claims by display width`() {
        let text = """
            2013 婺城区 | annual report
             规上工业产值 202.5亿元 yoy +8.2%
             限额以上工业投资   47.5   亿元 yoy +20.5% done 102.5 %
              小升规 60 家 | 据年报
             覆盖率 96.25 %
             单位GDP能耗 yoy -5% rank 3 / 9 ; 全市第三
             工业总产值 >350 亿元
             利润 -

            """
        let expected = """
            2013  婺城区  | annual report
                规上工业产值        202.5 亿元   yoy +8.2%
                限额以上工业投资     47.5 亿元   yoy +20.5%   done 102.5%
                小升规               60   家   | 据年报
                覆盖率               96.25%
                单位GDP能耗                      yoy -5%      rank 3/9   ; 全市第三
                工业总产值        > 350   亿元
                利润                  -

            """
        #expect(format(text) == expected)
    }

    @Test func `what was typed with a Chinese input method becomes ASCII, names stay`() {
        let text = """
            ２０１３—０１．．０５　！　永嘉县：桥头镇　　｜　全角：备注
            　　规上工业产值　１４３．７５亿元　同比＋３．５％　；　评语，不变
            　　单位ＧＤＰ能耗　≥９６　％　位次３／９
            　　投资　＞３５０万元，完成１０２．５％
            target 2013　金华市　→　婺城区
            　　小升规　４８，２５９家

            """
        let expected = """
            2013-01..05 ! 永嘉县:桥头镇  | 全角：备注
                规上工业产值      143.75 亿元    同比 +3.5%   ；　评语，不变
                单位ＧＤＰ能耗  >= 96%           位次 3/9
                投资            > 350    万元,   完成 102.5%
            target 2013  金华市 -> 婺城区
                小升规  48,259 家

            """
        #expect(format(text) == expected)
    }

    @Test func `declarations are aligned by their keys and names, and units keep their depth`() {
        let text = """
            units 邵阳市
              双清区 \tkind 县市区,code 430502
                  城东街道  kind 街道
                 ; 说明
                 城西街道  kind 街道
              大祥区    kind   县市区、code 430503
            indicator 难题办结率 ＝ count(难题.办结)/count(难题)
              measure %
              name-en    Share of problems solved ; why
            measure 15 亩＝10000 平方米
            rule 甲   户数 = previous( 户数 )+新升规 -退库
            rule 增速平稳 warn abs( yoy(产值) )<=50 % where kind=园区,each quarter

            """
        let expected = """
            units 邵阳市
                双清区         kind 县市区, code 430502
                    城东街道   kind 街道
                    ; 说明
                    城西街道   kind 街道
                大祥区         kind 县市区, code 430503
            indicator 难题办结率 = count(难题.办结) / count(难题)
                measure  %
                name-en  Share of problems solved   ; why
            measure 15 亩 = 10000 平方米
            rule 甲              户数 = previous(户数) + 新升规 - 退库
            rule 增速平稳 warn   abs(yoy(产值)) <= 50%   where kind = 园区, each quarter

            """
        #expect(format(text) == expected)
    }
}
