import Diagnostics

extension UnitTree {
    /// The first unit that reports call so in one of the languages, by `name-en` or `name-zh`; nil where none is. Looks at every unit.
    public func unit(shownAs name: String) -> UnitID? { ids.first { self[$0].nameEn == name || self[$0].nameZh == name } }
}

extension IndicatorTable {
    /// The first indicator that reports call so in one of the languages; nil where none is. Looks at every indicator.
    public func indicator(shownAs name: String) -> IndicatorID? { ids.first { self[$0].nameEn == name || self[$0].nameZh == name } }
}

extension Localized {
    /// That a name is only for reports, and which one a ledger goes by.
    public static func shown(_ name: String, of declared: String) -> Localized {
        Localized(
            en: "\(name) is what \(declared) is shown as; write \(declared)", zh: spaced("\(name)只是\(declared)显示时的名称，请写\(declared)"))
    }
}
