import Diagnostics

/// Why tables do not fit into a workbook.
public enum WorkbookProblem: Error, Sendable {
    /// More columns than a sheet has.
    case tooManyColumns(Int)
    /// 4 GiB.
    case tooLarge

    /// What is wrong, for people.
    public var message: Localized {
        switch self {
        case .tooManyColumns(let count):
            Localized(
                en: "a sheet has room for \(Sheet.mostColumns) columns, and here are \(count)",
                zh: "工作表最多 \(Sheet.mostColumns) 列，这里有 \(count) 列")
        case .tooLarge: Localized(en: "the workbook would be larger than 4 GiB", zh: "工作簿将超过 4 GiB")
        }
    }
}
