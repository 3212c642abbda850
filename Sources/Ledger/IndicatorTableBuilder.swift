import Diagnostics
import SourceText
import Syntax

/// Builds the `IndicatorTable` from declarations: first the names, then what refers to them.
struct IndicatorTableBuilder {
    let measures: MeasureTable
    private(set) var diagnostics: [Diagnostic] = []
    private var indicators: [Indicator] = []
    private var placed: [(declaration: IndicatorDeclaration, file: FileID)] = []
    private var measureSuggestions: Suggestions
    private var indicatorSuggestions = Suggestions { [] }

    init(measures: MeasureTable) {
        self.measures = measures
        measureSuggestions = Suggestions(limit: 2) { measures.names }
    }

    /// `pieces` settle the measure of an indicator that declares none.
    mutating func build(_ declarations: [(IndicatorDeclaration, FileID)], _ pieces: [PieceSyntax]) -> IndicatorTable {
        var names = FirstNames()
        for (declaration, file) in declarations {
            guard names.add(declaration.name, file, &diagnostics) else { continue }
            placed.append((declaration, file))
            indicators.append(describe(declaration, file))
        }
        for (declaration, file) in placed {
            for alias in declaration.aliases { _ = names.add(alias, file, &diagnostics) }
        }
        var table = IndicatorTable(indicators, isInformal: false)
        table.adoptMeasures(from: pieces, measures)
        indicators = table.indicators
        indicatorSuggestions = Suggestions { [table] in Array(table.names) }
        for index in indicators.indices { connect(index, table) }
        refuseCircles()
        settleMeasures()
        inheritOverUnits()
        indicators.spreadSigns()
        return IndicatorTable(indicators, isInformal: false)
    }

    /// Names and aliases with the places that first give them.
    private struct FirstNames {
        private var first = NameMap<(name: Name, span: SourceSpan)>()

        /// False where the name is taken. Equality of strings is canonical equivalence, so that names which only look alike are told apart here.
        mutating func add(_ name: Name, _ file: FileID, _ diagnostics: inout [Diagnostic]) -> Bool {
            let span = SourceSpan(file: file, range: name.range)
            guard let earlier = first[name.text] else {
                first.set(name.text, (name, span))
                return true
            }
            diagnostics.append(
                earlier.name.text.isSpelled(as: name.text)
                    ? .duplicateName(name.text, .indicator, span, first: earlier.span)
                    : .confusable(name.text, earlier.name.text, span, first: earlier.span))
            return false
        }
    }

    private mutating func describe(_ declaration: IndicatorDeclaration, _ file: FileID) -> Indicator {
        var indicator = Indicator(name: declaration.name.text)
        indicator.declaredAt = SourceSpan(file: file, range: declaration.name.range)
        if let measure = declaration.measure {
            if let id = measures.find(measure.text) {
                indicator.measure = id
            } else {
                let near = measureSuggestions.near(measure.text)
                diagnostics.append(.unknownMeasure(measure.text, SourceSpan(file: file, range: measure.range), near: near))
            }
        }
        indicator.better = declaration.better ?? .higher
        indicator.growth = declaration.growth ?? .nominal
        indicator.addsOverTime = declaration.addsOverTime
        indicator.isSigned = declaration.isSigned
        indicator.isDeclaredSigned = declaration.isSigned
        indicator.decomposesExactly = declaration.decomposesExactly
        indicator.aliases = declaration.aliases.map(\.text)
        indicator.nameEn = declaration.nameEn
        indicator.nameZh = declaration.nameZh
        indicator.fields = declaration.fields.map { UnitField(key: Unit.canonicalKey($0.key.text), value: $0.value.text) }
        indicator.formula = declaration.formula
        indicator.expected = declaration.expected
        return indicator
    }

    private mutating func connect(_ index: Int, _ table: IndicatorTable) {
        let (declaration, file) = placed[index]
        for names in declaration.parts {
            let parts = names.compactMap { find($0, file, table) }
            if parts.count == names.count { indicators[index].parts.append(parts) }
        }
        indicators[index].includes = declaration.includes.compactMap { find($0, file, table) }
    }

    private mutating func find(_ name: Name, _ file: FileID, _ table: IndicatorTable) -> IndicatorID? {
        if let id = table.find(name.text) { return id }
        let near = indicatorSuggestions.near(name.text)
        diagnostics.append(.undeclared(name.text, .indicator, SourceSpan(file: file, range: name.range), near: near))
        return nil
    }

    /// A whole without a measure takes that of its first part that has one, then a part without one that of its whole; a part whose measure
    /// does not convert makes no sum. What is left of the defaults depends on the measure.
    private mutating func settleMeasures() {
        let order = wholesFirst
        for index in order.reversed() where indicators[index].measure == .none && indicators[index].formula == nil {
            let measured = indicators[index].parts.joined().first { indicators[$0.index].measure != .none }
            indicators[index].measure = measured.map { indicators[$0.index].measure } ?? .none
        }
        for index in order {
            let parts = indicators[index].parts.joined() + indicators[index].includes
            let measure = indicators[index].measure
            for part in Set(parts).sorted() where indicators[part.index].formula == nil {
                if indicators[part.index].measure == .none { indicators[part.index].measure = measure }
                if !measures.convert(indicators[part.index].measure, measure) { refuse(part, of: index) }
            }
        }
        for (index, entry) in placed.enumerated() {
            let isRate = measures[indicators[index].measure].isRate
            indicators[index].nature = entry.declaration.nature ?? (isRate ? .rate : entry.declaration.formula?.countedNature ?? .flow)
            indicators[index].overUnits = entry.declaration.overUnits ?? (indicators[index].nature == .rate ? .none : .sum)
        }
    }

    private mutating func refuse(_ part: IndicatorID, of index: Int) {
        let (declaration, file) = placed[index]
        let names = declaration.parts.joined() + declaration.includes
        let called = Set([indicators[part.index].name] + indicators[part.index].aliases)
        let span = SourceSpan(file: file, range: (names.first { called.contains($0.text) } ?? declaration.name).range)
        let (own, whole) = (measures[indicators[part.index].measure], measures[indicators[index].measure])
        let kinds = [own.kind, whole.kind]
        diagnostics.append(
            kinds.contains { $0 == .points } && kinds.contains { $0 == .percentage }
                ? .measurePoints(of: indicators[index].name, declared: whole.name, span, declaredAt: indicators[index].declaredAt)
                : .measureMismatch(
                    own.name.isEmpty ? "1" : own.name, of: indicators[index].name, declared: whole.name.isEmpty ? "1" : whole.name, span,
                    declaredAt: indicators[index].declaredAt))
        indicators[index].parts.removeAll { $0.contains(part) }
        indicators[index].includes.removeAll { $0 == part }
    }

    /// All indicators, every whole before its parts; there are no circles any more.
    private var wholesFirst: [Int] { PartsWalk(indicators, from: indicators.indices.reversed()).partsFirst.reversed() }

    /// Parts and included indicators take the whole's `over-units` unless they state their own; of several wholes the first declared.
    private mutating func inheritOverUnits() {
        var stated = placed.map { $0.declaration.overUnits != nil }
        for index in wholesFirst where stated[index] {
            for part in indicators[index].parts.joined() + indicators[index].includes where !stated[part.index] {
                indicators[part.index].overUnits = indicators[index].overUnits
                stated[part.index] = true
            }
        }
    }

    /// Wholes that are parts of themselves, at whatever distance, are made of nothing that leads back to them.
    private mutating func refuseCircles() {
        let circles = Circles(indicators.map { ($0.parts.joined() + $0.includes).map(\.index) })
        for circle in circles.shortest({ indicators[$0].name }) {
            guard let first = circle.first, let span = circle.last.flatMap({ indicators[$0].declaredAt }) else { continue }
            diagnostics.append(.partOfItself(indicators[first].name, span))
        }
        for index in indicators.indices {
            indicators[index].parts.removeAll { $0.contains { circles.holds(index, $0.index) } }
            indicators[index].includes.removeAll { circles.holds(index, $0.index) }
        }
    }
}

extension Formula {
    /// Of what is counted from registers alone: items that stand somewhere are a stock, what comes and goes is a flow, a mean of days neither.
    /// Nil where anything else enters.
    fileprivate var countedNature: Nature? {
        let functions = sides.flatMap(\.registerCalls).map(\.function)
        guard !functions.isEmpty, sides.allSatisfy(\.indicatorNames.isEmpty) else { return nil }
        return functions.contains(.days) ? .rate : functions.allSatisfy { $0 == .count } ? .stock : .flow
    }
}
