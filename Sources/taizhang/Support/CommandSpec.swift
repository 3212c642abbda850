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

/// A command as data: what it is called, what it takes, and what it does. Of all commands but one only the names are asked; so the rest is made
/// when it is.
struct CommandSpec: Sendable {
    let name: String
    /// Other names for it, such as the Chinese one.
    let aliases: [String]
    /// Under which heading the overview lists it.
    let category: Category
    let run: @Sendable (ParsedArguments, Context) -> ExitStatus
    private let makeSummary: @Sendable () -> Localized
    private let makeArguments: @Sendable () -> [Positional]
    private let makeFlags: @Sendable () -> [Flag]
    private let makeExamples: @Sendable () -> [Example]
    private let makeDetails: @Sendable () -> Localized?

    var summary: Localized { makeSummary() }
    var arguments: [Positional] { makeArguments() }
    /// Its own flags, beside the global ones.
    var flags: [Flag] { makeFlags() }
    var examples: [Example] { makeExamples() }
    /// What help says below the examples; empty lines part paragraphs.
    var details: Localized? { makeDetails() }

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
        _ name: String, aliases: [String] = [], summary: @escaping @Sendable @autoclosure () -> Localized, category: Category = .question,
        arguments: @escaping @Sendable @autoclosure () -> [Positional] = [], flags: @escaping @Sendable @autoclosure () -> [Flag] = [],
        examples: @escaping @Sendable @autoclosure () -> [Example] = [],
        details: @escaping @Sendable @autoclosure () -> Localized? = nil,
        run: @escaping @Sendable (ParsedArguments, Context) -> ExitStatus
    ) {
        self.name = name
        self.aliases = aliases
        self.category = category
        self.run = run
        makeSummary = summary
        makeArguments = arguments
        makeFlags = flags
        makeExamples = examples
        makeDetails = details
    }

    func isCalled(_ word: String) -> Bool { word == name || aliases.contains(word) }
}
