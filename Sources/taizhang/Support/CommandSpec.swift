import Diagnostics

/// An argument that is known by its place.
struct Positional: Sendable {
    enum Kind: Sendable {
        case required
        case optional
        /// Any number, none included; the last of a command's arguments.
        case rest
    }

    var name: Localized
    var kind: Kind

    init(_ name: Localized, _ kind: Kind = .required) {
        self.name = name
        self.kind = kind
    }

    /// `PERIOD`, `[UNIT]`, `[CODE …]`.
    func spelling(in language: Language) -> String {
        let name = name.text(in: language)
        return switch kind {
        case .required: name
        case .optional: "[\(name)]"
        case .rest: "[\(name) …]"
        }
    }
}

/// A line to try, and what it does.
struct Example: Sendable {
    /// The whole line, as typed at a prompt.
    var command: String
    var what: Localized
}

/// A command as data: what it is called, what it takes, and what it does.
struct CommandSpec: Sendable {
    var name: String
    /// Other names for it, such as the Chinese one.
    var aliases: [String]
    var summary: Localized
    /// Under which heading the overview lists it.
    var category: Category
    var arguments: [Positional]
    /// Its own flags, beside the global ones.
    var flags: [Flag]
    var examples: [Example]
    /// What help says below the examples; empty lines part paragraphs.
    var details: Localized?
    var run: @Sendable (ParsedArguments, Context) -> ExitStatus

    /// The headings of the overview, in their order.
    enum Category: CaseIterable, Sendable {
        case question, writing, program

        var heading: Localized {
            switch self {
            case .question: Localized(en: "Ask a ledger", zh: "查询台账")
            case .writing: Localized(en: "Write a ledger", zh: "编写台账")
            case .program: Localized(en: "The program itself", zh: "程序本身")
            }
        }
    }

    init(
        _ name: String, aliases: [String] = [], summary: Localized, category: Category = .question, arguments: [Positional] = [],
        flags: [Flag] = [], examples: [Example] = [], details: Localized? = nil,
        run: @escaping @Sendable (ParsedArguments, Context) -> ExitStatus
    ) {
        self.name = name
        self.aliases = aliases
        self.summary = summary
        self.category = category
        self.arguments = arguments
        self.flags = flags
        self.examples = examples
        self.details = details
        self.run = run
    }

    func isCalled(_ word: String) -> Bool { word == name || aliases.contains(word) }
}
