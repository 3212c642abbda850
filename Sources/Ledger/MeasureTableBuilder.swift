import Diagnostics
import Numerics
import SourceText
import Syntax

/// Builds the `MeasureTable`: measures joined by conversions are one dimension, held together by exact ratios to a root (a weighted
/// union–find); then every dimension gets a quantum that divides all its measures.
struct MeasureTableBuilder {
    private struct Node {
        var name: String
        var nameEn: String?
        var nameZh: String?
        var kind: MeasureKind
        /// Index of a node nearer to the root; its own for a root.
        var parent: Int
        /// How many of the parent one of this is.
        var ratio: Fraction
        /// On a root: whether a built-in measure hangs on it.
        var isBuiltIn = false
        var declaredAt: SourceSpan?
        /// Where a conversion of another measure speaks of it.
        var mentionedAt: SourceSpan?
    }

    private var nodes: [Node] = []
    private var indexByName = NameMap<Int>()
    /// Measures with a slash in their name that are no ratios all the same.
    private var refused: [Int] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Of the measures that were known when the first unknown one came up.
    private var suggestions: Suggestions?

    /// A builder that knows the measures which nobody needs to declare, and no others; made once.
    static let builtIn = MeasureTableBuilder()

    private init() {
        _ = node("")
        for measure in BuiltInMeasure.all {
            let index = node(measure.name)
            nodes[index].kind = measure.kind
            nodes[index].nameEn = measure.nameEn
            nodes[index].nameZh = measure.nameZh
            nodes[index].isBuiltIn = true
            guard measure.base != measure.name, let ratio = Fraction(numerator: measure.count, denominator: measure.per) else { continue }
            hang(index, on: node(measure.base), ratio)
        }
    }

    /// Takes the declarations in file order: names first, so that conversions may speak of later ones.
    mutating func add(_ declarations: [(MeasureDeclaration, FileID)]) {
        for (declaration, file) in declarations { declare(declaration, file) }
        for (declaration, _) in declarations where !declaration.isCounting && ratio(declaration.name.text) != nil {
            nodes[node(declaration.name.text)].kind = .ratio
        }
        for (declaration, file) in declarations { convert(declaration, file) }
        for index in nodes.indices { flatten(index) }
        refuseRatios()
    }

    private mutating func declare(_ declaration: MeasureDeclaration, _ file: FileID) {
        let index = node(declaration.name.text)
        if declaration.isCounting {
            if nodes[index].isBuiltIn, nodes[index].kind != .counting {
                diagnostics.append(.measureNotCounting(declaration.name.text, SourceSpan(file: file, range: declaration.name.range)))
            } else {
                nodes[index].kind = .counting
            }
        }
        nodes[index].nameEn = declaration.nameEn ?? nodes[index].nameEn
        nodes[index].nameZh = declaration.nameZh ?? nodes[index].nameZh
        if nodes[index].declaredAt == nil { nodes[index].declaredAt = SourceSpan(file: file, range: declaration.name.range) }
    }

    private mutating func convert(_ declaration: MeasureDeclaration, _ file: FileID) {
        guard let (count, other) = declaration.equals else { return }
        let span = SourceSpan(file: file, range: declaration.name.range.union(other.range))
        guard isKnown(other.text) else {
            if suggestions == nil { suggestions = Suggestions(limit: 2) { [names] in names } }
            let near = suggestions?.near(other.text) ?? NearNames { [] }
            diagnostics.append(.unknownMeasure(other.text, SourceSpan(file: file, range: other.range), near: near))
            return
        }
        let base = node(other.text)
        if nodes[base].declaredAt == nil, self.ratio(other.text) != nil { nodes[base].kind = .ratio }
        if nodes[base].mentionedAt == nil { nodes[base].mentionedAt = SourceSpan(file: file, range: other.range) }
        let index = node(declaration.name.text)
        guard let ratio = count.decimal.divided(by: declaration.count?.decimal ?? Decimal(mantissa: 1, scale: 0)) else {
            diagnostics.append(.measureTooExtreme(span))
            return
        }
        switch join(index, base, ratio) {
        case .joined, .agrees: break
        case .overflows: diagnostics.append(.measureTooExtreme(span))
        case .contradicts(let known):
            let own = SourceSpan(file: file, range: declaration.name.range)
            let earlier = index == base ? nil : nodes[index].declaredAt.flatMap { $0 == own ? nil : $0 }
            diagnostics.append(
                .measureConflict(declaration.name.text, other.text, span, known: known, earlier: earlier))
        }
    }

    /// Measures of the ledger that are ratios, such as `万元/户`; call after `add`.
    func ratio(_ name: String) -> (over: String, under: String)? {
        guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let over = String(name[..<slash])
        let under = String(name[name.utf8.index(after: slash)...])
        guard indexByName[over] != nil, indexByName[under] != nil else { return nil }
        if !refused.isEmpty, let index = indexByName[name], refused.contains(index) { return nil }
        return (over, under)
    }

    private func sides(_ name: String) -> RatioSides? {
        guard let (over, under) = ratio(name), let a = indexByName[over], let b = indexByName[under] else { return nil }
        return RatioSides(over: MeasureID(a), under: MeasureID(b))
    }

    /// A ratio that would be made of itself stays a measure like any other.
    private mutating func refuseRatios() {
        let ratios = nodes.indices.compactMap { index in
            sides(nodes[index].name).map { sides in
                RatioGraph.Ratio(
                    measure: index, dimension: find(index).root, sides: [sides.over, sides.under].map { find($0.index).root })
            }
        }
        for (index, reason) in RatioGraph(ratios, dimensionCount: nodes.count).refused {
            refused.append(index)
            if nodes[index].kind == .ratio { nodes[index].kind = .amount }
            guard let span = nodes[index].declaredAt ?? nodes[index].mentionedAt else { continue }
            diagnostics.append(reason == .circle ? .ratioOfItself(nodes[index].name, span) : .ratiosTooDeep(span))
        }
    }

    func isKnown(_ name: String) -> Bool { indexByName[name] != nil || ratio(name) != nil }

    var names: [String] { nodes.dropFirst().map(\.name) }

    /// The table, with the ratios among `used` added.
    mutating func build(used: NameMap<Void>) -> MeasureTable {
        let simple = nodes.count
        var measures: [Measure] = []
        var ratioToRoot: [(dimension: String, ratio: Fraction)] = []
        for index in 0..<simple {
            let (root, ratio) = find(index)
            if ratio == nil, let span = nodes[index].declaredAt { diagnostics.append(.measureTooExtreme(span)) }
            ratioToRoot.append((nodes[root].name, ratio ?? .one))
            measures.append(measure(nodes[index]))
        }
        for index in 0..<simple { settleRatio(index, &ratioToRoot) }
        for name in used.names.sorted() where indexByName[name] == nil {
            guard let (over, under) = ratio(name), let a = indexByName[over], let b = indexByName[under] else { continue }
            guard let quotient = ratioToRoot[a].ratio.divided(by: ratioToRoot[b].ratio) else { continue }
            ratioToRoot.append(("\(ratioToRoot[a].dimension)/\(ratioToRoot[b].dimension)", quotient))
            measures.append(ratioMeasure(name, nodes[a], nodes[b]))
        }
        setQuanta(&measures, ratioToRoot)
        return MeasureTable(measures)
    }

    /// A declared ratio is one of its two sides: `万元/户` converts into `元/户` whether or not either is declared.
    private func settleRatio(_ index: Int, _ ratioToRoot: inout [(dimension: String, ratio: Fraction)]) {
        let root = find(index).root
        guard let (over, under) = ratio(nodes[root].name), let a = indexByName[over], let b = indexByName[under],
            let quotient = ratioToRoot[a].ratio.divided(by: ratioToRoot[b].ratio),
            let ratio = find(index).ratio?.multiplied(by: quotient)
        else { return }
        ratioToRoot[index] = ("\(ratioToRoot[a].dimension)/\(ratioToRoot[b].dimension)", ratio)
    }

    private func measure(_ node: Node) -> Measure {
        Measure(
            name: node.name, nameEn: node.nameEn, nameZh: node.nameZh, kind: node.kind, dimension: 0, factor: 1, sides: sides(node.name))
    }

    private func ratioMeasure(_ name: String, _ over: Node, _ under: Node) -> Measure {
        Measure(
            name: name, nameEn: "\(over.nameEn ?? over.name)/\(under.nameEn ?? under.name)", nameZh: nil, kind: .ratio, dimension: 0,
            factor: 1, sides: sides(name))
    }

    /// The quantum of a dimension is the root over the least common multiple of the denominators.
    private mutating func setQuanta(_ measures: inout [Measure], _ ratios: [(dimension: String, ratio: Fraction)]) {
        var dimensions = NameMap<Int>()
        var quantaPerRoot: [Int64] = []
        for (name, ratio) in ratios {
            let index = dimensions[name] ?? dimensions.count
            if index == quantaPerRoot.count {
                dimensions.set(name, index)
                quantaPerRoot.append(1)
            }
            quantaPerRoot[index] = leastCommonMultiple(quantaPerRoot[index], ratio.denominator) ?? quantaPerRoot[index]
        }
        for index in measures.indices {
            let dimension = dimensions[ratios[index].dimension] ?? 0
            measures[index].dimension = dimension
            let factor = Fraction(quantaPerRoot[dimension]).multiplied(by: ratios[index].ratio)
            guard let factor, factor.denominator == 1, factor.numerator <= Self.largestFactor else {
                reportExtreme(index, ratios)
                measures[index].factor = 1
                continue
            }
            measures[index].factor = factor.numerator
        }
    }

    /// Blames the measure itself, or, where it is a built-in one, the declared one of its dimension that is the least even.
    private mutating func reportExtreme(_ index: Int, _ ratios: [(dimension: String, ratio: Fraction)]) {
        let rivals = nodes.indices.filter { ratios[$0].dimension == ratios[index].dimension && nodes[$0].declaredAt != nil }
        let blamed =
            index < nodes.count && nodes[index].declaredAt != nil
            ? index : rivals.max { ratios[$0].ratio.denominator < ratios[$1].ratio.denominator }
        guard let span = blamed.flatMap({ nodes[$0].declaredAt }) else { return }
        let diagnostic = Diagnostic.measureTooExtreme(span)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    /// Leaves room for numbers of 18 digits and sums of them within the limits of an `Interval`.
    private static let largestFactor: Int64 = 1_000_000_000_000_000

    private mutating func node(_ name: String) -> Int {
        if let index = indexByName[name] { return index }
        let index = nodes.count
        indexByName.set(name, index)
        nodes.append(Node(name: name, kind: .amount, parent: index, ratio: .one))
        return index
    }

    private enum Joining {
        case joined, agrees, overflows
        /// How many of the other one is already known to be; nil where both are built in and do not convert.
        case contradicts(Fraction?)
    }

    /// One of `a` is `ratio` of `b`.
    private mutating func join(_ a: Int, _ b: Int, _ ratio: Fraction) -> Joining {
        flatten(a)
        flatten(b)
        let (rootA, fromA) = find(a)
        let (rootB, fromB) = find(b)
        guard let fromA, let fromB, let viaB = ratio.multiplied(by: fromB) else { return .overflows }
        if rootA == rootB { return viaB == fromA ? .agrees : .contradicts(fromA.divided(by: fromB)) }
        // Built-in measures have their meaning; currencies above all never convert into each other.
        if nodes[rootA].isBuiltIn, nodes[rootB].isBuiltIn { return .contradicts(nil) }
        guard let rootRatio = viaB.divided(by: fromA) else { return .overflows }
        hang(rootA, on: rootB, rootRatio)
        return .joined
    }

    private mutating func hang(_ root: Int, on other: Int, _ ratio: Fraction) {
        nodes[root].parent = other
        nodes[root].ratio = ratio
        nodes[other].isBuiltIn = nodes[other].isBuiltIn || nodes[root].isBuiltIn
    }

    /// Hangs it, and all on the way, on its root itself: a long chain is walked once. What cannot be kept exactly hangs as it did.
    private mutating func flatten(_ index: Int) {
        var way: [Int] = []
        var root = index
        while nodes[root].parent != root {
            way.append(root)
            root = nodes[root].parent
        }
        // From the root down, each upon one that hangs on the root.
        for node in way.dropLast().reversed() where nodes[nodes[node].parent].parent == root {
            guard let ratio = nodes[node].ratio.multiplied(by: nodes[nodes[node].parent].ratio) else { continue }
            (nodes[node].parent, nodes[node].ratio) = (root, ratio)
        }
    }

    /// How many of its root one is; nil where that cannot be kept exactly.
    private func find(_ index: Int) -> (root: Int, ratio: Fraction?) {
        var index = index
        var ratio: Fraction? = .one
        while nodes[index].parent != index {
            ratio = ratio?.multiplied(by: nodes[index].ratio)
            index = nodes[index].parent
        }
        return (index, ratio)
    }
}

extension Decimal {
    /// Nil where the exact ratio does not fit.
    fileprivate func divided(by other: Decimal) -> Fraction? {
        guard let top = Fraction(numerator: mantissa, denominator: powerOfTen64(scale)),
            let bottom = Fraction(numerator: other.mantissa, denominator: powerOfTen64(other.scale))
        else { return nil }
        return top.divided(by: bottom)
    }

    private func powerOfTen64(_ exponent: UInt8) -> Int64 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
