import Diagnostics
import Ledger
import SourceText

/// `taizhang help config` explains the file, as the line below each of these says.
extension Diagnostic {
    static func config(_ message: Localized, _ span: SourceSpan, label: Localized? = nil, help: [Localized] = []) -> Diagnostic {
        Diagnostic("config", message, at: Annotation(span, label), help: help)
    }

    static func unreadableConfig(_ file: SourceFile, _ reason: FileError) -> Diagnostic {
        let reason = reason.localized
        return config(
            Localized(en: "\(file.path) cannot be read: \(reason.en)", zh: "无法读取 \(file.path)：\(reason.zh)"),
            SourceSpan(file: file.id, range: ByteRange(0, 0)))
    }

    static func unknownKey(_ key: String, _ flags: [Flag], of command: String?, _ span: SourceSpan) -> Diagnostic {
        let page = command.map { "taizhang help \($0)" } ?? "taizhang help"
        if flags.contains(where: { $0.long == key }) {
            return config(
                Localized(en: "\(key) cannot be set in a file", zh: "\(key) 不能在文件中设置"), span,
                label: Localized(en: "only on the command line", zh: "只能写在命令行上"))
        }
        let place = command.map { Localized(en: " of \($0)", zh: "（命令 \($0)）") } ?? Localized(en: " of every command", zh: "（所有命令）")
        return config(
            Localized(en: "there is no flag \(key)\(place.en)", zh: "没有选项 \(key)\(place.zh)"), span,
            label: .didYouMean(nearest(key, in: flags.filter(\.isConfigurable).map(\.long))),
            help: [Localized(en: "all of them: \(page)", zh: "全部选项：\(page)")])
    }

    static func keyTwice(_ key: String, _ span: SourceSpan, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            "config", Localized(en: "\(key) is set twice", zh: "\(key) 设置了两次"), at: Annotation(span),
            related: [Annotation(first, Localized(en: "first here", zh: "首次在此"))])
    }

    static func wrongSetting(_ flag: Flag, _ value: String, _ values: [String], _ span: SourceSpan) -> Diagnostic {
        config(
            Localized(en: "\(flag.long) cannot be '\(value)'", zh: "\(flag.long) 不能取 '\(value)'"), span,
            label: .didYouMean(nearest(value, in: values, limit: 1)),
            help: [Localized(en: "it is one of: \(values.joined(separator: ", "))", zh: "可取：\(values.joined(separator: "、"))")])
    }
}
