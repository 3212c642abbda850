import SourceText
import Syntax

/// The line of a figure, read again: for who asks more than one thing of it.
public struct StatedLine: Sendable {
    /// Where it stands.
    public let file: FileID
    /// Where it starts in its file.
    public let start: Int
    /// Its parts with their places; nil where the file has changed since it was read.
    public let body: BodyLine?

    /// Where the value stands: the number and its measure, or the absence mark.
    public var valueSpan: SourceSpan { SourceSpan(file: file, range: body?.valueRange ?? ByteRange(start, start)) }
}

extension Ledger {
    /// The line of a figure, found and read again.
    public func statedLine(of id: FigureID) -> StatedLine {
        let file = figures.file(of: id)
        let buffer = sources[file].buffer
        let start = figures.line(of: id, in: buffer)
        return StatedLine(file: file, start: start, body: BodyLine.reread(buffer, at: start))
    }

    /// Reads the files of the figures, if they were too large to stay in memory, on all cores. Lines of many figures are about to be asked for
    /// side by side, and whoever then waits for a text cannot help to read it.
    public func readAgain(filesOf ids: [FigureID]) {
        let files = Set(ids.map { figures.file(of: $0) }).sorted()
        parallelFor(files.count) { _ = sources[files[$0]].buffer }
    }

    /// Where the value of a figure stands: the number and its measure, or the absence mark.
    public func valueSpan(of id: FigureID) -> SourceSpan { statedLine(of: id).valueSpan }

    /// The line of a figure, read again with the places of its parts.
    public func bodyLine(of id: FigureID) -> BodyLine? { statedLine(of: id).body }

    /// Where the figure's line starts in its file.
    public func lineStart(of id: FigureID) -> Int { figures.line(of: id, in: sources[figures.file(of: id)].buffer) }

    /// The number of a figure's line, from 1.
    public func lineNumber(of id: FigureID) -> Int { lineNumber(startingAt: lineStart(of: id), in: figures.file(of: id)) }

    /// The number of a line, from 1.
    public func lineNumber(of line: StatedLine) -> Int { lineNumber(startingAt: line.start, in: line.file) }

    /// `path:line`, for people.
    public func place(of id: FigureID) -> String { "\(sources[figures.file(of: id)].path):\(lineNumber(of: id))" }

    /// `path:line`, for people.
    public func place(of line: StatedLine) -> String { "\(sources[line.file].path):\(lineNumber(of: line))" }

    private func lineNumber(startingAt start: Int, in file: FileID) -> Int { sources[file].lines.location(of: start).line }
}
