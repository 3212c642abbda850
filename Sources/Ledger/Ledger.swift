import Diagnostics
import Numerics
import SourceText
import Syntax

/// A ledger as it was read: what it declares, its figures, and all that was wrong with its text.
public final class Ledger: Sendable {
    /// The files, in the order in which a person reads them: each at its first `include`.
    public let sources: SourceMap
    /// The month in which its fiscal years start; 1 where it declares none.
    public let fiscalStart: Int
    /// Built-in, declared and used ones.
    public let measures: MeasureTable
    /// The tree of units.
    public let units: UnitTree
    /// All indicators, in the order of declaration.
    public let indicators: IndicatorTable
    /// All figures, as columns.
    public let figures: FigureStore
    /// What is tracked case by case.
    public let registers: RegisterTable
    /// The items of all registers, as columns.
    public let items: ItemTable
    /// What it says besides figures.
    public let statements: Statements
    /// What is wrong with the text and the names, in no certain order.
    public let diagnostics: [Diagnostic]

    init(
        sources: SourceMap, fiscalStart: Int, measures: MeasureTable, units: UnitTree, indicators: IndicatorTable, figures: FigureStore,
        registers: RegisterTable, items: ItemTable, statements: Statements, diagnostics: [Diagnostic]
    ) {
        self.sources = sources
        self.fiscalStart = fiscalStart
        self.measures = measures
        self.units = units
        self.indicators = indicators
        self.figures = figures
        self.registers = registers
        self.items = items
        self.statements = statements
        self.diagnostics = diagnostics
    }
}

/// What a ledger says besides its figures.
public struct Statements: Sendable {
    /// In file order.
    public var targets: [Target] = []
    /// In file order; those of undeclared units and indicators are left out.
    public var claims: [StatedClaims] = []
    /// As written.
    public var phases: [(PhaseDeclaration, FileID)] = []
    /// Indicators of `decompose exactly` at the margin, as written.
    public var decompositions: [([Name], FileID)] = []
    /// As written.
    public var rules: [(RuleDeclaration, FileID)] = []
    /// As written.
    public var assertions: [(AssertionDeclaration, FileID)] = []
    /// As written.
    public var registers: [(RegisterDeclaration, FileID)] = []

    /// Claims, of which a line may hold several.
    public var claimCount: Int { claims.reduce(0) { $0 + $1.claims.count } }
}

/// What a unit is to reach.
public struct Target: Sendable {
    /// Whose it is.
    public var unit: UnitID
    /// Who set it; nil for the unit itself.
    public var issuer: UnitID?
    /// What is measured.
    public var indicator: IndicatorID
    /// The period that it is set for.
    public var period: Period
    /// The number as written, an amount or a change.
    public var content: BodyLine.Content
    /// As written, else the indicator's; of a change % or points.
    public var measure: MeasureID
    /// `.preliminary` and `.estimate` are drafts.
    public var status: Status
    /// Whether the header says `revise`.
    public var isRevision: Bool
    /// The day of `on`.
    public var reportedOn: Day?
    /// Where it stands.
    public var file: FileID
    /// Where its line starts.
    public var line: Int
    /// Where the header above it starts.
    public var headerLine: Int
}

/// The claims on one line.
public struct StatedClaims: Sendable {
    /// Whose it is.
    public var unit: UnitID
    /// What is measured.
    public var indicator: IndicatorID
    /// The period that they speak of.
    public var period: Period
    /// By the header.
    public var status: Status
    /// Whether the header says `revise`.
    public var isRevision: Bool
    /// The day they were reported; the period's last where none was stated.
    public var knownOn: Day
    /// In the order of the line, as written: what stands behind `of` need not be an indicator that there is.
    public var claims: [Claim]
    /// Where it stands.
    public var file: FileID
    /// Where its line starts.
    public var line: Int
}

extension Ledger {
    /// What the text of a file says, piece by piece in order; nothing of a file that could not be read.
    public func pieces(of file: FileID) -> [PieceSyntax] {
        figures.pieces.lazy.map(\.syntax).filter { $0.file == file }
    }

    /// What is said of a target after `|`, on its line, else in the header above it.
    public func note(of target: Target) -> String? {
        let buffer = sources[target.file].buffer
        let range =
            BodyLine.reread(buffer, at: target.line)?.note
            ?? HeaderLine.reread(buffer, at: target.headerLine, fiscalStart: fiscalStart).note
        return range.map { buffer.text($0) }
    }

    /// The header above a figure, read again.
    public func header(of id: FigureID) -> HeaderLine {
        HeaderLine.reread(sources[figures.file(of: id)].buffer, at: figures.headerLine(of: id), fiscalStart: fiscalStart)
    }
}
