import Diagnostics
import Ledger
import Numerics
import Reports
import Tally

/// The periods of one indicator and unit side by side: this year's values as filled columns, last year's as outlines behind them, what the
/// target asks for as a dashed line. Drawn alike for one large chart and for many small ones.
struct PeriodChart {
    let series: ReportSeries
    /// Quanta in the measure of the axis.
    let factor: Int64
    /// What the columns are of, for who cannot see them.
    let title: String
    let description: String
    let language: Language
    /// Without axis labels, for one of many.
    var isSmall = false
    /// What many charts have in common, so that they can be compared.
    var ticks: Ticks

    init(_ series: ReportSeries, factor: Int64, title: String, description: String, language: Language, like all: [ReportSeries] = []) {
        self.series = series
        self.factor = factor
        self.title = title
        self.description = description
        self.language = language
        isSmall = !all.isEmpty
        let values = (all.isEmpty ? [series] : all).flatMap(Self.values)
        ticks = Ticks(from: values.reduce(.zero, Interval.min), to: values.reduce(.zero, Interval.max), factor: factor)
    }

    private static func values(_ series: ReportSeries) -> [Interval] {
        series.points.flatMap { [$0.now.shown, $0.before?.shown, $0.due] }.compactMap { $0?.single }
    }

    private var width: Pixels { Pixels(isSmall ? 160 : 480) }
    private var height: Pixels { Pixels(isSmall ? 84 : 230) }
    private var left: Pixels { isSmall ? Pixels(2) : Pixels(12 + 8 * (ticks.labels.map(\.count).max() ?? 1)) }
    private var top: Pixels { Pixels(isSmall ? 4 : 22) }
    private var bottom: Pixels { height - Pixels(isSmall ? 16 : 24) }

    /// The picture.
    var html: HTML {
        guard let low = ticks.values.first, let high = ticks.values.last,
            let scale = Scale(low: low, high: high, length: bottom - top)
        else { return .nothing }
        let drawing = ColumnDrawing(
            scale: scale, left: left, right: width - Pixels(4), bottom: bottom, count: max(1, series.points.count))
        var shapes: [HTML] = [.element("title", [], .text(title)), .element("desc", [], .text(description))]
        shapes += axis(drawing)
        for (index, point) in series.points.enumerated() { shapes += columns(point, index, drawing) }
        shapes += due(drawing)
        return .element(
            "svg",
            [
                Attribute("viewBox", "0 0 \(width.text) \(height.text)"), Attribute("width", width.text), Attribute("height", height.text),
                Attribute("role", "img"), Attribute("aria-label", title + ". " + description),
            ], shapes)
    }

    private func axis(_ drawing: ColumnDrawing) -> [HTML] {
        var shapes: [HTML] = []
        if !isSmall {
            for (value, label) in zip(ticks.values, ticks.labels) {
                let y = drawing.y(value)
                shapes.append(SVG.line(drawing.left, y, drawing.right, y, "axis"))
                shapes.append(SVG.text(label, drawing.left - Pixels(5), y + Pixels(4), .end))
            }
        }
        let zero = drawing.y(.zero)
        shapes.append(SVG.line(drawing.left, zero, drawing.right, zero, "zero"))
        return shapes
    }

    private func columns(_ point: ReportSeries.Point, _ index: Int, _ drawing: ColumnDrawing) -> [HTML] {
        var shapes: [HTML] = []
        let slot = drawing.slot(index)
        if let before = point.before?.shown { shapes.append(drawing.column(before, slot.before, "before")) }
        if let now = point.now.shown {
            shapes.append(drawing.column(now, slot.now, point.now.isPartial || !now.hasLow || !now.hasHigh ? "part" : "now"))
        } else {
            shapes.append(SVG.text("–", slot.middle, drawing.y(.zero) - Pixels(4), .middle))
        }
        let step = isSmall ? max(1, series.points.count - 1) : (series.points.count + 11) / 12
        if index % step == 0 {
            let label = point.label.text(in: language) + (point.now.shown == nil ? "" : point.now.statusSign)
            shapes.append(SVG.text(label, labelPlace(index, slot, drawing), height - Pixels(isSmall ? 3 : 6), anchor(index)))
        }
        return shapes
    }

    /// In a small chart the first label starts at the left edge and the last ends at the right.
    private func anchor(_ index: Int) -> SVG.Anchor {
        guard isSmall, series.points.count > 1 else { return .middle }
        return index == 0 ? .start : .end
    }

    private func labelPlace(_ index: Int, _ slot: ColumnDrawing.Slot, _ drawing: ColumnDrawing) -> Pixels {
        switch anchor(index) {
        case .start: drawing.left
        case .end: drawing.right
        case .middle: slot.middle
        }
    }

    private func due(_ drawing: ColumnDrawing) -> [HTML] {
        series.points.enumerated().compactMap { index, point in
            point.due.map { due in
                let (slot, y) = (drawing.slot(index), drawing.y(due))
                return SVG.line(slot.start, y, slot.end, y, "due")
            }
        }
    }
}

extension KnownCell {
    /// What a chart can draw: a number of any kind, but not the nothing of `n/a`.
    var shown: Interval? { isNothing && way == .nothing ? nil : interval }

    /// `!` and `?`, as in a ledger's header.
    var statusSign: String {
        switch status {
        case .preliminary: "!"
        case .estimate: "?"
        case .reported, .final: ""
        }
    }
}
