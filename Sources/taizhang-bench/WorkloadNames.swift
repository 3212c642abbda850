/// The language of the generated names. Chinese is what most ledgers are written in, and three bytes a character.
enum NameStyle: String, CaseIterable {
    case zh
    case en
}

/// The names of a workload as bytes, made once so that writing a figure copies and never formats.
struct WorkloadNames {
    let district: [UInt8]
    let townships: [[UInt8]]
    let enterprises: [[UInt8]]
    let indicators: [[UInt8]]
    let measure: [UInt8]

    init(_ workload: Workload, style: NameStyle) {
        switch style {
        case .zh:
            district = Array("婺城区".utf8)
            townships = (0..<workload.townships).map { Array(Self.chineseTownship($0).utf8) }
            enterprises = Self.numbered("企业", workload.enterprises, width: 4)
            indicators = (0..<workload.indicators).map { Array(Self.chineseIndicator($0).utf8) }
            measure = Array("万元".utf8)
        case .en:
            district = Array("District".utf8)
            townships = Self.numbered("T", workload.townships, width: 2)
            enterprises = Self.numbered("E", workload.enterprises, width: 4)
            // A name with a blank before its number would be read as a name and a value.
            indicators = Self.numbered("Indicator-", workload.indicators, width: 3)
            measure = Array("CNY".utf8)
        }
    }

    private static func numbered(_ stem: String, _ count: Int, width: Int) -> [[UInt8]] {
        (0..<count).map { Array((stem + padded($0 + 1, width: width)).utf8) }
    }

    private static func padded(_ number: Int, width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func chineseTownship(_ index: Int) -> String {
        let name = townshipNames[index % townshipNames.count]
        let round = index / townshipNames.count
        return round == 0 ? name : name + padded(round + 1, width: 2)
    }

    private static func chineseIndicator(_ index: Int) -> String {
        let name = branches[index / quantities.count % branches.count] + quantities[index % quantities.count]
        let round = index / (branches.count * quantities.count)
        return round == 0 ? name : name + padded(round + 1, width: 2)
    }

    private static let townshipNames = [
        "白龙桥镇", "雅畈镇", "安地镇", "蒋堂镇", "汤溪镇", "罗埠镇", "洋埠镇", "琅琊镇", "箬阳乡", "沙畈乡",
        "塔石乡", "岭上乡", "莘畈乡", "竹马乡", "长山乡", "乾西乡", "新狮街道", "江南街道", "三江街道", "西关街道",
    ]
    private static let branches = ["工业", "农业", "商贸", "外贸", "建筑", "房产", "物流", "旅游", "科技", "能源"]
    private static let quantities = ["总产值", "增加值", "营业额", "销售额", "投资额", "利润额", "纳税额", "进口额", "出口额", "研发费"]
}
