import Diagnostics
import Numerics
import SourceText
import Syntax

/// Matches the names of every piece with what the ledger declares, each name once a piece; reports those that match nothing.
struct NameResolver: Sendable {
    let pieces: [PieceSyntax]
    let units: UnitTree
    let indicators: IndicatorTable
    let measures: MeasureTable
    private(set) var diagnostics: [Diagnostic] = []
    /// Of the piece being resolved, once asked for.
    private var pieceUses: NameUses?
    private var foundUnits = FoundNames<UnitID>()
    private var foundIndicators = FoundNames<IndicatorID>()
    private var foundMeasures = FoundNames<MeasureID>()
    /// Names that mean nothing, and units of which there are several; each is told once for a file, whatever pieces it is read in.
    private var unmatched: [UnmatchedKey: Unmatched] = [:]
    private var unitSuggestions: Suggestions
    private var indicatorSuggestions: Suggestions
    private var measureSuggestions: Suggestions
    private lazy var shownUnits = units.shownNames
    private lazy var shownIndicators = indicators.shownNames

    private struct UnmatchedKey: Hashable {
        var file: FileID
        var kind: Kind
        var name: String
    }

    enum Kind: Hashable { case unit, ambiguousUnit, indicator, measure }

    private struct Unmatched {
        var span: SourceSpan
        var lines: Int
    }

    init(pieces: [PieceSyntax], units: UnitTree, indicators: IndicatorTable, measures: MeasureTable) {
        self.pieces = pieces
        self.units = units
        self.indicators = indicators
        self.measures = measures
        unitSuggestions = Suggestions { Array(units.names) }
        indicatorSuggestions = Suggestions { Array(indicators.names) }
        measureSuggestions = Suggestions(limit: 2) { measures.names }
    }

    /// The pieces in their order; many are shared out among threads.
    mutating func resolve(sources: SourceMap) -> [LoadedPiece] {
        let shareCount = max(1, min(processorCount(), pieces.count / Self.leastShare))
        let pieces = pieces
        let start = self
        var shares: [(resolver: NameResolver, loaded: [LoadedPiece])] = Array(repeating: (start, []), count: shareCount)
        shares.withUnsafeMutableBufferPointer { shares in
            // SAFETY: every task writes its own element.
            nonisolated(unsafe) let shares = shares
            parallelFor(shareCount, threads: shareCount) { share in
                var resolver = start
                let range = pieces.count * share / shareCount..<pieces.count * (share + 1) / shareCount
                let loaded = pieces[range].map { resolver.resolve($0, sources[$0.file]) }
                shares[share] = (resolver, loaded)
            }
        }
        for share in shares {
            diagnostics += share.resolver.diagnostics
            for (key, use) in share.resolver.unmatched { note(key, use) }
        }
        // In their order, as only the first get suggestions.
        for (key, use) in unmatched.sorted(by: { SourceSpan.precedes($0.value.span, $1.value.span) }) { report(key, use) }
        return shares.flatMap(\.loaded)
    }

    /// Fewer pieces than that are not worth a thread.
    private static let leastShare = 8

    private mutating func resolve(_ piece: PieceSyntax, _ file: SourceFile) -> LoadedPiece {
        pieceUses = nil
        var unitOf: [UnitID?] = []
        for index in 0..<piece.unitNames.count { unitOf.append(unit(NameID(index), piece, file)) }
        let indicatorOf = foundIndicators.ids(of: piece.indicatorNames) { indicators.find($0) }
        for (index, id) in indicatorOf.enumerated() where id == nil { noteIndicator(NameID(index), piece, file) }
        let measureOf = foundMeasures.ids(of: piece.measureNames) { measures.find($0) }
        for (index, id) in measureOf.enumerated() where id == nil { noteMeasure(NameID(index), piece, file) }
        let broken = outsideLife(piece, unitOf, file)
        return LoadedPiece(piece, unitOf: unitOf, indicatorOf: indicatorOf, measureOf: measureOf, broken: broken)
    }

    private mutating func unit(_ name: NameID, _ piece: PieceSyntax, _ file: SourceFile) -> UnitID? {
        let number = foundUnits.number(of: name, in: piece.unitNames)
        if let id = foundUnits[number] { return id }
        let text = piece.unitNames[name]
        foundUnits[number] = text.isEmpty ? nil : self.unit(text, name, piece, file)
        return foundUnits[number]
    }

    private mutating func unit(_ text: String, _ name: NameID, _ piece: PieceSyntax, _ file: SourceFile) -> UnitID? {
        switch units.find(text) {
        case .unit(let id): return id
        // Names are taken as they come: what is not there stands in a header that could not be read, or lies too deep, and was told.
        case _ where units.isInformal: break
        case .unknown: note(.unit, text, unitUses(name, piece, file))
        case .ambiguous: note(.ambiguousUnit, text, unitUses(name, piece, file))
        }
        return nil
    }

    /// Where headers name the unit.
    private mutating func unitUses(_ name: NameID, _ piece: PieceSyntax, _ file: SourceFile) -> [SourceSpan] {
        let uses = uses(in: piece, file)
        func spans(_ lines: [Int], _ range: (HeaderLine) -> ByteRange?) -> [SourceSpan] {
            lines.compactMap { line in
                range(HeaderLine.reread(file.buffer, at: line, fiscalStart: 1)).map { SourceSpan(file: piece.file, range: $0) }
            }
        }
        return spans(uses.unitLines[name.index]) { $0.unit?.range } + spans(uses.issuerLines[name.index]) { $0.issuer?.range }
    }

    private mutating func uses(in piece: PieceSyntax, _ file: SourceFile) -> NameUses {
        if let known = pieceUses { return known }
        let uses = NameUses(piece, file.buffer)
        pieceUses = uses
        return uses
    }

    private mutating func noteIndicator(_ name: NameID, _ piece: PieceSyntax, _ file: SourceFile) {
        let lines = uses(in: piece, file).indicatorLines[name.index]
        note(.indicator, piece.indicatorNames[name], lines, piece, file) { $0.name.range }
    }

    private mutating func noteMeasure(_ name: NameID, _ piece: PieceSyntax, _ file: SourceFile) {
        let lines = uses(in: piece, file).measureLines[name.index]
        note(.measure, piece.measureNames[name], lines, piece, file) { $0.measure?.range ?? $0.name.range }
    }

    private mutating func note(
        _ kind: Kind, _ name: String, _ lines: [Int], _ piece: PieceSyntax, _ file: SourceFile, _ range: (BodyLine) -> ByteRange
    ) {
        guard let first = lines.min(), let line = BodyLine.reread(file.buffer, at: first) else { return }
        note(kind, name, SourceSpan(file: piece.file, range: range(line)), lines.count)
    }

    private mutating func note(_ kind: Kind, _ name: String, _ uses: [SourceSpan]) {
        guard let first = uses.min(by: SourceSpan.precedes) else { return }
        note(kind, name, first, uses.count)
    }

    private mutating func note(_ kind: Kind, _ name: String, _ span: SourceSpan, _ lines: Int) {
        note(UnmatchedKey(file: span.file, kind: kind, name: name), Unmatched(span: span, lines: lines))
    }

    private mutating func note(_ key: UnmatchedKey, _ use: Unmatched) {
        guard let known = unmatched[key] else {
            unmatched[key] = use
            return
        }
        let first = SourceSpan.precedes(use.span, known.span) ? use.span : known.span
        unmatched[key] = Unmatched(span: first, lines: known.lines + use.lines)
    }

    private mutating func report(_ key: UnmatchedKey, _ use: Unmatched) {
        switch key.kind {
        case .unit:
            let shown = shownUnits[key.name].map { units.shortestReference(to: $0) }
            let near = unitSuggestions.near(key.name)
            diagnostics.append(.undeclared(key.name, .unit, use.span, near: near, furtherLines: use.lines - 1, shownFor: shown))
        case .ambiguousUnit:
            guard case .ambiguous(let candidates) = units.find(key.name) else { return }
            diagnostics.append(
                .ambiguousName(key.name, use.span, candidates: candidates.map { units.path(of: $0) }, furtherLines: use.lines - 1))
        case .indicator:
            let shown = shownIndicators[key.name].map { indicators[$0].name }
            let near = indicatorSuggestions.near(key.name)
            diagnostics.append(.undeclared(key.name, .indicator, use.span, near: near, furtherLines: use.lines - 1, shownFor: shown))
        case .measure:
            let near = measureSuggestions.near(key.name)
            diagnostics.append(.unknownMeasure(key.name, use.span, near: near, furtherLines: use.lines - 1))
        }
    }

    /// Blocks of figures for a time when their unit did not exist; their figures count for nothing.
    private mutating func outsideLife(_ piece: PieceSyntax, _ unitOf: [UnitID?], _ file: SourceFile) -> Set<Int> {
        let mortal = unitOf.map { $0.map { units[$0].opened != nil || units[$0].closed != nil } ?? false }
        guard mortal.contains(true) else { return [] }
        var outside: Set<Int> = []
        for (index, header) in piece.headers.enumerated() where mortal[header.unit.index] && !header.isBroken {
            guard let id = unitOf[header.unit.index], !units.isAlive(id, in: header.period) else { continue }
            outside.insert(index)
            let line = HeaderLine.reread(file.buffer, at: Int(header.line), fiscalStart: 1)
            diagnostics.append(
                .outsideLife(
                    units[id].name, SourceSpan(file: piece.file, range: line.periodRange), opened: units[id].opened,
                    closed: units[id].closed, declared: units[id].declaredAt))
        }
        return outside
    }
}
