import Diagnostics
import Ledger
import Numerics
import Tally

/// One table of a report in the making.
struct ReportPage {
    let pages: ReportPages
    let page: ReportPages.Position
    let place: ReportPages.Place

    var report: Report { pages.report }
    var query: ReportQuery { pages.report.query }

    /// A column: a place on the column axis, and what is shown of it.
    struct ShownColumn {
        var position: ReportPages.Position
        var shown: ReportQuery.Measurement
        /// Whether the value of the same place stands just before it.
        var followsValue: Bool
    }

    /// Nil where no cell of the page has a value.
    func table(_ writer: FactWriter) -> Table? {
        let columns = kept(pages.positions(on: report.columns, at: place))
        let order = RowOrder(page: self).rows()
        let rows = order.map(\.position)
        guard !rows.isEmpty, !columns.isEmpty else { return nil }
        let styles = numberStyles(rows, columns)
        let shown = columns.flatMap(shownColumns).filter { column in
            isKept(column, rows)
        }
        var table = Table(
            title: title, subtitle: subtitle(order), columns: shown.map(column), notes: notes(shown, rows))
        table.rows = order.map { row in
            let cells = shown.map { cell(row.position, $0, styles, writer) }
            return Row(label(of: row.position), depth: row.depth, cells: cells)
        }
        if query.hasChart { draw(rows, columns, in: &table) }
        return table
    }

    /// One for each place, whatever would be shown of it; nil where no cell of the page has a value.
    func records(_ writer: RecordWriter) -> Records? {
        let columns = kept(pages.positions(on: report.columns, at: place))
        let rows = RowOrder(page: self).rows()
        guard !rows.isEmpty, !columns.isEmpty else { return nil }
        var records = Records(keys: reportRecordKeys)
        records.reserve(rows.count * columns.count)
        for row in rows {
            for column in columns {
                let place = place(row.position, column)
                records.append { writer.write(pages.fact(place), at: place, to: &$0) }
            }
        }
        return records
    }

    func place(_ row: ReportPages.Position, _ column: ReportPages.Position) -> ReportPages.Place {
        var place = place
        place.set(row)
        place.set(column)
        return place
    }

    func fact(_ row: ReportPages.Position, _ column: ReportPages.Position) -> Fact { pages.fact(place(row, column)) }

    // MARK: columns

    /// The places on the column axis with anything in them; programs get all, and a report always has its wholes.
    private func kept(_ positions: [ReportPages.Position]) -> [ReportPages.Position] {
        let rows = pages.positions(on: report.rows, at: place)
        func hasValue(_ position: ReportPages.Position) -> Bool { rows.contains { fact($0, position).hasValue } }
        guard pages.reader == .people else { return positions.contains(where: hasValue) ? positions : [] }
        guard report.columns == .period else { return positions.filter(hasValue) }
        let parts = positions.filter { !entry($0).isWhole }
        let wholes = positions.filter { entry($0).isWhole }
        let keptParts = parts.contains(where: hasValue) ? parts : []
        let keptWholes = wholes.filter(hasValue)
        let kept = keptParts + keptWholes
        return positions.filter { position in kept.contains { $0.index == position.index } }
    }

    func entry(_ position: ReportPages.Position) -> PeriodAxis.Entry { report.axes[place.indicator].entries[position.index] }

    private func shownColumns(_ position: ReportPages.Position) -> [ShownColumn] {
        var shown = query.shown
        if shown.isEmpty {
            let isNewest = report.columns == .period && position.index == report.axes[place.indicator].newestIndex
            shown = isNewest ? [.value, .yoy] : [.value]
        }
        return shown.map { ShownColumn(position: position, shown: $0, followsValue: shown.first == .value && $0 != .value) }
    }

    /// Growth that nobody asked for is left out where there is none, and so is a whole without a value.
    private func isKept(_ column: ShownColumn, _ rows: [ReportPages.Position]) -> Bool {
        if !query.shown.isEmpty { return true }
        return rows.contains { row in
            let fact = fact(row, column.position)
            return column.shown == .yoy
                ? fact.yearOnYear != nil : fact.cell.interval != nil || report.columns == .period && !isWhole(column)
        }
    }

    private func isWhole(_ column: ShownColumn) -> Bool { entry(column.position).isWhole }

    private func column(_ column: ShownColumn) -> Column {
        let name = headingLabel(of: column.position)
        guard column.shown != .value else { return Column(name) }
        let what = column.shown.heading
        if column.followsValue { return Column(what, isJoined: true) }
        return Column(Localized(en: "\(name.en) \(what.en)", zh: "\(name.zh)\(what.zh)"))
    }

    // MARK: cells

    private func numberStyles(_ rows: [ReportPages.Position], _ columns: [ReportPages.Position]) -> [Int: NumberStyle] {
        var cells: [Int: [KnownCell]] = [:]
        for row in rows {
            for column in columns {
                let place = place(row, column)
                let fact = pages.fact(place)
                cells[place.indicator, default: []] += [fact.cell] + (fact.yearToDate.map { [$0] } ?? [])
            }
        }
        return Dictionary(
            uniqueKeysWithValues: cells.map { index, cells in
                (index, NumberStyle(for: cells, factor: report.measure(at: index).factor))
            })
    }

    private func cell(
        _ row: ReportPages.Position, _ column: ShownColumn, _ styles: [Int: NumberStyle], _ writer: FactWriter
    ) -> Cell {
        let place = place(row, column.position)
        let fact = pages.fact(place)
        let id = report.indicators[place.indicator]
        let period = report.axes[place.indicator].entries[place.period].period
        let subject = report.subjects[place.unit]
        let style = styles[place.indicator] ?? NumberStyle(for: [], factor: 1)
        var cell =
            switch column.shown {
            case .value: writer.value(fact.cell, of: subject, id, period, style)
            case .yoy: writer.growth(fact.yearOnYear, of: id)
            case .pop: writer.growth(fact.periodOnPeriod, of: id)
            case .share: writer.share(fact.share)
            case .ytd:
                fact.yearToDate.map { writer.value($0, of: subject, id, report.yearToDate(period, id), style) } ?? .blank
            }
        if cell.text.en != "" { cell.source = source(of: column.shown, subject, id, period) }
        return cell
    }

    private func source(
        of shown: ReportQuery.Measurement, _ subject: ReportSubject, _ id: IndicatorID, _ period: Period
    ) -> CellSource? {
        let toDate = report.yearToDate(period, id)
        switch (subject.kind, shown) {
        case (.unit(let unit), .value): return .value(CellKey(unit, id, period))
        case (.unit(let unit), .yoy): return .yearOnYear(CellKey(unit, id, period))
        case (.unit(let unit), .pop): return .periodOnPeriod(CellKey(unit, id, period))
        case (.unit(let unit), .share): return .share(CellKey(unit, id, period))
        case (.unit(let unit), .ytd): return .value(CellKey(unit, id, toDate))
        case (.group(let units), .value): return .group(units, id, period)
        case (.group(let units), .ytd): return .group(units, id, toDate)
        case (.group(let units), .yoy): return period.lastYear.map { .groupGrowth(units, id, period, on: $0) }
        case (.group(let units), .pop): return period.previous.map { .groupGrowth(units, id, period, on: $0) }
        case (.group, .share): return nil
        }
    }

    // MARK: words

    private var title: Localized {
        switch page.axis {
        case .indicator: report.title(ofIndicator: page.index)
        case .unit: report.subjects[page.index].label
        case .period: entryText(page)
        }
    }

    /// The unit that all is about, and the period.
    private func subtitle(_ rows: [RowOrder.Entry]) -> Localized? {
        let axis = report.axes[place.indicator]
        let period = axis.whole.fullText(fiscalStart: axis.yearStart)
        let tops =
            report.rows == .unit
            ? rows.filter { $0.depth == 0 }.map(\.position.index) : report.subjects.indices.filter { report.subjects[$0].parent == nil }
        let unit = page.axis != .unit && tops.count == 1 ? report.subjects[tops[0]].label : nil
        if page.axis == .period { return unit }
        guard let unit else { return period }
        return Localized(en: "\(unit.en) \(period.en)", zh: "\(unit.zh) \(period.zh)")
    }

    private func notes(_ columns: [ShownColumn], _ rows: [ReportPages.Position]) -> [Localized] {
        guard columns.contains(where: { $0.shown == .yoy }) else { return [] }
        let isPublished = columns.contains { column in
            column.shown == .yoy
                && rows.contains { row in
                    let place = place(row, column.position)
                    let basis = report.ledger.indicators[report.indicators[place.indicator]].growth
                    return pages.fact(place).yearOnYear?.isPublished == true && basis != .nominal
                }
        }
        guard isPublished else { return [] }
        return [Localized(en: "growth as published, on a comparable basis", zh: "增速为公布数，按可比口径计算")]
    }

    private func headingLabel(of position: ReportPages.Position) -> Localized { label(of: position) }

    private func label(of position: ReportPages.Position) -> Localized {
        switch position.axis {
        case .unit: report.subjects[position.index].label
        case .indicator: report.title(ofIndicator: position.index)
        case .period: entryText(position)
        }
    }

    private func entryText(_ position: ReportPages.Position) -> Localized {
        let axis = report.axes[place.indicator]
        let entry = axis.entries[position.index]
        if !axis.isOneYear || page.axis == .period { return entry.period.fullText(fiscalStart: axis.yearStart) }
        let isStock = page.axis == .indicator && report.ledger.indicators[report.indicators[page.index]].nature == .stock
        if entry.isWhole, isStock, entry.period == axis.whole, entry.period.monthSpan?.count == 12 {
            return Localized(en: "year-end", zh: "年末")
        }
        return entry.period.heading(fiscalStart: axis.yearStart)
    }
}

extension ReportQuery.Measurement {
    var heading: Localized {
        switch self {
        case .value: Localized(en: "value", zh: "数值")
        case .yoy: Localized(en: "yoy", zh: "同比")
        case .pop: Localized(en: "pop", zh: "环比")
        case .share: Localized(en: "share", zh: "占比")
        case .ytd: Localized(en: "to date", zh: "累计")
        }
    }
}
