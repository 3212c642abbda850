import Diagnostics
import SourceText

/// Everything of the world that a command may touch, so that tests run commands inside their own process.
final class Context {
    var language: Language
    var usesColour = false
    /// Columns of the terminal; 80 where there is none.
    var width: Int
    /// Rows of the terminal; nil where there is none.
    var height: Int?
    /// Runs a pager; nil where there shall be none.
    var startPager: ((String) -> PagerPipe?)?
    /// Nil for output that goes straight to where it is read.
    var paging: Paging?
    let workingDirectory: String
    let today: (year: Int, month: Int, day: Int)
    let environment: (String) -> String?
    /// Nanoseconds of a clock that only goes forward; tests stop it.
    var clock: () -> UInt64 = monotonicNanoseconds
    var threads = processorCount()
    /// From now on an interrupt only makes `pause` answer false.
    var deferInterrupts: () -> Void = SourceText.deferInterrupts
    /// Waits so many nanoseconds; false where the program is asked to end.
    var pause: (UInt64) -> Bool = SourceText.pause(nanoseconds:)
    /// All of standard input, for `-f -`.
    var readInput: () -> Result<SourceBuffer, FileError> = { SourceBuffer.read(.standardInput) }
    /// The next line of standard input without its ending, nil at the end: the answer to a question.
    var readAnswer: () -> String? = { readLine() }
    /// Why a file may not be written; nil where it may.
    var writeObstacle: (String) -> FileError? = SourceText.writeObstacle
    /// What help lists.
    var commands: [CommandSpec] = allCommands
    /// The page on a check, such as `tally/time`; nil when there is no such check.
    var pageForCode: (String) -> Localized? = { CheckPage.named($0)?.text }

    /// Files of the ledgers that were read.
    var ledgerFiles: [String] = []
    /// Flags that a `taizhang.conf` has set for the command at hand; a mistake is told with them.
    var settings: [ConfigSetting] = []

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
    /// What a command leaves to the system: to take a large ledger apart just before the process ends takes longer than to end it.
    private(set) var leftBehind: [Any] = []

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

    /// Keeps these, in place of what was left before, for as long as the context is there, which the program never takes apart.
    func leaveBehind(_ objects: Any...) { leftBehind = objects }

    /// To standard output, as it is: the text brings its own line ends. What is longer than the screen goes through the pager.
    func print(_ text: String) {
        work?.clear()
        guard let paging else { return output.print(text) }
        if !paging.print(text) { endPaging() }
    }

    /// To standard error, after what was printed before it; behind the pager where one has the screen.
    func printError(_ text: String) {
        work?.clear()
        if paging == nil { output.flush() }
        errors.print(text)
        if paging?.isShowing == true { return }
        endPaging()
        output.flush()
        errors.flush()
    }

    private func endPaging() {
        guard let paging else { return }
        self.paging = nil
        output.print(paging.rest())
    }

    /// A mistake in the command line. Where it speaks of what a file has put into the line, the file is named: nobody typed it there.
    func report(_ error: UsageError) {
        var error = error
        for setting in settings where setting.value.map({ !$0.isEmpty && error.message.en.contains(text: $0) }) ?? false {
            error.help.append(Localized(en: "set in \(setting.place)", zh: "由 \(setting.place) 设置"))
        }
        printError(error.text(in: language))
    }

    /// Puts a question to the person and waits for the answer, without blanks around it; nil where there is none to come.
    func ask(_ question: String) -> String? {
        // A pager would hold back the question.
        endPaging()
        print(question)
        flush()
        guard let line = readAnswer() else {
            print("\n")
            return nil
        }
        return line.trimmingBlanks()
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

    /// To be called before the program ends.
    func flush() {
        work?.clear()
        endPaging()
        output.flush()
        errors.flush()
    }

    /// The reader of standard output has gone away; long work may stop.
    var outputIsClosed: Bool { output.isClosed || paging?.isClosed == true }

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
