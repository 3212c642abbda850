import Diagnostics
import SourceText

/// Reads a `taizhang.conf` line by line. What it cannot read it reports and passes over.
struct ConfigReader {
    private let file: SourceFile
    private let commands: [CommandSpec]
    private(set) var settings: [ConfigSetting] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Nil before the first heading and below one that means nothing.
    private var heading: Heading?

    private enum Heading {
        case all
        case command(CommandSpec)

        var flags: [Flag] {
            switch self {
            case .all: globalFlags
            case .command(let command): command.flags + globalFlags
            }
        }

        var command: String? {
            if case .command(let command) = self { command.name } else { nil }
        }
    }

    init(_ file: SourceFile, _ commands: [CommandSpec]) {
        self.file = file
        self.commands = commands
    }

    mutating func read() {
        var isLost = false
        for number in 1...file.lines.lineCount {
            let range = trimmed(file.lines.range(ofLine: number), isFirst: number == 1)
            let text = file.buffer.text(range)
            if text.isEmpty || text.hasPrefix("#") || text.hasPrefix(";") || text.hasPrefix("；") { continue }
            if text.hasPrefix("[") {
                isLost = !takeHeading(text, range)
            } else if isLost {
                // What stands below an unknown heading cannot be judged; the heading has been told.
                continue
            } else {
                takeSetting(text, range, number: number)
            }
        }
    }

    private mutating func takeHeading(_ text: String, _ range: ByteRange) -> Bool {
        let name = text.dropFirst().prefix { $0 != "]" }.trimmingBlanks()
        if !text.hasSuffix("]") {
            diagnostics.append(.config(Localized(en: "the heading does not end in ]", zh: "标题没有以 ] 结尾"), span(range)))
            return false
        }
        if name == ConfigFile.common || name == "全部" {
            heading = .all
        } else if let command = commands.first(where: { $0.isCalled(name) }) {
            heading = .command(command)
        } else {
            let near = nearest(name, in: commands.flatMap { [$0.name] + $0.aliases } + [ConfigFile.common])
            diagnostics.append(
                .config(
                    Localized(en: "there is no command \(name)", zh: "没有命令 \(name)"), span(range), label: .didYouMean(near),
                    help: [Localized(en: "[all] is for every command", zh: "[all] 用于所有命令")]))
            return false
        }
        return true
    }

    private mutating func takeSetting(_ text: String, _ range: ByteRange, number: Int) {
        guard let heading else {
            diagnostics.append(
                .config(
                    Localized(en: "a setting stands below a heading", zh: "设置要写在标题之下"), span(range),
                    help: [Localized(en: "put [all] or a command such as [report] above it", zh: "请在其上写 [all]，或 [report] 等命令")]))
            return
        }
        guard let equals = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
            diagnostics.append(.config(Localized(en: "a setting is written key = value", zh: "设置应写作 键 = 值"), span(range)))
            return
        }
        let key = text[..<equals].trimmingBlanks()
        let value = text[text.index(after: equals)...].trimmingBlanks()
        let keyRange = ByteRange(range.lowerBound, range.lowerBound + key.utf8.count)
        let valueRange = ByteRange(range.upperBound - value.utf8.count, range.upperBound)
        guard let flag = heading.flags.first(where: { $0.long == key && $0.isConfigurable }) else {
            diagnostics.append(.unknownKey(key, heading.flags, of: heading.command, span(keyRange)))
            return
        }
        let earlier = settings.first { $0.flag.long == key && $0.command == heading.command }
        if let earlier, !flag.repeatable {
            diagnostics.append(.keyTwice(key, span(keyRange), first: span(earlier.key)))
            return
        }
        guard let meaning = meaning(of: value, for: flag, span(valueRange)) else { return }
        guard meaning != .off else { return }
        settings.append(
            ConfigSetting(
                command: heading.command, flag: flag, value: meaning.value, place: "\(file.path):\(number)", text: text, key: keyRange))
    }

    private enum Meaning: Equatable {
        case on, off
        case text(String)

        var value: String? {
            if case .text(let text) = self { text } else { nil }
        }
    }

    /// Nil where the value cannot be meant; that has been reported then.
    private mutating func meaning(of value: String, for flag: Flag, _ span: SourceSpan) -> Meaning? {
        if let values = flag.values {
            if values.contains(value) { return .text(value) }
            diagnostics.append(.wrongSetting(flag, value, values, span))
            return nil
        }
        if flag.takesValue {
            // A path is seen from the file's own folder.
            let isPath = flag.kind == .file && value != "-" && !value.isEmpty
            return .text(isPath ? Path.normalised(Path.join(Path.directory(of: file.path), value)) : value)
        }
        switch value.lowercased() {
        case "yes", "true", "on", "是": return .on
        case "no", "false", "off", "否": return .off
        default:
            diagnostics.append(.wrongSetting(flag, value, ["yes", "no"], span))
            return nil
        }
    }

    private func span(_ range: ByteRange) -> SourceSpan { SourceSpan(file: file.id, range: range) }

    /// Without blanks at both ends, and without a byte order mark.
    private func trimmed(_ range: ByteRange, isFirst: Bool) -> ByteRange {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
        let bytes = file.buffer.bytes
        var (low, high) = (range.lowerBound, range.upperBound)
        if isFirst, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { low += 3 }
        while low < high, isBlank(bytes[low]) { low += 1 }
        while high > low, isBlank(bytes[high - 1]) { high -= 1 }
        return ByteRange(low, high)
    }
}
