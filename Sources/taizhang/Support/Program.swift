import Diagnostics

/// Runs one command line, without the program's name, from the first word to the exit status.
func runProgram(_ words: [String], in context: Context) -> ExitStatus {
    defer { context.flush() }
    if let language = languageAsked(in: words) { context.language = language }
    do throws(UsageError) {
        // What people try first on any program.
        let words = words == ["--version"] ? ["version"] : words
        let arguments = try ArgumentParser.parse(words, commands: context.commands)
        context.chooseColour(arguments.string("color"))
        context.choosePager(isOff: arguments.has("no-pager"))
        return run(arguments, in: context)
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

private func run(_ arguments: ParsedArguments, in context: Context) -> ExitStatus {
    guard let command = arguments.command else {
        context.print(overviewPage(of: context.commands, in: context.language))
        return .success
    }
    if arguments.has("help") {
        context.print(commandPage(of: command, in: context.language))
        return .success
    }
    return command.run(arguments, context)
}

/// `--lang` is looked for before the line is parsed, so that a mistake in the line is told in that language.
private func languageAsked(in words: [String]) -> Language? {
    let words = words.prefix { $0 != "--" }
    for (word, next) in zip(words, words.dropFirst() + [""]) {
        if word == "--lang" { return Language(rawValue: next) }
        if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) }
    }
    return nil
}
