/// What a command was called with. Asking for a flag that the command does not declare is a mistake of the command, and traps.
struct ParsedArguments: Sendable {
    /// Nil when the line names no command.
    var command: CommandSpec?
    /// By position; as many as the command declares.
    var arguments: [String] = []
    private var values: [String: [String]] = [:]
    /// By flag: the file and line that set it, where that was not the command line.
    private(set) var origins: [String: String] = [:]

    init(command: CommandSpec?, arguments: [String] = []) {
        self.command = command
        self.arguments = arguments
    }

    /// The value of a flag, nil when it was not given.
    func string(_ long: String) -> String? { strings(long).first }

    /// All values of a repeatable flag in the order given.
    func strings(_ long: String) -> [String] {
        precondition(declares(long), "--\(long) is not declared")
        return values[long] ?? []
    }

    /// Whether a flag was given.
    func has(_ long: String) -> Bool {
        precondition(declares(long), "--\(long) is not declared")
        return values[long] != nil
    }

    /// The argument at that place, nil when it was left out.
    func argument(_ index: Int) -> String? {
        arguments.indices.contains(index) ? arguments[index] : nil
    }

    mutating func add(_ value: String?, for flag: Flag) {
        values[flag.long, default: []] += value.map { [$0] } ?? []
    }

    /// Sets what the command line did not.
    mutating func fill(from settings: [ConfigSetting]) {
        for setting in settings {
            add(setting.value, for: setting.flag)
            origins[setting.flag.long] = setting.place
        }
    }

    private func declares(_ long: String) -> Bool {
        globalFlags.contains { $0.long == long } || (command?.flags.contains { $0.long == long } ?? false)
    }
}
