import Diagnostics
import Ledger
import Numerics
import Reports
import SourceText

/// Makes the tables of `list`.
struct Lister {
    let ledger: Ledger
    var conditions: [FieldCondition] = []

    func table(of subject: ListSubject) -> Table {
        switch subject {
        case .units: units()
        case .indicators: indicators()
        case .measures: measures()
        case .registers: registers()
        case .files: files()
        case .periods: periods()
        }
    }

    private func isWanted(_ fields: [UnitField]) -> Bool { conditions.allSatisfy { $0.holds(fields) } }

    /// As a tree; under a condition those that fit it, by their paths.
    private func units() -> Table {
        let keys = Self.keys(of: ledger.units.units.map(\.fields))
        var table = Table(
            title: Localized(en: "Units", zh: "单位"),
            columns: keys.map { Column(Unit.keyName($0), alignment: .leading) } + [
                Column(Localized(en: "life", zh: "存续"), alignment: .leading),
                Column(Localized(en: "figures", zh: "数据"), alignment: .trailing),
            ], recordKeys: ["path", "name", "name_en", "parent"] + keys + ["opened", "closed", "figures"])
        func add(_ id: UnitID, depth: Int) {
            let unit = ledger.units[id]
            if isWanted(unit.fields) {
                let label = conditions.isEmpty ? name(unit) : Localized(verbatim: ledger.units.path(of: id))
                table.rows.append(row(id, label, keys, depth: conditions.isEmpty ? depth : 0))
            }
            for below in ledger.units.subUnits(of: id) { add(below, depth: depth + 1) }
        }
        for root in ledger.units.roots { add(root, depth: 0) }
        return table
    }

    private func name(_ unit: Unit) -> Localized {
        Localized(en: unit.displayName(in: .english), zh: unit.displayName(in: .chinese))
    }

    private func row(_ id: UnitID, _ label: Localized, _ keys: [String], depth: Int) -> Row {
        let unit = ledger.units[id]
        let figures = ledger.figures.seriesIDs(of: id).reduce(0) { $0 + Int(ledger.figures[SeriesID($1)].count) }
        let opened = unit.opened?.description
        let closed = unit.closed?.advanced(by: -1).description
        let life = opened == nil && closed == nil ? "" : "\(opened ?? "") – \(closed ?? "")"
        let apart = Localized(en: "apart", zh: "单列")
        let state = unit.isApart ? apart : Localized(verbatim: life.trimmedEnd)
        var fields: [Reports.Field] = [
            .text("path", ledger.units.path(of: id)), .text("name", unit.name), .text("name_en", unit.nameEn),
            .text("parent", unit.parent.map { ledger.units.path(of: $0) }), .text("opened", opened), .text("closed", closed),
            .number("figures", String(figures)),
        ]
        let values = Dictionary(unit.fields.map { ($0.key, $0.value) }) { first, _ in first }
        fields += keys.map { .text($0, values[$0]) }
        return Row(
            label, depth: depth,
            cells: keys.map { Cell(values[$0] ?? "") } + [Cell(state), Cell(figures == 0 ? "" : grouped(figures))],
            fields: fields
        ).withRecord()
    }

    private func indicators() -> Table {
        var table = Table(
            title: Localized(en: "Indicators", zh: "指标"),
            columns: [
                Column(Localized(en: "measure", zh: "计量"), alignment: .leading),
                Column(Localized(en: "nature", zh: "性质"), alignment: .leading),
                Column(Localized(en: "better", zh: "方向"), alignment: .leading),
                Column(Localized(en: "growth", zh: "增速"), alignment: .leading),
                Column(Localized(en: "figures", zh: "数据"), alignment: .trailing),
            ], recordKeys: ["name", "name_en", "measure", "nature", "better", "growth", "formula", "figures"])
        var counts = Array(repeating: 0, count: ledger.indicators.count)
        for series in ledger.figures.series { counts[series.indicator.index] += Int(series.count) }
        for id in ledger.indicators.ids {
            let indicator = ledger.indicators[id]
            guard isWanted(indicator.fields) else { continue }
            let measure = ledger.measures[indicator.measure]
            let words = IndicatorWords(indicator)
            let count = counts[id.index]
            table.rows.append(
                Row(
                    Localized(en: indicator.displayName(in: .english), zh: indicator.displayName(in: .chinese)),
                    cells: [
                        Cell(Localized(en: measure.displayName(in: .english), zh: measure.displayName(in: .chinese))), Cell(words.nature),
                        Cell(words.better), Cell(words.growth), Cell(count == 0 ? "" : grouped(count)),
                    ],
                    fields: [
                        .text("name", indicator.name), .text("name_en", indicator.nameEn),
                        .text("measure", measure.name.isEmpty ? nil : measure.name), .text("nature", indicator.nature.rawValue),
                        .text("better", indicator.better.rawValue), .text("growth", indicator.growth.rawValue),
                        .text("formula", indicator.formula == nil ? "no" : "yes"), .number("figures", String(count)),
                    ]
                ).withRecord())
        }
        return table
    }

    /// Those that the ledger uses or declares itself.
    private func measures() -> Table {
        var table = Table(
            title: Localized(en: "Measures in use", zh: "所用计量"),
            columns: [
                Column(Localized(en: "kind", zh: "种类"), alignment: .leading),
                Column(Localized(en: "indicators", zh: "指标"), alignment: .trailing),
            ], recordKeys: ["name", "name_en", "kind", "indicators"])
        var counts: [MeasureID: Int] = [:]
        for indicator in ledger.indicators.indicators where indicator.measure != .none { counts[indicator.measure, default: 0] += 1 }
        for (id, count) in counts.sorted(by: { $0.key.index < $1.key.index }) {
            let measure = ledger.measures[id]
            table.rows.append(
                Row(
                    Localized(en: measure.displayName(in: .english), zh: measure.displayName(in: .chinese)),
                    cells: [Cell(measure.kind.name), Cell(grouped(count))],
                    fields: [
                        .text("name", measure.name), .text("name_en", measure.nameEn), .text("kind", measure.kind.name.en),
                        .number("indicators", String(count)),
                    ]
                ).withRecord())
        }
        return table
    }

    private static func keys(of fields: [[UnitField]]) -> [String] {
        var seen: Set<String> = []
        return fields.joined().map(\.key).filter { seen.insert($0).inserted }
    }
}

extension Row {
    /// The row makes one record, of its own fields: no cell adds any.
    func withRecord() -> Row {
        var row = self
        if !row.cells.isEmpty { row.cells[0].fields = [] }
        return row
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
