import SourceText
import Testing

struct NameMapTests {
    /// Names in every way of being written: composed, decomposed, compatible, wide, of one script and of several.
    private static let names = [
        "", "a", "GDP", "ＧＤＰ", "工业总产值", "工业", "工", "工业总产值（亿元）", "工业总产值(亿元)", "限上 工业", "限上　工业", "〈一〉", "〪一",
        "é", "e\u{301}", "caf\u{E9}", "cafe\u{301}", "\u{1E69}", "s\u{323}\u{307}", "s\u{307}\u{323}", "が", "か\u{3099}", "ガ", "ｶﾞ", "한",
        "\u{1112}\u{1161}\u{11AB}",
        "\u{F900}", "\u{8C48}", "\u{2F800}", "\u{4E3D}", "㐀", "丽", "🏭", "\u{212B}", "\u{C5}", "A\u{30A}", "工\u{301}", "％", "~", "～", "￥",
    ]

    @Test(arguments: names)
    func aNameIsAKeyAsItIsAString(name: String) {
        for other in Self.names {
            #expect((NameKey(name) == NameKey(other)) == (name == other), "\(name) \(other)")
            if name == other { #expect(NameKey(name).hashValue == NameKey(other).hashValue, "\(name) \(other)") }
        }
        #expect(NameKey(name).hashValue == name.hashValue)
    }

    @Test func aStringOfAnyStorageIsTheSameKey() {
        let text = "一个很长的、不能存放在字符串里面的名称"
        let slice = String((text + "尾").dropLast())
        #expect(NameKey(text) == NameKey(slice) && NameKey(text).hashValue == NameKey(slice).hashValue)
    }

    @Test func itAnswersAsADictionaryDoes() {
        var map = NameMap<Int>()
        var dictionary: [String: Int] = [:]
        for (number, name) in (Self.names + Self.names.reversed()).enumerated() {
            if number % 3 == 0 {
                map.set(name, number)
                dictionary[name] = number
            } else {
                map[name, default: 100] += number
                dictionary[name, default: 100] += number
            }
        }
        #expect(map.count == dictionary.count)
        #expect(Self.names.allSatisfy { map[$0] == dictionary[$0] })
        var firstSeen: [String] = []
        for name in Self.names where !firstSeen.contains(name) { firstSeen.append(name) }
        #expect(Array(map.names) == firstSeen)
        #expect(map["没有", default: 5] == 5 && map["没有"] == nil)
        map.removeAll()
        #expect(map.count == 0 && map["工业"] == nil && Array(map.names) == [])
        map.set("工业", 7)
        #expect(map["工业"] == 7)
    }

    @Test(arguments: [
        ("工业总产值", true), ("GDP（亿元）", true), ("é", false), ("か", false), ("ｇｄｐ～", true), ("｟", false), ("ﾞ", false), ("工\u{301}", false),
        ("\u{8C48}", true), ("\u{F900}", false),
    ])
    func whatIsSurelyCanonical(name: String, expected: Bool) {
        #expect(NameKey(name).isCanonical == expected)
    }
}
