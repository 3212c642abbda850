import Diagnostics
import Numerics
import SourceText
import Syntax

/// Matches the names in targets, claims, formulas, rules and registers, and reports those that mean nothing.
struct StatementResolver {
    let pieces: [LoadedPiece]
    let units: UnitTree
    let indicators: IndicatorTable
    let measures: MeasureTable
    private(set) var diagnostics: [Diagnostic] = []
    private let registers: RegisterTable
    private var unitSuggestions: Suggestions
    private var indicatorSuggestions: Suggestions
    private var measureSuggestions: Suggestions

    init(
        pieces: [LoadedPiece], units: UnitTree, indicators: IndicatorTable, measures: MeasureTable, registers: RegisterTable
    ) {
        self.pieces = pieces
        self.units = units
        self.indicators = indicators
        self.measures = measures
        self.registers = registers
        unitSuggestions = Suggestions { Array(units.names) }
        indicatorSuggestions = Suggestions { Array(indicators.names) }
        measureSuggestions = Suggestions(limit: 2) { measures.names }
    }

    mutating func resolve(_ statements: inout Statements) {
        for piece in pieces {
            statements.targets += targets(piece)
            statements.claims += claims(piece)
        }
        check(phases: statements.phases)
        check(namesOf: statements.rules)
        for (names, file) in statements.decompositions { for name in names { check(indicator: name, file) } }
        for (rule, file) in statements.rules { check(rule.formula, file) }
        for (assertion, file) in statements.assertions {
            check(unit: assertion.unit, file)
            check(assertion.formula, file)
        }
        for indicator in indicators.indicators {
            guard let file = indicator.declaredAt?.file else { continue }
            if let formula = indicator.formula { check(formula, file) }
            for case .unit(let name) in indicator.expected.flatMap(\.from) { check(unit: name, file) }
        }
    }

    /// What breaks a rule is told and chosen by its name.
    private mutating func check(namesOf rules: [(RuleDeclaration, FileID)]) {
        var first = NameMap<SourceSpan>()
        for (rule, file) in rules {
            let span = SourceSpan(file: file, range: rule.name.range)
            if let earlier = first[rule.name.text] {
                diagnostics.append(.duplicateName(rule.name.text, .rule, span, first: earlier))
            } else {
                first.set(rule.name.text, span)
            }
        }
    }

    /// A second way for the year to fall would count by the order of the files.
    private mutating func check(phases: [(PhaseDeclaration, FileID)]) {
        var first = KeyTable<IndicatorID, (PhaseDeclaration, FileID)>()
        for (phase, file) in phases {
            check(indicator: phase.indicator, file)
            guard let id = indicators.find(phase.indicator.text) else { continue }
            guard let (earlier, place) = first[id] else {
                first.set(id, (phase, file))
                continue
            }
            guard earlier.shares.map(\.decimal) != phase.shares.map(\.decimal) else { continue }
            diagnostics.append(
                .duplicateName(
                    phase.indicator.text, .phase, SourceSpan(file: file, range: phase.indicator.range),
                    first: SourceSpan(file: place, range: earlier.indicator.range)))
        }
    }

    private mutating func targets(_ piece: LoadedPiece) -> [Target] {
        let syntax = piece.syntax
        for row in syntax.targets {
            let raw = piece.indicatorOf[row.indicator.index]
            if raw != LoadedPiece.unknown { check(measureOf: row, IndicatorID(Int(raw)), syntax.file) }
        }
        return syntax.targets.compactMap { row in
            let header = syntax.targetHeaders[row.header]
            guard let unit = piece.unitOf[header.unit.index], case let raw = piece.indicatorOf[row.indicator.index],
                raw != LoadedPiece.unknown
            else { return nil }
            let indicator = IndicatorID(Int(raw))
            return Target(
                unit: unit, issuer: header.issuer.flatMap { piece.unitOf[$0.index] }, indicator: indicator, period: header.period,
                content: row.content, measure: row.measure.flatMap { measures.find($0.text) } ?? indicators[indicator].measure,
                status: header.status, isRevision: header.isRevision, reportedOn: header.reportedOn, file: syntax.file,
                line: Int(row.line), headerLine: Int(header.line))
        }
    }

    /// A target is an amount in a measure that converts into the indicator's, or a change: in %, for a percentage in points.
    private mutating func check(measureOf row: TargetRow, _ id: IndicatorID, _ file: FileID) {
        guard let name = row.measure, let written = measures.find(name.text) else { return }
        let indicator = indicators[id]
        let (kind, declared) = (measures[written].kind, measures[indicator.measure])
        let isChange = kind == .percentage || kind == .points && declared.kind == .percentage
        guard !isChange, !measures.convert(written, indicator.measure) else { return }
        diagnostics.append(
            .measureMismatch(
                name.text, of: indicator.name, declared: declared.name.isEmpty ? "1" : declared.name,
                SourceSpan(file: file, range: name.range), declaredAt: indicator.declaredAt))
    }

    private mutating func claims(_ piece: LoadedPiece) -> [StatedClaims] {
        let syntax = piece.syntax
        var stated: [StatedClaims] = []
        for row in syntax.claims {
            for claim in row.claims {
                let raw = piece.indicatorOf[row.indicator.index]
                let id = raw == LoadedPiece.unknown ? nil : IndicatorID(Int(raw))
                if let whole = claim.of {
                    check(indicator: whole, syntax.file)
                    check(shareOf: whole, id, syntax.file)
                }
                check(measureOf: claim, id, syntax.file)
            }
            let header = piece.headers[row.header]
            guard !header.isBroken, let unit = piece.unitOf[header.unit.index], case let raw = piece.indicatorOf[row.indicator.index],
                raw != LoadedPiece.unknown
            else { continue }
            stated.append(
                StatedClaims(
                    unit: unit, indicator: IndicatorID(Int(raw)), period: header.period, status: header.status,
                    isRevision: header.isRevision, knownOn: header.reportedOn ?? header.period.lastDay, claims: row.claims,
                    file: syntax.file, line: Int(row.line)))
        }
        return stated
    }

    /// A part and its whole are measured alike.
    private mutating func check(shareOf whole: Name, _ id: IndicatorID?, _ file: FileID) {
        guard let id, let other = indicators.find(whole.text) else { return }
        let (part, all) = (measures[indicators[id].measure], measures[indicators[other].measure])
        guard !part.name.isEmpty, !all.name.isEmpty, !measures.convert(indicators[id].measure, indicators[other].measure) else { return }
        diagnostics.append(
            .shareMismatch(
                indicators[id].name, part.name, of: whole.text, all.name, SourceSpan(file: file, range: whole.range),
                declaredAt: indicators[other].declaredAt))
    }

    /// Growth, shares and completion are in % or ‰, leads and the growth of a percentage in points.
    private mutating func check(measureOf claim: Claim, _ id: IndicatorID?, _ file: FileID) {
        guard let name = claim.measure else { return }
        let span = SourceSpan(file: file, range: name.range)
        guard let written = measures.find(name.text) else {
            diagnostics.append(.unknownMeasure(name.text, span, near: measureSuggestions.near(name.text)))
            return
        }
        let kind = measures[written].kind
        if kind != .percentage, kind != .points { return diagnostics.append(.claimMeasure(name.text, span)) }
        guard let id, kind == .points, case let declared = measures[indicators[id].measure] else { return }
        // A rate that is said to have grown by some % is loose talk; an amount cannot grow by points.
        let mayBePoints =
            switch claim.kind {
            case .yoy, .pop: declared.kind == .percentage || declared.kind == .points || declared.name.isEmpty
            case .lead: true
            case .done, .share, .rank: false
            }
        if !mayBePoints { diagnostics.append(.claimPoints(span)) }
    }

    private mutating func check(_ formula: Formula, _ file: FileID) {
        for side in formula.sides { check(side, file) }
    }

    private mutating func check(_ expression: Expression, _ file: FileID) {
        for name in expression.indicatorNames { check(indicator: name, file) }
        for call in expression.registerCalls { check(call, file) }
        for name in expression.measureNames where measures.find(name.text) == nil {
            let near = measureSuggestions.near(name.text)
            diagnostics.append(.unknownMeasure(name.text, SourceSpan(file: file, range: name.range), near: near))
        }
    }

    private mutating func check(indicator name: Name, _ file: FileID) {
        if indicators.find(name.text) != nil || indicators.isInformal { return }
        let near = indicatorSuggestions.near(name.text)
        diagnostics.append(.undeclared(name.text, .indicator, SourceSpan(file: file, range: name.range), near: near))
    }

    private mutating func check(unit name: Name, _ file: FileID) {
        let span = SourceSpan(file: file, range: name.range)
        switch units.find(name.text) {
        case .unit: break
        case .ambiguous(let candidates):
            diagnostics.append(.ambiguousName(name.text, span, candidates: candidates.map { units.path(of: $0) }))
        case .unknown:
            if !units.isInformal { diagnostics.append(.undeclared(name.text, .unit, span, near: unitSuggestions.near(name.text))) }
        }
    }

    private mutating func check(_ count: RegisterCall, _ file: FileID) { diagnostics += registers.mistakes(in: count, file) }
}

extension Expression {
    /// The measures that numbers in it carry.
    var measureNames: [Name] {
        switch self {
        case .number(_, let measure): measure.map { [$0] } ?? []
        case .name: []
        case .call(_, let arguments, _, _): arguments.flatMap(\.measureNames)
        case .negation(let inner, _): inner.measureNames
        case .binary(_, let left, let right): left.measureNames + right.measureNames
        }
    }
}
