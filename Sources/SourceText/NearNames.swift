/// The names that a mistyped one may have been meant for. They are looked for when they are first asked for: a run that shows no message
/// does not look.
public final class NearNames: Sendable {
    private let found = Once<[String]>()
    private let find: @Sendable () -> [String]

    /// Those that `find` finds.
    public init(_ find: @escaping @Sendable () -> [String]) { self.find = find }

    /// The nearest first.
    public var names: [String] { found.value(find) }
}

/// Suggests names that are there for such as are not. Each costs a comparison with every name that is there, so that only the first so many
/// get any: who has more of them wrong has something else wrong.
public struct Suggestions: Sendable {
    private let index: NameIndex
    private let limit: Int
    private var known = NameMap<NearNames>()

    /// How many different names get suggestions.
    public static let most = 200

    /// Suggests at most `limit` of these for a name. They are listed when something is first looked for.
    public init(limit: Int = 3, _ names: @escaping @Sendable () -> [String]) {
        self.limit = limit
        index = NameIndex(names)
    }

    /// What is near the name; nothing from the 201st name on.
    public mutating func near(_ name: String) -> NearNames {
        if let near = known[name] { return near }
        guard known.count < Self.most else { return NearNames { [] } }
        let near = NearNames { [index, limit] in index.nearest(name, limit) }
        known.set(name, near)
        return near
    }
}

/// Names made ready for comparisons, once.
private final class NameIndex: Sendable {
    private let ready = Once<[ComparedName]>()
    private let names: @Sendable () -> [String]

    init(_ names: @escaping @Sendable () -> [String]) { self.names = names }

    func nearest(_ name: String, _ limit: Int) -> [String] {
        SourceText.nearest(name, among: ready.value { names().map { ComparedName($0) } }, limit)
    }
}
