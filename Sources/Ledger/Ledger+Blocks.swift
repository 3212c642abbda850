import Numerics
import SourceText
import Syntax

/// Where a block of figures stands.
public struct BlockPlace: Sendable {
    /// Of whom it speaks; nil where that could not be read.
    public var unit: UnitID?
    /// Of when.
    public var period: Period
    /// The file that holds it.
    public var file: FileID
    /// Where its header starts in the file.
    public var line: Int
}

extension Ledger {
    /// All blocks of figures, in the order of reading. Takes time in proportion to their number.
    public var blockPlaces: [BlockPlace] {
        figures.pieces.flatMap { piece in
            piece.headers.lazy.filter { !$0.isBroken }.map {
                BlockPlace(unit: piece.unitOf[$0.unit.index], period: $0.period, file: piece.syntax.file, line: Int($0.line))
            }
        }
    }

    /// Every `include` line: its pattern, and the folder that the pattern is seen from.
    public var includes: [(folder: String, pattern: String)] {
        figures.pieces.flatMap { piece in
            let folder = Path.directory(of: sources[piece.syntax.file].path)
            return piece.syntax.declarations.compactMap { placed in
                if case .include(let include) = placed.declaration { (folder, include.pattern.text) } else { nil }
            }
        }
    }
}
