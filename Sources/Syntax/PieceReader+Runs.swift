import Numerics
import SourceText

/// How a line of a layout looked when it was read last, by its place in the piece: what the next line of the same column is compared with.
struct ExpectedLine {
    /// Where it starts.
    var start: UInt32
    /// Where its number ends.
    var tail: UInt32
    /// From its start to the end of the name; 0 where nothing can be expected.
    var nameEnd: UInt16
    /// From the end of the number to the start of the next line.
    var tailLength: UInt16

    static let nothing = ExpectedLine(start: 0, tail: 0, nameEnd: 0, tailLength: 0)

    private init(start: UInt32, tail: UInt32, nameEnd: UInt16, tailLength: UInt16) {
        self.start = start
        self.tail = tail
        self.nameEnd = nameEnd
        self.tailLength = tailLength
    }

    /// A line whose name and tail are short, as nearly all are.
    init(start: Int, nameEnd: Int, tail: Int, next: Int) {
        guard nameEnd - start <= UInt16.max, next - tail <= UInt16.max else {
            self = .nothing
            return
        }
        self.init(
            start: UInt32(start), tail: UInt32(tail), nameEnd: UInt16(nameEnd - start), tailLength: UInt16(next - tail))
    }
}

/// What has been learned of the runs of a piece.
struct KnownLayouts {
    /// By column of all layouts.
    var lines: [ExpectedLine] = []
    /// By layout: the one that came after it last.
    var successors: [LayoutID] = []
    var last: LayoutID?
    /// The columns of a run that follows no layout, and their lines.
    var newColumns: [LayoutColumn] = []
    var newLines: [ExpectedLine] = []
}

extension PieceReader {
    /// A figure as one line states it.
    struct ReadFigure {
        var column: LayoutColumn
        var mantissa: Int64
        var form: FigureForm
        /// Where the next line starts.
        var next: Int
        var expected = ExpectedLine.nothing
    }

    /// Makes sure that the figure of the line at `start` can be appended.
    mutating func openRun(at start: Int, _ header: Int) {
        if let run, run.next == start, run.header == header, !run.isFull { return }
        closeRun()
        let (mantissas, forms) = columnsWithRoom().next
        run = OpenRun(
            header: header, line: start, next: start, followed: layouts.last.map { layouts.successors[$0.index] },
            mantissas: mantissas, forms: forms)
        layouts.newColumns.removeAll(keepingCapacity: true)
        layouts.newLines.removeAll(keepingCapacity: true)
    }

    /// Appends the figure of the line for which `openRun` was called last.
    mutating func append(_ figure: ReadFigure) {
        guard let count = run?.count else { return }
        run?.mantissas[count] = figure.mantissa
        run?.forms[count] = figure.form
        run?.next = figure.next
        run?.signs |= figure.mantissa
        run?.bits |= figure.mantissa ^ figure.mantissa >> 63
        if figure.form.absence != nil { run?.hasAbsence = true }
        follow(figure, at: count)
        run?.count = count + 1
        piece.figureCount += 1
    }

    /// Goes on along the layout that the run has followed, or leaves it.
    private mutating func follow(_ figure: ReadFigure, at row: Int) {
        if let followed = run?.followed {
            let range = piece.layouts.range(of: followed)
            if row < range.count, piece.layouts.columns[range.lowerBound + row] == figure.column {
                layouts.lines[range.lowerBound + row] = figure.expected
                return
            }
            layouts.newColumns += piece.layouts.columns[range.prefix(row)]
            layouts.newLines += layouts.lines[range.prefix(row)]
            run?.followed = nil
        }
        layouts.newColumns.append(figure.column)
        layouts.newLines.append(figure.expected)
    }

    /// Hands over the run that is being read.
    mutating func closeRun() {
        guard let run, run.count > 0, let columns else {
            self.run = nil
            return
        }
        let layout = layout(of: run)
        let (mantissas, forms) = columns.handOver(run.count, bitWidth: run.bitWidth)
        if let last = layouts.last { layouts.successors[last.index] = layout }
        layouts.last = layout
        piece.runs.append(
            FigureRun(
                header: UInt32(run.header), layout: layout, firstRow: UInt32(piece.figureCount - run.count), rowCount: UInt32(run.count),
                line: UInt32(run.line), hasNegative: run.hasNegative, hasAbsence: run.hasAbsence, bitWidth: run.bitWidth,
                mantissas: mantissas, forms: forms))
        piece.headers[run.header].rowCount += UInt32(run.count)
        self.run = nil
    }

    private mutating func layout(of run: OpenRun) -> LayoutID {
        if let followed = run.followed {
            let range = piece.layouts.range(of: followed)
            if range.count == run.count { return followed }
            layouts.newColumns += piece.layouts.columns[range.prefix(run.count)]
            layouts.newLines += layouts.lines[range.prefix(run.count)]
        }
        let known = piece.layouts.count
        let layout = piece.layouts.intern(layouts.newColumns[...])
        if layout.index < known { return layout }
        layouts.lines += layouts.newLines
        layouts.successors.append(layout)
        return layout
    }

    private mutating func columnsWithRoom() -> FigureColumns {
        if let columns, columns.hasRoom { return columns }
        let next = pool.take()
        piece.figures.append(next)
        columns = next
        return next
    }
}
