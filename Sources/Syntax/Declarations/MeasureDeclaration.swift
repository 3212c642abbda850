/// `measure 15 亩 = 10000 平方米`: `count` of the name are `equals.count` of the other.
public struct MeasureDeclaration: Sendable {
    /// The measure, in ASCII forms.
    public var name: Name
    /// How many of it are compared; nil for one.
    public var count: WrittenNumber?
    /// How many of which other they are; nil where it converts into nothing.
    public var equals: (count: WrittenNumber, measure: Name)?
    /// Integers in it are exact.
    public var isCounting = false
    /// Its name in English.
    public var nameEn: String?
    /// Its name in Chinese.
    public var nameZh: String?

    init(name: Name) { self.name = name }
}
