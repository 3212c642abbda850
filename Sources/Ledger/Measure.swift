/// What sort of quantity a measure counts in: what decides which rules of growth and adding apply.
public enum MeasureKind: Sendable {
    case amount
    /// Whole things, one by one: an integer in it is exact.
    case counting
    /// %, ‰
    case percentage
    /// Percentage points: the difference of two percentages.
    case points
    /// `万元/户`
    case ratio
}

/// A measure: so many quanta of its dimension. Measures of one dimension convert into each other exactly.
public struct Measure: Named, Sendable {
    /// As figures write it, in ASCII forms.
    public var name: String
    /// `name-en`, or the built-in English name.
    public var nameEn: String?
    /// `name-zh`
    public var nameZh: String?
    /// What sort of quantity it counts in.
    public var kind: MeasureKind
    /// Equal for measures that convert into each other.
    public var dimension: Int
    /// Quanta of the dimension in one of the measure, at least 1.
    public var factor: Int64
    /// What it is amounts of, and over what; nil where it is no ratio.
    public var sides: RatioSides?

    /// Whether integers in it are exact.
    public var isCounting: Bool { kind == .counting }

    /// Whether a series in it is a rate unless its indicator says otherwise.
    public var isRate: Bool { kind == .percentage || kind == .points || kind == .ratio }
}

/// The two measures of a ratio: of `万元/户`, 万元 over 户.
public struct RatioSides: Hashable, Sendable {
    /// What stands before the slash.
    public var over: MeasureID
    /// What stands behind it.
    public var under: MeasureID

    /// Ratios of ratios may lie so many deep; none is made of itself.
    public static let deepest = 4
}
