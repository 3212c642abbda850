import Diagnostics
import SourceText

extension UnitTree {
    /// What reports call units in one of the languages, by `name-en` or `name-zh`; of several units the first. Looks at every unit.
    public var shownNames: NameMap<UnitID> { .shown(ids) { [self[$0].nameEn, self[$0].nameZh] } }
}

extension IndicatorTable {
    /// The same of indicators.
    public var shownNames: NameMap<IndicatorID> { .shown(ids) { [self[$0].nameEn, self[$0].nameZh] } }
}

extension NameMap {
    fileprivate static func shown(_ ids: some Sequence<Value>, _ names: (Value) -> [String?]) -> NameMap {
        var shown = NameMap()
        for id in ids { for case let name? in names(id) where shown[name] == nil { shown.set(name, id) } }
        return shown
    }
}

extension Localized {
    /// That a name is only for reports, and which one a ledger goes by.
    public static func shown(_ name: String, of declared: String) -> Localized {
        Localized(
            en: "\(name) is what \(declared) is shown as; write \(declared)", zh: spaced("\(name)只是\(declared)显示时的名称，请写\(declared)"))
    }
}
