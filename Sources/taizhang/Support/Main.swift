import Diagnostics
import SourceText

@main
struct Taizhang {
    static func main() {
        ignoreBrokenPipe()
        let standardOutput: Int32 = 1
        let standardError: Int32 = 2
        let context = Context(
            language: Language.detect(environment: environmentVariable), width: terminalWidth() ?? 80,
            workingDirectory: currentDirectory(), today: today(), outputIsTerminal: isTerminal(standardOutput),
            environment: environmentVariable, output: Output { writeAll($0, to: standardOutput) },
            errors: Output { writeAll($0, to: standardError) })
        exitProcess(runProgram(Array(CommandLine.arguments.dropFirst()), in: context).rawValue)
    }
}
