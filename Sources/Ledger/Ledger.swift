import Diagnostics
import Numerics
import SourceText
import Syntax

/// A ledger as it was read: what it declares, its figures, and all that was wrong with its text.
public final class Ledger: Sendable {
    public let sources: SourceMap
    /// The month in which its fiscal years start; 1 where it declares none.
    public let fiscalStart: Int
    public let measures: MeasureTable
    public let units: UnitTree
    public let indicators: IndicatorTable
    public let figures: FigureStore
    public let statements: Statements
    /// What is wrong with the text and the names, in no certain order.
    public let diagnostics: [Diagnostic]

    init(
        sources: SourceMap, fiscalStart: Int, measures: MeasureTable, units: UnitTree, indicators: IndicatorTable, figures: FigureStore,
        statements: Statements, diagnostics: [Diagnostic]
    ) {
        self.sources = sources
        self.fiscalStart = fiscalStart
        self.measures = measures
        self.units = units
        self.indicators = indicators
        self.figures = figures
        self.statements = statements
        self.diagnostics = diagnostics
    }
}

/// What a ledger says besides its figures.
public struct Statements: Sendable {
    public var targets: [Target] = []
    public var claims: [StatedClaims] = []
    public var phases: [(PhaseDeclaration, FileID)] = []
    public var rules: [(RuleDeclaration, FileID)] = []
    public var assertions: [(AssertionDeclaration, FileID)] = []
    public var registers: [(RegisterDeclaration, FileID)] = []
    public var items: [(ItemDeclaration, FileID)] = []

    /// Claims, of which a line may hold several.
    public var claimCount: Int { claims.reduce(0) { $0 + $1.claims.count } }
}

/// What a unit is to reach.
public struct Target: Sendable {
    public var unit: UnitID
    public var issuer: UnitID?
    public var indicator: IndicatorID
    public var period: Period
    public var content: BodyLine.Content
    public var measure: MeasureID
    /// `.preliminary` is a draft.
    public var status: Status
    public var isRevision: Bool
    public var reportedOn: Day?
    public var file: FileID
    /// Where its line starts.
    public var line: Int
}

/// The claims on one line.
public struct StatedClaims: Sendable {
    public var unit: UnitID
    public var indicator: IndicatorID
    public var period: Period
    public var status: Status
    public var isRevision: Bool
    /// The day they were reported; the period's last where none was stated.
    public var knownOn: Day
    public var claims: [Claim]
    public var file: FileID
    /// Where its line starts.
    public var line: Int
}

extension Ledger {
    /// Where the value of a figure stands: the number and its measure, or the absence mark.
    public func valueSpan(of id: FigureID) -> SourceSpan {
        let file = figures.file(of: id)
        let line = figures.line(of: id)
        let range = BodyLine.reread(sources[file].buffer, at: line)?.valueRange ?? ByteRange(line, line)
        return SourceSpan(file: file, range: range)
    }

    /// The line of a figure, read again with the places of its parts.
    public func bodyLine(of id: FigureID) -> BodyLine? {
        BodyLine.reread(sources[figures.file(of: id)].buffer, at: figures.line(of: id))
    }

    /// `path:line`, for people.
    public func place(of id: FigureID) -> String {
        let file = sources[figures.file(of: id)]
        return "\(file.path):\(file.lines.location(of: figures.line(of: id)).line)"
    }

    /// The number of a figure's line, from 1.
    public func lineNumber(of id: FigureID) -> Int {
        sources[figures.file(of: id)].lines.location(of: figures.line(of: id)).line
    }

    /// The header above a figure, read again.
    public func header(of id: FigureID) -> HeaderLine {
        HeaderLine.reread(sources[figures.file(of: id)].buffer, at: figures.headerLine(of: id), fiscalStart: fiscalStart)
    }
}
