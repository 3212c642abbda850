import Ledger
import SourceText
import Syntax

extension Snapshot {
    /// Every place that names this, in the order of the files. Goes by the names that each piece keeps once, so that only lines that do are
    /// read again.
    func references(to symbol: Symbol) -> [(file: FileID, mention: Mention)] {
        ledger.sources.files.flatMap { file in references(to: symbol, in: file.id).map { (file.id, $0) } }
    }

    /// The same within one file.
    func references(to symbol: Symbol, in file: FileID) -> [Mention] {
        var places = declarationMentions(in: file).filter { $0.symbol == symbol }
        let reader = FileReader(ledger: ledger, file: file)
        for piece in ledger.pieces(of: file) {
            for (start, isHeader) in lines(naming: symbol, in: piece) {
                places += reader.mentions(ofFiguresAt: start, isHeader: isHeader).filter { $0.symbol == symbol }
            }
        }
        return places.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Where the lines start that may name it.
    private func lines(naming symbol: Symbol, in piece: PieceSyntax) -> [(start: Int, isHeader: Bool)] {
        switch symbol {
        case .unit(let unit): return headers(naming: unit, piece)
        case .indicator(let id):
            let names = (0..<piece.indicatorNames.count).map { ledger.indicators.find(piece.indicatorNames[NameID($0)]) == id }
            return bodies(piece) { names[$0] }
        case .measure(let id):
            let names = (0..<piece.measureNames.count).map { ledger.measures.find(piece.measureNames[NameID($0)]) == id }
            var starts = Set(lines(in: piece) { $0.measure > 0 && names[Int($0.measure) - 1] })
            for target in piece.targets where target.measure.flatMap({ ledger.measures.find($0.text) }) == id {
                starts.insert(Int(target.line))
            }
            return starts.sorted().map { ($0, false) }
        case .register, .state, .item: return []
        }
    }

    private func headers(naming unit: UnitID, _ piece: PieceSyntax) -> [(start: Int, isHeader: Bool)] {
        let names = (0..<piece.unitNames.count).map { index in
            guard case .unit(let found) = ledger.units.find(piece.unitNames[NameID(index)]) else { return false }
            return ledger.units.lineage(of: found).contains(unit)
        }
        var starts = piece.headers.filter { names[$0.unit.index] }.map { Int($0.line) }
        for header in piece.targetHeaders where names[header.unit.index] || header.issuer.map({ names[$0.index] }) ?? false {
            starts.append(Int(header.line))
        }
        return starts.map { ($0, true) }
    }

    /// The starts of lines with a figure that are about something. Runs whose layout says nothing of it are passed over.
    private func lines(in piece: PieceSyntax, _ isMeant: (LayoutColumn) -> Bool) -> [Int] {
        let buffer = ledger.sources[piece.file].buffer
        var starts: [Int] = []
        for run in piece.runs {
            let columns = piece.layouts[run.layout]
            guard columns.contains(where: isMeant) else { continue }
            var line = Int(run.line)
            for column in columns {
                if isMeant(column) { starts.append(line) }
                line = LineShape(buffer, at: line).next
            }
        }
        return starts
    }

    /// Body lines whose indicator, or a claim's, is meant.
    private func bodies(_ piece: PieceSyntax, _ isMeant: (Int) -> Bool) -> [(start: Int, isHeader: Bool)] {
        var starts = Set(lines(in: piece) { isMeant(Int($0.indicator)) })
        for claim in piece.claims where isMeant(claim.indicator.index) || claim.claims.contains(where: { $0.of != nil }) {
            starts.insert(Int(claim.line))
        }
        for target in piece.targets where isMeant(target.indicator.index) { starts.insert(Int(target.line)) }
        return starts.sorted().map { ($0, false) }
    }
}
