import Diagnostics
import SourceText

extension Diagnostic {
    /// The same with every file's number changed.
    func moving(_ move: (FileID) -> FileID) -> Diagnostic {
        var moved = self
        moved.primary.span.file = move(primary.span.file)
        var details = details
        for index in details.related.indices { details.related[index].span.file = move(details.related[index].span.file) }
        for fix in details.fixes.indices {
            for edit in details.fixes[fix].edits.indices {
                details.fixes[fix].edits[edit].span.file = move(details.fixes[fix].edits[edit].span.file)
            }
        }
        moved.details = details
        return moved
    }

    /// The same in another file.
    func inFile(_ id: FileID) -> Diagnostic { moving { _ in id } }
}
