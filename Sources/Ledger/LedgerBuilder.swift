import Diagnostics
import Numerics
import SourceText
import Syntax

/// Makes a ledger of what was read: matches names, orders figures, and reports every name that means nothing.
struct LedgerBuilder {
    let sources: SourceMap
    var pieces: [PieceSyntax]
    var diagnostics: [Diagnostic]
    /// What was worked out before; nil to work out everything.
    var cache: PieceCache?

    private let fiscalStart: Int
    private let builtIn: MeasureTableBuilder
    private var declared = Declared()

    init(_ loaded: LoadedFiles, builtIn: MeasureTableBuilder) {
        (sources, pieces, diagnostics, fiscalStart) = (loaded.sources, loaded.pieces, loaded.diagnostics, loaded.fiscalStart)
        self.builtIn = builtIn
    }

    /// Declarations by what they declare, in file order.
    struct Declared {
        var units: [(UnitDeclaration, FileID)] = []
        var indicators: [(IndicatorDeclaration, FileID)] = []
        var measures: [(MeasureDeclaration, FileID)] = []
        var items: [(ItemDeclaration, FileID)] = []
        var statements = Statements()

        mutating func add(_ placed: PlacedDeclaration, _ file: FileID) {
            switch placed.declaration {
            case .include: break
            case .unit(let unit): units.append((unit, file))
            case .indicator(let indicator): indicators.append((indicator, file))
            case .measure(let measure): measures.append((measure, file))
            case .decomposition(let names): statements.decompositions.append((names, file))
            case .phase(let phase): statements.phases.append((phase, file))
            case .rule(let rule): statements.rules.append((rule, file))
            case .assertion(let assertion): statements.assertions.append((assertion, file))
            case .register(let register): statements.registers.append((register, file))
            case .item(let item): items.append((item, file))
            }
        }
    }

    mutating func build(threads: Int, watch: (@Sendable (LoadStage) -> Void)? = nil) -> Ledger {
        watch?(.names)
        reportEmptyFiles()
        refuseTooManyFigures()
        for piece in pieces {
            for placed in piece.declarations { declared.add(placed, piece.file) }
        }
        let files = declaringFiles
        let known = cache?.names.flatMap { $0.areOf(files) && !declared.units.isEmpty && !declared.indicators.isEmpty ? $0 : nil }
        let builder = self
        let (namedUnits, named) = sideBySide(
            threads: threads, { known?.units ?? builder.buildUnits() },
            {
                let measures = builder.buildMeasures()
                return (measures: measures, indicators: builder.buildIndicators(measures.made))
            })
        let (units, measures) = (namedUnits.made, named.measures.made)
        var indicators = named.indicators.made
        for name in declared.statements.decompositions.flatMap(\.0) {
            if let id = indicators.find(name.text) { indicators.indicators[id.index].decomposesExactly = true }
        }
        watch?(.order)
        let table = indicators
        let (placed, tracked) = sideBySide(
            threads: threads, { builder.placeFigures(units, table, measures) },
            {
                Tracked(
                    registers: builder.buildRegisters(units), alike: known?.confusables ?? confusables(units, table, locate: builder.locate)
                )
            })
        for index in 0..<indicators.count where placed.findings.hasNegative[index] { indicators.indicators[index].isSigned = true }
        indicators.indicators.spreadSigns()
        let (registers, items) = tracked.registers.made
        var statements = declared.statements
        var matcher = StatementResolver(
            pieces: placed.pieces, units: units, indicators: indicators, measures: measures, registers: registers)
        matcher.resolve(&statements)
        diagnostics += namedUnits.diagnostics + named.measures.diagnostics + named.indicators.diagnostics + placed.diagnostics
        diagnostics += tracked.registers.diagnostics + matcher.diagnostics + tracked.alike
        cache?.names = KnownNames(files: files, units: namedUnits, confusables: tracked.alike)
        if indicators.isInformal { diagnostics += confusables(informal: pieces, sources) }
        let draft = Ledger(
            sources: sources, fiscalStart: fiscalStart, measures: measures, units: units, indicators: indicators, figures: placed.figures,
            registers: registers, items: items, statements: statements, diagnostics: [])
        diagnostics += placed.findings.mismatched.map { mismatch($0, draft) }
        return Ledger(
            sources: sources, fiscalStart: fiscalStart, measures: measures, units: units, indicators: indicators, figures: placed.figures,
            registers: registers, items: items, statements: statements, diagnostics: diagnostics)
    }

    /// What was made, and what was wrong on the way.
    struct Built<Made: Sendable>: Sendable {
        var made: Made
        var diagnostics: [Diagnostic]
    }

    private struct Placed: Sendable {
        var pieces: [LoadedPiece]
        var figures: FigureStore
        var findings: FigureGrouping.Findings
        var diagnostics: [Diagnostic]
    }

    /// What is told apart by name: items of registers, and names that look alike.
    private struct Tracked: Sendable {
        var registers: Built<(RegisterTable, ItemTable)>
        var alike: [Diagnostic]
    }

    /// The figures with the names on their lines matched, in the order of their periods.
    private func placeFigures(
        _ units: UnitTree, _ indicators: IndicatorTable, _ measures: MeasureTable
    ) -> Placed {
        var resolver = NameResolver(pieces: pieces, units: units, indicators: indicators, measures: measures)
        let loaded = resolver.resolve(sources: sources)
        let grouping = FigureGrouping(
            pieces: loaded, unitCount: units.count, indicatorCount: indicators.count, measures: indicators.indicators.map(\.measure),
            table: measures)
        let (figures, findings) = grouping.group()
        return Placed(pieces: loaded, figures: figures, findings: findings, diagnostics: resolver.diagnostics)
    }

    /// A figure is numbered in 32 bits.
    private static let mostFigures = Int(UInt32.max)

    private mutating func refuseTooManyFigures() {
        var figures = 0
        for (index, piece) in pieces.enumerated() {
            figures += piece.figureCount
            guard figures > Self.mostFigures else { continue }
            let span = SourceSpan(file: piece.file, range: ByteRange(0, 0))
            diagnostics.append(.tooManyFigures(span))
            return pieces.removeSubrange(index...)
        }
    }

    private mutating func reportEmptyFiles() {
        let foreign = Set(diagnostics.filter { $0.code == "syntax/encoding" }.map(\.primary.span.file))
        let broken = Set(diagnostics.filter { $0.severity == .error }.map(\.primary.span.file))
        var isEmpty = Array(repeating: true, count: sources.files.count)
        for piece in pieces where !piece.isEmpty { isEmpty[piece.file.index] = false }
        let isWholeLedger = isEmpty.allSatisfy { $0 }
        for file in sources.files where isEmpty[file.id.index] && !foreign.contains(file.id) && !broken.contains(file.id) {
            if isWholeLedger, file.id.index > 0 { continue }
            diagnostics.append(
                .emptyFile(SourceSpan(file: file.id, range: ByteRange(0, 0)), isWholeLedger: isWholeLedger))
        }
    }

    private func buildMeasures() -> Built<MeasureTable> {
        var builder = builtIn
        builder.add(declared.measures)
        var used = NameMap<Void>()
        for (indicator, _) in declared.indicators { if let measure = indicator.measure { used.set(measure.text, ()) } }
        for formula in formulas { for name in formula.sides.flatMap(\.measureNames) { used.set(name.text, ()) } }
        for piece in pieces {
            for index in 0..<piece.measureNames.count { used.set(piece.measureNames[NameID(index)], ()) }
            for target in piece.targets { if let measure = target.measure { used.set(measure.text, ()) } }
        }
        let table = builder.build(used: used)
        return Built(made: table, diagnostics: builder.diagnostics)
    }

    private var formulas: [Formula] {
        declared.indicators.compactMap(\.0.formula) + declared.statements.rules.map(\.0.formula)
            + declared.statements.assertions.map(\.0.formula)
    }

    private func buildUnits() -> Built<UnitTree> {
        var builder = UnitTreeBuilder(locate: locate)
        let tree = declared.units.isEmpty ? builder.build(informal: unitsOfFigures) : builder.build(declared.units)
        return Built(made: tree, diagnostics: builder.diagnostics)
    }

    /// Where a name of a unit stands in the header that uses it first; elsewhere its place is known.
    private func locate(_ name: String, _ noted: SourceSpan) -> SourceSpan {
        guard noted.range.isEmpty else { return noted }
        let header = HeaderLine.reread(sources[noted.file].buffer, at: noted.range.lowerBound, fiscalStart: 1)
        let names = [header.unit, header.issuer].compactMap { $0 }
        let own = names.first { UnitTree.parts(ofPath: $0.text).contains { $0.isSpelled(as: name) } } ?? names.first
        return own.map { SourceSpan(file: noted.file, range: $0.range) } ?? noted
    }

    /// In a ledger that declares no units: those that anything is said of, where it is said first.
    private var unitsOfFigures: [(String, SourceSpan)] {
        var names: [(String, SourceSpan)] = []
        // By their bytes: names that look alike are told apart, and told.
        var seen = NameTable()
        for piece in pieces {
            func note(_ id: NameID, _ line: UInt32) {
                guard seen.intern(id, of: piece.unitNames).index == names.count else { return }
                names.append((piece.unitNames[id], SourceSpan(file: piece.file, range: ByteRange(Int(line), Int(line)))))
            }
            for header in piece.headers where !header.isBroken { note(header.unit, header.line) }
            for header in piece.targetHeaders {
                for id in [header.issuer, header.unit] { if let id { note(id, header.line) } }
            }
        }
        for (item, file) in declared.items {
            for name in [item.unit] + item.events.map(\.movedTo) {
                guard let name, seen.intern(name.text).index == names.count else { continue }
                names.append((name.text, SourceSpan(file: file, range: name.range)))
            }
        }
        return names
    }

    private func buildRegisters(_ units: UnitTree) -> Built<(RegisterTable, ItemTable)> {
        var registers = RegisterTableBuilder()
        let table = registers.build(declared.statements.registers)
        var items = ItemTableBuilder(units: units, registers: table)
        let columns = items.build(declared.items)
        return Built(made: (table, columns), diagnostics: registers.diagnostics + items.diagnostics)
    }

    private func buildIndicators(_ measures: MeasureTable) -> Built<IndicatorTable> {
        if declared.indicators.isEmpty { return Built(made: IndicatorTable(informal: pieces, measures), diagnostics: []) }
        var builder = IndicatorTableBuilder(measures: measures)
        let table = builder.build(declared.indicators, pieces)
        return Built(made: table, diagnostics: builder.diagnostics)
    }

    private func mismatch(_ id: FigureID, _ ledger: Ledger) -> Diagnostic {
        let (run, row) = ledger.figures.place(of: id)
        let column = ledger.figures.layouts.table[run.layout].dropFirst(row)
        let indicator = ledger.indicators[IndicatorID(Int(column[column.startIndex].indicator))]
        let written = ledger.measures[MeasureID(Int(column[column.startIndex].measure))]
        let declared = ledger.measures[indicator.measure]
        let line = ledger.bodyLine(of: id)
        let span = SourceSpan(file: ledger.figures.file(of: id), range: line?.measure?.range ?? ByteRange(0, 0))
        let isPoints =
            [written.kind, declared.kind].contains { $0 == .points } && [written.kind, declared.kind].contains { $0 == .percentage }
        if isPoints {
            return .measurePoints(of: indicator.name, declared: declared.name, span, declaredAt: indicator.declaredAt)
        }
        return .measureMismatch(
            written.name, of: indicator.name, declared: declared.name.isEmpty ? "1" : declared.name, span,
            declaredAt: indicator.declaredAt)
    }
}
