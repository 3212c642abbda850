/// A block that declares something, as written: names are not yet looked up.
public enum Declaration: Sendable {
    case include(IncludeDeclaration)
    case unit(UnitDeclaration)
    case indicator(IndicatorDeclaration)
    case measure(MeasureDeclaration)
    case phase(PhaseDeclaration)
    /// `decompose exactly INDICATOR, …`
    case decomposition([Name])
    case rule(RuleDeclaration)
    case assertion(AssertionDeclaration)
    case register(RegisterDeclaration)
    case item(ItemDeclaration)
}
