/// `indicator NAME [= FORMULA]`, or a line of an `indicators` block.
public struct IndicatorDeclaration: Sendable {
    /// What figures call it.
    public var name: Name
    /// What it is computed by; nil where it is reported.
    public var formula: Formula?
    /// What its figures are in, in ASCII forms; nil where nothing was said.
    public var measure: Name?
    /// Nil where nothing was said.
    public var nature: Nature?
    /// Nil where nothing was said.
    public var better: Direction?
    /// Nil where nothing was said.
    public var growth: GrowthBasis?
    /// Nil where nothing was said.
    public var overUnits: OverUnits?
    /// `over-time none`
    public var addsOverTime = true
    /// May be negative.
    public var isSigned = false
    /// `decompose exactly`: sub-units are given no more than their unit was.
    public var decomposesExactly = false
    /// Other names for it.
    public var aliases: [Name] = []
    /// Its name in English.
    public var nameEn: String?
    /// Its name in Chinese.
    public var nameZh: String?
    /// What it is grouped and filtered by.
    public var fields: [Field] = []
    /// One list per `parts` line: a breakdown of the same whole.
    public var parts: [[Name]] = []
    /// Named parts that do not make the whole.
    public var includes: [Name] = []
    /// One per `expected` line.
    public var expected: [Expectation] = []

    init(name: Name) { self.name = name }
}
