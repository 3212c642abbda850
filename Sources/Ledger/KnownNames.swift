import Diagnostics
import SourceText
import Syntax

/// What the declarations of a ledger came to, and the files that hold them: after an edit elsewhere nothing of it need be worked out again.
struct KnownNames: Sendable {
    /// Files that declare units or indicators, in their order.
    private let files: [SourceFile]
    let units: LedgerBuilder.Built<UnitTree>
    let confusables: [Diagnostic]

    init(files: [SourceFile], units: LedgerBuilder.Built<UnitTree>, confusables: [Diagnostic]) {
        self.files = files
        self.units = units
        self.confusables = confusables
    }

    /// Whether these files are the very ones, with the same bytes.
    func areOf(_ others: [SourceFile]) -> Bool {
        files.count == others.count && zip(files, others).allSatisfy { $0.id == $1.id && $0.text === $1.text }
    }
}

extension LedgerBuilder {
    /// Files that declare units or indicators.
    var declaringFiles: [SourceFile] {
        var found: [SourceFile] = []
        for piece in pieces where found.last?.id != piece.file {
            let declares = piece.declarations.contains { placed in
                switch placed.declaration {
                case .unit, .indicator: true
                default: false
                }
            }
            if declares { found.append(sources[piece.file]) }
        }
        return found
    }
}
