import Diagnostics
import Ledger

/// What may stand where the cursor is.
struct LineCompletion {
    /// A word, and what it is.
    struct Candidate: Hashable {
        var text: String
        var what = Localized(verbatim: "")
    }

    /// What only the shell can complete.
    enum Paths: String { case file, folder }

    private(set) var candidates: [Candidate] = []
    private(set) var paths: Paths?

    /// `words` are those after the program's name, the last of them up to the cursor.
    init(words: [String], context: Context) {
        let typed = words.last ?? ""
        var line = PartialLine(commands: context.commands)
        for word in words.dropLast() { line.take(word) }
        if let flag = line.pending {
            offer(flag.kind ?? .text, typed, line, context)
        } else if typed.hasPrefix("--"), !line.isPastFlags, let equals = typed.firstIndex(of: "=") {
            guard let flag = line.flag(long: typed[..<equals].dropFirst(2)), let kind = flag.kind else { return }
            offer(kind, String(typed[typed.index(after: equals)...]), line, context)
            let lead = String(typed[...equals])
            candidates = candidates.map { Candidate(text: lead + $0.text, what: $0.what) }
        } else if typed.hasPrefix("-"), !line.isPastFlags {
            offerFlags(typed, line)
        } else if let command = line.command {
            if let argument = command.arguments.at(line.argumentCount) { offer(argument.kindOfValue, typed, line, context) }
        } else if !line.isLost {
            offer(.command, typed, line, context)
        }
    }

    private mutating func offer(_ kind: ValueKind, _ typed: String, _ line: PartialLine, _ context: Context) {
        switch kind {
        case .file: paths = .file
        case .folder: paths = .folder
        case .text, .day: break
        default:
            let source = CandidateSource(context: context) {
                // A ledger that comes through a pipe is not there yet.
                line.readsStandardInput ? nil : try? readLedger(line.arguments(context), context)
            }
            candidates = source.candidates(kind, typed)
        }
    }

    private mutating func offerFlags(_ typed: String, _ line: PartialLine) {
        candidates = line.flags.filter { $0.repeatable || !line.given.contains($0.long) }
            .map { Candidate(text: "--" + $0.long, what: $0.summary) }
            .filter { $0.text.hasPrefix(typed) }
    }
}

/// A line up to the word being typed, read as `ArgumentParser` does but with patience: what it does not know it passes over.
struct PartialLine {
    private let commands: [CommandSpec]
    private(set) var command: CommandSpec?
    private(set) var argumentCount = 0
    private(set) var given: Set<String> = []
    /// The flag whose value comes next.
    private(set) var pending: Flag?
    /// The word in the place of a command is none.
    private(set) var isLost = false
    /// Behind `--`.
    private(set) var isPastFlags = false
    private var file: String?

    init(commands: [CommandSpec]) { self.commands = commands }

    var flags: [Flag] { (command?.flags ?? []) + globalFlags }

    var readsStandardInput: Bool { file == "-" }

    func flag(long: some StringProtocol) -> Flag? { flags.first { $0.long == long } }

    mutating func take(_ word: String) {
        if let flag = pending {
            pending = nil
            note(flag, word)
        } else if isPastFlags || !word.hasPrefix("-") || word == "-" {
            takeArgument(word)
        } else if word == "--" {
            isPastFlags = true
        } else if word.hasPrefix("--") {
            let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let flag = parts.first.flatMap({ flag(long: $0) }) else { return }
            if parts.count > 1 { note(flag, String(parts[1])) } else { expect(flag) }
        } else {
            takeShort(word.dropFirst())
        }
    }

    private mutating func takeShort(_ letters: Substring) {
        guard let letter = letters.first, let flag = flags.first(where: { $0.short == letter }) else { return }
        let rest = letters.dropFirst()
        if flag.takesValue, !rest.isEmpty { return note(flag, String(rest)) }
        expect(flag)
        if !flag.takesValue { takeShort(rest) }
    }

    private mutating func takeArgument(_ word: String) {
        if command != nil {
            argumentCount += 1
        } else {
            command = commands.first { $0.isCalled(word) }
            isLost = command == nil
        }
    }

    private mutating func expect(_ flag: Flag) {
        given.insert(flag.long)
        if flag.takesValue { pending = flag }
    }

    private mutating func note(_ flag: Flag, _ value: String) {
        given.insert(flag.long)
        if flag.long == "file" { file = value }
    }

    /// As much of the line as decides which ledger is meant.
    func arguments(_ context: Context) -> ParsedArguments {
        var arguments = ParsedArguments(command: nil)
        for flag in globalFlags where flag.long == "file" {
            if let file { arguments.add(file, for: flag) }
        }
        if file == nil, let config = given.contains("no-config") ? nil : ConfigFile.nearest(to: context) {
            arguments.fill(from: config.settings.filter { $0.command == nil && $0.flag.long == "file" })
        }
        return arguments
    }
}

extension Array where Element == Positional {
    /// The argument at this place; the last one also stands for all behind it where it is the rest.
    fileprivate func at(_ index: Int) -> Positional? {
        if indices.contains(index) { return self[index] }
        return last.flatMap { $0.kind == .rest ? $0 : nil }
    }
}
