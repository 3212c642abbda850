import Diagnostics
import Syntax

/// The files of a ledger, read.
struct LoadedFiles: Sendable {
    /// In the order of reading.
    var sources: SourceMap
    /// Of each file in its order.
    var pieces: [PieceSyntax]
    /// What is wrong with files and their lines.
    var diagnostics: [Diagnostic]
    /// The month with which a fiscal year starts.
    var fiscalStart: Int
}
