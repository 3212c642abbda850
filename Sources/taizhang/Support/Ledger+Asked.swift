import Diagnostics
import Ledger
import Numerics
import SourceText
import Syntax

/// What `PERIOD UNIT INDICATOR` on a command line mean in a ledger; each mistake is told with the nearest names.
extension Ledger {
    func period(asked text: String) throws(UsageError) -> Period {
        guard let period = readPeriod(text, fiscalStart: fiscalStart) else {
            let examples = Localized(
                en: "periods are written 2013, 2013-H1, 2013-Q1, 2013-03, 2013-03-15 or 2013-01..05",
                zh: "期间写作 2013年、2013年上半年、2013年一季度、2013年3月、2013年1-5月 或 2013-01..05")
            let likely = likelyPeriod(text).map {
                Localized(en: "did you mean \($0.spelled(in: .english))?", zh: "是不是\($0.spelled(in: .chinese))？")
            }
            throw UsageError(
                message: Localized(en: "'\(text)' is not a period", zh: "'\(text)' 不是期间"), help: [likely, examples].compactMap { $0 })
        }
        return period
    }

    func unit(asked text: String) throws(UsageError) -> UnitID {
        switch units.find(text) {
        case .unit(let id): return id
        case .ambiguous(let candidates):
            let paths = candidates.prefix(8).map { units.path(of: $0) }
            throw UsageError(
                message: Localized(en: "\(candidates.count) units are called \(text)", zh: spaced("有 \(candidates.count) 个单位叫\(text)")),
                help: [Localized(en: "one of: \(paths.joined(separator: ", "))", zh: "请选其一：\(paths.joined(separator: "、"))")])
        case .unknown:
            let noun = Localized(en: "unit", zh: "单位")
            if let id = units.shownNames[text] { throw .shownName(text, noun, of: shortestReference(to: id)) }
            throw .unknownName(text, noun, near: similar(text, in: units.names), list: "units")
        }
    }

    func indicator(asked text: String) throws(UsageError) -> IndicatorID {
        if let id = indicators.find(text) { return id }
        let noun = Localized(en: "indicator", zh: "指标")
        if let id = indicators.shownNames[text] { throw .shownName(text, noun, of: indicators[id].name) }
        throw .unknownName(text, noun, near: similar(text, in: indicators.names), list: "indicators")
    }
}

/// Names that were mistyped, or of which only a part was typed.
private func similar(_ text: String, in names: some Sequence<String>) -> [String] {
    let near = nearest(text, in: names)
    if !near.isEmpty || text.isEmpty { return near }
    return Array(names.filter { $0.contains(text: text) }.sorted { ($0.count, $0) < ($1.count, $1) }.prefix(3))
}

extension UsageError {
    private static func unknownName(_ name: String, _ noun: Localized, help: Localized) -> UsageError {
        UsageError(message: Localized(en: "no \(noun.en) is called \(name)", zh: spaced("没有名为\(name)的\(noun.zh)")), help: [help])
    }

    fileprivate static func shownName(_ name: String, _ noun: Localized, of declared: String) -> UsageError {
        unknownName(name, noun, help: .shown(name, of: declared))
    }

    fileprivate static func unknownName(_ name: String, _ noun: Localized, near: [String], list: String) -> UsageError {
        let character = InvisibleCharacter(firstIn: name, countsIdeographicSpace: .isInvisible)
        return unknownName(
            name, noun,
            help: character?.advice ?? .didYouMean(near)
                ?? Localized(en: "all of them: taizhang list \(list)", zh: "全部名称：taizhang list \(list)"))
    }
}
