import Diagnostics
import SourceText

extension FileError {
    /// What it says to a person.
    public var localized: Localized {
        switch self {
        case .notFound: Localized(en: "there is no such file", zh: "没有这个文件")
        case .isDirectory: Localized(en: "it is a folder", zh: "这是一个文件夹")
        case .isSpecial: Localized(en: "it is no plain file", zh: "不是普通文件")
        case .tooLarge: Localized(en: "it is larger than 4 GiB", zh: "文件超过 4 GiB")
        case .other(let text): Localized(verbatim: text)
        }
    }
}
