import Syntax

extension IndicatorTable {
    /// The indicators that body lines name, in a ledger that declares none.
    init(informal pieces: [PieceSyntax], _ measures: MeasureTable) {
        var indicators: [Indicator] = []
        var seen: Set<String> = []
        for piece in pieces {
            for index in 0..<piece.indicatorNames.count {
                let name = piece.indicatorNames[NameID(index)]
                if seen.insert(name).inserted { indicators.append(Indicator(name: name)) }
            }
        }
        self.init(indicators, isInformal: true)
        adoptMeasures(from: pieces, measures)
        for index in self.indicators.indices where measures[self.indicators[index].measure].isRate {
            self.indicators[index].nature = .rate
            self.indicators[index].overUnits = .none
        }
    }

    /// An indicator without a measure takes that of its first figure that has one, else of its first target that is an amount.
    mutating func adoptMeasures(from pieces: [PieceSyntax], _ measures: MeasureTable) {
        var missing = Set(indicators.indices.filter { indicators[$0].measure == .none && indicators[$0].formula == nil })
        for piece in pieces where !missing.isEmpty {
            let own = (0..<piece.indicatorNames.count).map { find(piece.indicatorNames[NameID($0)]) }
            if !own.contains(where: { $0.map { missing.contains($0.index) } ?? false }) { continue }
            // Layouts are numbered in the order in which they come up first.
            for column in piece.layouts.columns where column.measure > 0 {
                guard let id = own[Int(column.indicator)], missing.contains(id.index) else { continue }
                guard let measure = measures.find(piece.measureNames[NameID(Int(column.measure) - 1)]) else { continue }
                indicators[id.index].measure = measure
                missing.remove(id.index)
            }
        }
        for row in pieces.flatMap({ piece in piece.targets.map { (piece.indicatorNames[$0.indicator], $0.measure) } })
        where !missing.isEmpty {
            guard let id = find(row.0), missing.contains(id.index), let name = row.1, let measure = measures.find(name.text),
                !measures[measure].isRate
            else { continue }
            indicators[id.index].measure = measure
            missing.remove(id.index)
        }
    }
}
