/// Reads `[global flags] command [flags] [arguments]`.
///
/// Flags are `--flag value`, `--flag=value`, `-f value` or `-fvalue`, anywhere in the line; `--` ends them. What begins with a dash
/// and no letter (`-`, `-5%`) is an argument. With `--help` the arguments may be incomplete.
struct ArgumentParser {
    private let commands: [CommandSpec]
    private var words: ArraySlice<String>
    private var flags = globalFlags
    private var parsed = ParsedArguments(command: nil)

    /// The words of the line after the program's name.
    static func parse(_ words: [String], commands: [CommandSpec]) throws(UsageError) -> ParsedArguments {
        var parser = ArgumentParser(words, commands)
        return try parser.parse()
    }

    private init(_ words: [String], _ commands: [CommandSpec]) {
        self.words = words[...]
        self.commands = commands
    }

    private mutating func parse() throws(UsageError) -> ParsedArguments {
        while let word = words.popFirst() {
            if word == "--" {
                while let word = words.popFirst() { try takeArgument(word) }
            } else if word.hasPrefix("--") {
                try takeLong(word)
            } else if isShortFlag(word) {
                try takeShort(word.dropFirst())
            } else {
                try takeArgument(word)
            }
        }
        if !parsed.has("help") { try checkCount() }
        return parsed
    }

    private func isShortFlag(_ word: String) -> Bool {
        word.first == "-" && (word.dropFirst().first.map { $0.isASCII && $0.isLetter } ?? false)
    }

    private mutating func takeArgument(_ word: String) throws(UsageError) {
        guard parsed.command == nil else {
            parsed.arguments.append(word)
            return
        }
        guard let command = commands.first(where: { $0.isCalled(word) }) else {
            throw .unknownCommand(word, among: commands)
        }
        parsed.command = command
        flags = command.flags + globalFlags
    }

    private mutating func takeLong(_ word: String) throws(UsageError) {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, let flag = flags.first(where: { $0.long == name }) else {
            throw .unknownFlag("--" + (parts.first ?? ""), of: parsed.command, among: flags)
        }
        try take(flag, attached: parts.count > 1 ? String(parts[1]) : nil)
    }

    private mutating func takeShort(_ letters: Substring) throws(UsageError) {
        guard let letter = letters.first else { return }
        guard let flag = flags.first(where: { $0.short == letter }) else {
            throw .unknownFlag("-\(letter)", of: parsed.command, among: flags)
        }
        let rest = letters.dropFirst()
        if flag.takesValue {
            try take(flag, attached: rest.isEmpty ? nil : String(rest))
        } else {
            try take(flag, attached: nil)
            try takeShort(rest)
        }
    }

    private mutating func take(_ flag: Flag, attached: String?) throws(UsageError) {
        if !flag.repeatable && parsed.has(flag.long) { throw .repeated(flag) }
        guard flag.takesValue else {
            if let attached { throw .unwantedValue(flag, attached) }
            parsed.add(nil, for: flag)
            return
        }
        guard let value = attached ?? nextValue() else { throw .missingValue(flag) }
        if let values = flag.values, !values.contains(value) { throw .wrongValue(flag, value, among: values) }
        parsed.add(value, for: flag)
    }

    /// The next word, unless it is plainly another flag: then the value was forgotten.
    private mutating func nextValue() -> String? {
        guard let next = words.first, !next.hasPrefix("--") else { return nil }
        return words.popFirst()
    }

    private func checkCount() throws(UsageError) {
        guard let command = parsed.command else { return }
        let required = command.arguments.filter { $0.kind == .required }
        if parsed.arguments.count < required.count {
            throw .missingArgument(required[parsed.arguments.count], of: command)
        }
        let isOpen = command.arguments.last?.kind == .rest
        if !isOpen, parsed.arguments.count > command.arguments.count {
            throw .extraArgument(parsed.arguments[command.arguments.count], of: command)
        }
    }
}
