import Diagnostics
import SourceText
import Syntax

/// Builds the `IndicatorTable` from declarations: first the names, then what refers to them.
struct IndicatorTableBuilder {
    let measures: MeasureTable
    private(set) var diagnostics: [Diagnostic] = []
    private var indicators: [Indicator] = []
    private var placed: [(declaration: IndicatorDeclaration, file: FileID)] = []

    init(measures: MeasureTable) { self.measures = measures }

    mutating func build(_ declarations: [(IndicatorDeclaration, FileID)]) -> IndicatorTable {
        var firstByName: [String: SourceSpan] = [:]
        for (declaration, file) in declarations {
            let span = SourceSpan(file: file, range: declaration.name.range)
            if let first = firstByName[declaration.name.text] {
                diagnostics.append(.duplicateName(declaration.name.text, .indicator, span, first: first))
                continue
            }
            firstByName[declaration.name.text] = span
            placed.append((declaration, file))
            indicators.append(describe(declaration, file))
        }
        for (declaration, file) in placed {
            for alias in declaration.aliases {
                let span = SourceSpan(file: file, range: alias.range)
                if let first = firstByName[alias.text] {
                    diagnostics.append(.duplicateName(alias.text, .indicator, span, first: first))
                }
                firstByName[alias.text] = span
            }
        }
        let table = IndicatorTable(indicators, isInformal: false)
        for index in indicators.indices { connect(index, table) }
        inheritOverUnits()
        spreadSigns()
        refuseCircles()
        return IndicatorTable(indicators, isInformal: false)
    }

    private mutating func describe(_ declaration: IndicatorDeclaration, _ file: FileID) -> Indicator {
        var indicator = Indicator(name: declaration.name.text)
        indicator.declaredAt = SourceSpan(file: file, range: declaration.name.range)
        if let measure = declaration.measure {
            if let id = measures.find(measure.text) {
                indicator.measure = id
            } else {
                diagnostics.append(
                    .unknownMeasure(measure.text, SourceSpan(file: file, range: measure.range), among: measures.names))
            }
        }
        indicator.nature = declaration.nature ?? (measures[indicator.measure].isRate ? .rate : .flow)
        indicator.overUnits = declaration.overUnits ?? (indicator.nature == .rate ? .none : .sum)
        indicator.better = declaration.better ?? .higher
        indicator.growth = declaration.growth ?? .nominal
        indicator.addsOverTime = declaration.addsOverTime
        indicator.isSigned = declaration.isSigned
        indicator.isDeclaredSigned = declaration.isSigned
        indicator.decomposesExactly = declaration.decomposesExactly
        indicator.aliases = declaration.aliases.map(\.text)
        indicator.nameEn = declaration.nameEn
        indicator.nameZh = declaration.nameZh
        indicator.fields = declaration.fields.map { UnitField(key: $0.key.text, value: $0.value.text) }
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
        diagnostics.append(.undeclared(name.text, .indicator, SourceSpan(file: file, range: name.range), among: table.names))
        return nil
    }

    /// Parts and included indicators take the whole's `over-units` unless they state their own.
    private mutating func inheritOverUnits() {
        for (index, entry) in placed.enumerated() where entry.declaration.overUnits != nil {
            for part in indicators[index].parts.joined() + indicators[index].includes
            where placed[part.index].declaration.overUnits == nil {
                indicators[part.index].overUnits = indicators[index].overUnits
            }
        }
    }

    /// A whole with a signed part is signed; as often as the tree of indicators is deep.
    private mutating func spreadSigns() {
        indicators.spreadSigns()
    }

    /// A whole that is a part of itself, at whatever distance.
    private mutating func refuseCircles() {
        var state = Array(repeating: UInt8(0), count: indicators.count)
        for index in indicators.indices { visit(index, &state) }
    }

    private mutating func visit(_ index: Int, _ state: inout [UInt8]) {
        guard state[index] == 0 else { return }
        state[index] = 1
        for part in indicators[index].parts.joined() + indicators[index].includes {
            if state[part.index] == 1 {
                if let span = indicators[index].declaredAt {
                    diagnostics.append(.partOfItself(indicators[part.index].name, span))
                }
                indicators[index].parts.removeAll { $0.contains(part) }
                indicators[index].includes.removeAll { $0 == part }
            } else {
                visit(part.index, &state)
            }
        }
        state[index] = 2
    }
}

extension [Indicator] {
    /// Marks every whole with a signed part as signed.
    mutating func spreadSigns() {
        var changed = true
        while changed {
            changed = false
            for index in indices where !self[index].isSigned {
                if self[index].parts.joined().contains(where: { self[$0.index].isSigned }) {
                    self[index].isSigned = true
                    changed = true
                }
            }
        }
    }
}
