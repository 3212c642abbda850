import Ledger
import Numerics
import Syntax

extension Timeline {
    /// The figures that join the two ends of a period: the fewest, and among those the narrowest. Nil where nothing joins them.
    func join(_ period: Period) -> [Step]? {
        if isChain { return chain(period).map { $0.map { Step(index: $0, isSubtracted: false) } } }
        guard let from = position(of: period.start), let to = position(of: period.end) else { return nil }
        return path(from: from, to: to)
    }

    /// The value of a period by the figures of the series alone: reported, or joined; nothing where all of them are `n/a`.
    func value(_ period: Period) -> Cell? {
        if let index = index(of: period) { return cell(index) }
        if isChain { return chain(period).map { joined($0, sum($0)) } }
        return join(period).map { steps in joined(steps.map(\.index), sum(steps)) }
    }

    /// What one figure states.
    func cell(_ index: Int) -> Cell {
        let figure = standing[index].figure
        var cell = Cell(figure.form.absence == nil ? .reported : .nothing, interval(standing[index]))
        if cell.way == .reported { (cell.reported, cell.expected) = (1, 1) }
        cell.figure = figure.id
        cell.status = figure.status
        return cell
    }

    private func joined(_ figures: some Sequence<Int>, _ sum: Interval) -> Cell {
        var cell = Cell(.nothing, sum)
        for index in figures {
            let figure = standing[index].figure
            if figure.form.absence == nil { cell.way = .joinedFigures }
            cell.status = min(cell.status, figure.status)
        }
        if cell.way == .joinedFigures { (cell.reported, cell.expected) = (1, 1) }
        return cell
    }

    func position(of day: Day) -> Int? {
        let index = days.partitioningIndex { $0 >= day }
        return index < days.count && days[index] == day ? index : nil
    }
}
