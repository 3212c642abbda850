import Diagnostics
import SourceText

/// Everything of the world that a command may touch, so that tests run commands inside their own process.
final class Context {
    var language: Language
    var usesColour = false
    /// Columns of the terminal; 80 where there is none.
    var width: Int
    let workingDirectory: String
    let today: (year: Int, month: Int, day: Int)
    let environment: (String) -> String?
    /// Nanoseconds of a clock that only goes forward; tests stop it.
    var clock: () -> UInt64 = monotonicNanoseconds
    var threads = processorCount()
    /// What help lists.
    var commands: [CommandSpec] = allCommands
    /// The page on a check, such as `tally/time`; nil when there is no such check.
    var pageForCode: (String) -> Localized? = { CheckPage.named($0)?.text }

    private let output: Output
    private let errors: Output
    /// Times are for people only, so that what is kept in files stays the same.
    let outputIsTerminal: Bool
    /// Whether a person sees what is printed to standard error.
    private let errorsAreTerminal: Bool
    /// The work that the command has under way.
    private(set) var work: WorkWatch?
    /// The files that it has read.
    var sources = SourceMap()

    init(
        language: Language, width: Int = 80, workingDirectory: String, today: (year: Int, month: Int, day: Int),
        outputIsTerminal: Bool = false, errorsAreTerminal: Bool = false, environment: @escaping (String) -> String? = { _ in nil },
        output: Output, errors: Output
    ) {
        self.language = language
        self.width = width
        self.workingDirectory = workingDirectory
        self.today = today
        self.outputIsTerminal = outputIsTerminal
        self.errorsAreTerminal = errorsAreTerminal
        self.environment = environment
        self.output = output
        self.errors = errors
    }

    /// To standard output, as it is: the text brings its own line ends.
    func print(_ text: String) {
        work?.clear()
        output.print(text)
    }

    /// To standard error, after what was printed before it.
    func printError(_ text: String) {
        work?.clear()
        output.flush()
        errors.print(text)
        errors.flush()
    }

    /// Follows the work that begins now.
    func beginWork() -> WorkWatch {
        let errors = errors
        let write: ((String) -> Void)? =
            errorsAreTerminal
            ? { text in
                errors.print(text)
                errors.flush()
            } : nil
        let watch = WorkWatch(clock: clock, language: language, write: write)
        work = watch
        return watch
    }

    /// What checking is to tell how far it has come.
    var watchChecking: (@Sendable (Double) -> Void)? {
        guard let work else { return nil }
        work.note(.check)
        return { work.note(.check, $0) }
    }

    /// A mistake in the command line.
    func report(_ error: UsageError) { printError(error.text(in: language)) }

    /// To be called before the program ends.
    func flush() {
        work?.clear()
        output.flush()
        errors.flush()
    }

    /// The reader of standard output has gone away; long work may stop.
    var outputIsClosed: Bool { output.isClosed }

    /// Follows `--color`; `auto` is colour on a terminal that has any, unless `NO_COLOR` says otherwise (no-color.org).
    func chooseColour(_ choice: String?) {
        usesColour =
            switch choice {
            case "always": true
            case "never": false
            default: outputIsTerminal && environment("TERM") != "dumb" && (environment("NO_COLOR") ?? "").isEmpty
            }
    }
}
