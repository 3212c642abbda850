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
    let measureOf: UnsafeMutableBufferPointer<UInt16>

    static let unknown = UInt32.max
    static let unknownMeasure = UInt16.max

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

/// The columns of one block of figures, with what is needed to understand them.
///
/// SAFETY: points into a `FigureBlock` and a `LoadedPiece` that the `FigureStore` keeps.
struct BlockView: @unchecked Sendable {
    var mantissa: UnsafePointer<Int64>
    var header: UnsafePointer<UInt32>
    var line: UnsafePointer<UInt32>
    var name: UnsafePointer<UInt32>
    var measure: UnsafePointer<UInt16>
    var form: UnsafePointer<FigureForm>
    var headers: UnsafePointer<FigureHeader>
    var indicatorOf: UnsafePointer<UInt32>
    var measureOf: UnsafePointer<UInt16>
    var piece: Int

    init?(_ block: FigureBlock, of piece: LoadedPiece, index: Int) {
        guard let headers = piece.headers.baseAddress, let indicatorOf = piece.indicatorOf.baseAddress,
            let measureOf = piece.measureOf.baseAddress
        else { return nil }
        mantissa = UnsafePointer(block.mantissa)
        header = UnsafePointer(block.header)
        line = UnsafePointer(block.line)
        name = UnsafePointer(block.name)
        measure = UnsafePointer(block.measure)
        form = UnsafePointer(block.form)
        self.headers = UnsafePointer(headers)
        self.indicatorOf = UnsafePointer(indicatorOf)
        self.measureOf = UnsafePointer(measureOf)
        self.piece = index
    }

    @inline(__always)
    func period(_ row: Int) -> Period { headers[Int(header[row])].period }

    @inline(__always)
    func indicator(_ row: Int) -> UInt32 { indicatorOf[Int(name[row])] }
}
