import Numerics
import SourceText
import Syntax

/// A piece of a file with its own names matched to those of the ledger.
///
/// SAFETY: `headers`, `indicatorOf` and `measureOf` are copies in memory of their own, written once in `init` and freed with the piece;
/// a `FigureStore` keeps its pieces as long as it hands out views of them.
final class LoadedPiece: @unchecked Sendable {
    let syntax: PieceSyntax
    let headers: UnsafeMutableBufferPointer<FigureHeader>
    /// By `NameID` of a header's unit; nil where it is not declared.
    let unitOf: [UnitID?]
    /// By `NameID` of a body line's indicator; `unknown` where it is not declared.
    let indicatorOf: UnsafeMutableBufferPointer<UInt32>
    /// By 1 + `NameID` of a measure; at 0 `MeasureID.none`. `unknownMeasure` where it is not declared.
    let measureOf: UnsafeMutableBufferPointer<UInt32>

    static let unknown = UInt32.max
    static let unknownMeasure = UInt32.max

    init(_ syntax: PieceSyntax, unitOf: [UnitID?], indicatorOf: [IndicatorID?], measureOf: [MeasureID?], broken: Set<Int>) {
        self.syntax = syntax
        self.unitOf = unitOf
        headers = .allocate(capacity: syntax.headers.count)
        _ = headers.initialize(from: syntax.headers)
        for index in broken { headers[index].isBroken = true }
        self.indicatorOf = .allocate(capacity: indicatorOf.count)
        _ = self.indicatorOf.initialize(from: indicatorOf.map { $0?.rawValue ?? Self.unknown })
        self.measureOf = .allocate(capacity: measureOf.count + 1)
        _ = self.measureOf.initialize(from: [MeasureID.none.rawValue] + measureOf.map { $0?.rawValue ?? Self.unknownMeasure })
    }

    deinit {
        headers.deallocate()
        indicatorOf.deallocate()
        measureOf.deallocate()
    }
}
