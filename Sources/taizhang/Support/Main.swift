import Diagnostics
import SourceText

@main
struct Taizhang {
    static func main() {
        prepareThreads()
        ignoreBrokenPipe()
        let standardOutput: Int32 = 1
        let standardError: Int32 = 2
        var isLost = false
        let size = terminalSize()
        let context = Context(
            language: Language.detect(environment: environmentVariable),
            width: screenLength("COLUMNS") ?? size?.columns ?? 80,
            workingDirectory: currentDirectory(), today: today(), outputIsTerminal: isTerminal(standardOutput),
            errorsAreTerminal: isTerminal(standardError),
            environment: environmentVariable,
            output: Output { text in
                let outcome = writeAll(text, to: standardOutput)
                isLost = !outcome.isDone && outcome != .closed
                return outcome.isDone
            },
            errors: Output { writeAll($0, to: standardError).isDone })
        context.height = screenLength("LINES") ?? size?.rows
        context.startPager = { command in Pager(command).map { PagerPipe(write: $0.write, finish: $0.finish) } }
        let status = runProgram(Array(CommandLine.arguments.dropFirst()), in: context)
        guard isLost else { exitProcess(status.rawValue) }
        let message = Localized(en: "error: the output could not be written in full\n", zh: "错误：输出未能全部写出\n")
        _ = writeAll(message.text(in: context.language), to: standardError)
        exitProcess(ExitStatus.couldNotRun.rawValue)
    }
}

/// A length of the screen that somebody set, as `COLUMNS` is set for tests and recordings.
private func screenLength(_ variable: String) -> Int? {
    environmentVariable(variable).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
}
