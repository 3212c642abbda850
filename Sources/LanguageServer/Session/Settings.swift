import Diagnostics
import Numerics
import SourceText

/// What a session was started with and has agreed on with its client.
struct Settings: Sendable {
    /// The language of messages.
    var language = Language.english
    /// Whether that was asked for, so that the client's own language does not matter.
    var isLanguageFixed = false
    /// The first file of the ledger, where one was named; it is looked for otherwise.
    var main: String?
    /// Whether an `include` may leave the folder of the first file.
    var allowsOutside = false
    /// How positions count.
    var encoding = PositionEncoding.utf16
    /// The day by which reports fall due; asked anew at each reading, as a session may last for days.
    var today: @Sendable () -> Day = { Day.firstOfMonth(year: 2000, month: 1) }
    /// How many cores may be used.
    var threads = 1
    /// Folders that the client has open.
    var folders: [String] = []
    /// Whether the client asks for diagnostics; else they are sent to it.
    var pullsDiagnostics = false
    /// Whether the client can be told to ask again.
    var refreshesDiagnostics = false
    /// Whether edits may name the version of the text they are for.
    var takesDocumentChanges = false
    /// Whether a position in a completion may be marked for the cursor.
    var takesSnippets = false
    /// Whether symbols of a document may form a tree.
    var takesSymbolTree = false
    /// Whether a client tells of changed files by itself only when it is asked to.
    var registersWatchers = false
}
