import Numerics
import SourceText
import Syntax

extension FigureStore {
    /// The file that a figure stands in.
    public func file(of id: FigureID) -> FileID { pieces[Int(place(of: id).run.piece)].syntax.file }

    /// Where the figure's line starts in its file, whose text this is.
    public func line(of id: FigureID, in text: SourceBuffer) -> Int {
        let (run, row) = place(of: id)
        return read(run).line(ofRow: row, in: text)
    }

    /// Where the header above the figure starts in its file.
    public func headerLine(of id: FigureID) -> Int {
        let run = place(of: id).run
        return Int(pieces[Int(run.piece)].headers[Int(read(run).header)].line)
    }

    /// The period of the header above the figure.
    public func period(of id: FigureID) -> Period { place(of: id).run.period }

    /// What a figure measures; nil where its line names no indicator of the ledger.
    public func indicator(of id: FigureID) -> IndicatorID? {
        let raw = column(of: id).indicator
        return raw == LoadedPiece.unknown ? nil : IndicatorID(Int(raw))
    }

    /// The measure written on the figure's line; nil where none of the ledger is.
    public func writtenMeasure(of id: FigureID) -> MeasureID? {
        let (run, row) = place(of: id)
        return writtenMeasure(run, row)
    }

    /// The status of a figure, and whether it is a revision.
    public func firmness(of id: FigureID) -> Firmness {
        let run = place(of: id).run
        return Firmness(status: run.status, isRevision: run.isRevision)
    }

    /// The day from which it is known.
    public func knownOn(of id: FigureID) -> Day { place(of: id).run.knownOn }

    private func column(of id: FigureID) -> LayoutColumn {
        let (run, row) = place(of: id)
        return layouts.table.columns[layouts.table.range(of: run.layout).lowerBound + row]
    }

    private func read(_ run: LoadedRun) -> FigureRun { pieces[Int(run.piece)].syntax.runs[Int(run.index)] }
}
