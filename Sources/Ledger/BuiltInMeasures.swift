/// A measure that nobody needs to declare.
struct BuiltInMeasure {
    var name: String
    /// One of it is `count` of `base` (over `per`); a base is its own.
    var count: Int64
    var per: Int64 = 1
    var base: String
    var kind: MeasureKind = .amount
    var nameEn: String?
    var nameZh: String?

    /// “Measures” in docs/format.md. A currency and its English code are one measure under two names; currencies never convert into each other.
    static let all: [BuiltInMeasure] = money + energy + mass + area + counting + rates

    private static let money: [BuiltInMeasure] =
        [
            BuiltInMeasure(name: "元", count: 1, base: "元", nameEn: "yuan"),
            BuiltInMeasure(name: "千元", count: 1_000, base: "元", nameEn: "thousand yuan"),
            BuiltInMeasure(name: "万元", count: 10_000, base: "元", nameEn: "10k yuan"),
            BuiltInMeasure(name: "亿元", count: 100_000_000, base: "元", nameEn: "100m yuan"),
            BuiltInMeasure(name: "美元", count: 1, base: "美元", nameEn: "US dollars"),
            BuiltInMeasure(name: "万美元", count: 10_000, base: "美元", nameEn: "10k US dollars"),
            BuiltInMeasure(name: "亿美元", count: 100_000_000, base: "美元", nameEn: "100m US dollars"),
        ] + currency("CNY", base: "元") + currency("USD", base: "美元") + currency("EUR", base: "EUR")

    private static func currency(_ code: String, base: String) -> [BuiltInMeasure] {
        [
            BuiltInMeasure(name: code, count: 1, base: base),
            BuiltInMeasure(name: "k\(code)", count: 1_000, base: base),
            BuiltInMeasure(name: "M\(code)", count: 1_000_000, base: base),
            BuiltInMeasure(name: "bn\(code)", count: 1_000_000_000, base: base),
        ]
    }

    private static let energy: [BuiltInMeasure] = [
        BuiltInMeasure(name: "千瓦时", count: 1, base: "千瓦时", nameEn: "kWh"),
        BuiltInMeasure(name: "万千瓦时", count: 10_000, base: "千瓦时", nameEn: "10 MWh"),
        BuiltInMeasure(name: "亿千瓦时", count: 100_000_000, base: "千瓦时", nameEn: "100 GWh"),
        BuiltInMeasure(name: "Wh", count: 1, per: 1_000, base: "千瓦时"),
        BuiltInMeasure(name: "kWh", count: 1, base: "千瓦时"),
        BuiltInMeasure(name: "MWh", count: 1_000, base: "千瓦时"),
        BuiltInMeasure(name: "GWh", count: 1_000_000, base: "千瓦时"),
        BuiltInMeasure(name: "吨标准煤", count: 1, base: "吨标准煤", nameEn: "tce"),
        BuiltInMeasure(name: "万吨标准煤", count: 10_000, base: "吨标准煤", nameEn: "10k tce"),
        BuiltInMeasure(name: "tce", count: 1, base: "吨标准煤"),
    ]

    private static let mass: [BuiltInMeasure] = [
        BuiltInMeasure(name: "吨", count: 1, base: "吨", nameEn: "t"),
        BuiltInMeasure(name: "万吨", count: 10_000, base: "吨", nameEn: "10 kt"),
        BuiltInMeasure(name: "t", count: 1, base: "吨"),
        BuiltInMeasure(name: "kt", count: 1_000, base: "吨"),
        BuiltInMeasure(name: "Mt", count: 1_000_000, base: "吨"),
    ]

    private static let area: [BuiltInMeasure] = [
        BuiltInMeasure(name: "平方米", count: 1, base: "平方米", nameEn: "m2"),
        BuiltInMeasure(name: "万平方米", count: 10_000, base: "平方米", nameEn: "10k m2"),
        BuiltInMeasure(name: "公顷", count: 10_000, base: "平方米", nameEn: "ha"),
        BuiltInMeasure(name: "平方公里", count: 1_000_000, base: "平方米", nameEn: "km2"),
        BuiltInMeasure(name: "亩", count: 10_000, per: 15, base: "平方米", nameEn: "mu"),
        BuiltInMeasure(name: "m2", count: 1, base: "平方米"),
        BuiltInMeasure(name: "ha", count: 10_000, base: "平方米"),
        BuiltInMeasure(name: "km2", count: 1_000_000, base: "平方米"),
    ]

    /// Each counts things of its own; 人 and persons, 家 and firms, 件 and items are the same things.
    private static let counting: [BuiltInMeasure] =
        [
            ("家", "firms"), ("户", "households"), ("个", ""), ("件", "items"), ("项", "projects"), ("块", "plots"), ("名", "people"),
            ("张", "sheets"), ("次", "times"), ("宗", "lots"), ("起", "incidents"), ("人", "persons"), ("cases", "cases"),
        ].map { BuiltInMeasure(name: $0.0, count: 1, base: $0.0, kind: .counting, nameEn: $0.1) }
        + [("persons", "人"), ("firms", "家"), ("items", "件")].map {
            BuiltInMeasure(name: $0.0, count: 1, base: $0.1, kind: .counting)
        } + [BuiltInMeasure(name: "万人", count: 10_000, base: "人", nameEn: "10k persons")]

    private static let rates: [BuiltInMeasure] = [
        BuiltInMeasure(name: "%", count: 1, base: "%", kind: .percentage),
        BuiltInMeasure(name: "‰", count: 1, per: 10, base: "%", kind: .percentage),
        BuiltInMeasure(name: "百分点", count: 1, base: "百分点", kind: .points, nameEn: "pp"),
        BuiltInMeasure(name: "个百分点", count: 1, base: "百分点", kind: .points, nameEn: "pp", nameZh: "百分点"),
        BuiltInMeasure(name: "pp", count: 1, base: "百分点", kind: .points, nameZh: "百分点"),
    ]
}
