import Diagnostics
import SourceText

/// A `taizhang.conf`: flags by command, for whoever works in its folder.
///
/// It holds lines `key = value` below headings `[command]` or `[all]`, and nothing that could run a program, write a file, or read
/// outside of a ledger's folder.
struct ConfigFile {
    static let name = "taizhang.conf"
    /// The heading for what every command takes.
    static let common = "all"

    /// What stands before the file where it is set and not empty, by flag.
    static let variables = ["file": "TAIZHANG_FILE", "lang": "TAIZHANG_LANG", "color": "NO_COLOR"]

    let file: SourceFile
    /// In the order of the file; of the nearest file only those that no variable stands before.
    private(set) var settings: [ConfigSetting]
    /// What could not be read.
    let diagnostics: [Diagnostic]

    /// The nearest one: in the working directory, else in the folders above, up to the home folder or the root.
    static func nearest(to context: Context) -> ConfigFile? {
        let home = context.environment("HOME").flatMap { $0.isEmpty ? nil : canonicalPath($0) }
        var folder = context.workingDirectory
        var up = ""
        while true {
            let path = Path.join(folder, name)
            if fileExists(path), !isDirectory(path) {
                var found = read(path, shown: up + name, context.commands)
                found.settings.removeAll { setting in
                    variables[setting.flag.long].map { !(context.environment($0) ?? "").isEmpty } ?? false
                }
                return found
            }
            let above = Path.directory(of: folder)
            if above == folder || above == "." || canonicalPath(folder) == home { return nil }
            folder = above
            up += "../"
        }
    }

    private static func read(_ path: String, shown: String, _ commands: [CommandSpec]) -> ConfigFile {
        switch SourceBuffer.read(path: path) {
        case .success(let buffer): return ConfigFile(SourceFile(id: FileID(0), path: shown, buffer: buffer), commands)
        case .failure(let reason):
            let file = SourceFile(id: FileID(0), path: shown, buffer: SourceBuffer(copying: []))
            return ConfigFile(file, settings: [], [.unreadableConfig(file, reason)])
        }
    }

    /// Reads what is already in memory.
    init(_ file: SourceFile, _ commands: [CommandSpec]) {
        var reader = ConfigReader(file, commands)
        reader.read()
        self.init(file, settings: reader.settings, reader.diagnostics)
    }

    private init(_ file: SourceFile, settings: [ConfigSetting], _ diagnostics: [Diagnostic]) {
        self.file = file
        self.settings = settings
        self.diagnostics = diagnostics
    }

    /// The language that it chooses for all commands.
    var language: Language? {
        settings.last { $0.command == nil && $0.flag.long == "lang" }?.value.flatMap { Language(rawValue: $0) }
    }

    /// What it sets for a command: under the command's own heading, else for all.
    func settings(for command: CommandSpec) -> [ConfigSetting] {
        let own = settings.filter { $0.command == command.name }
        let named = Set(own.map(\.flag.long))
        return settings.filter { $0.command == nil && !named.contains($0.flag.long) } + own
    }

    /// All that is wrong, as printed.
    func mistakes(in context: Context) -> String {
        let palette = context.usesColour ? Palette.ansi : .plain
        return FullRenderer(sources: SourceMap(files: [file]), language: context.language, palette: palette).render(diagnostics)
    }
}
