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
    let status = command.run(arguments, context)
    guard let changed = context.sources.files.first(where: \.text.hasChanged) else { return status }
    context.report(.changedMeanwhile(changed.path))
    return .couldNotRun
}

extension UsageError {
    /// What has been printed may show blank lines, or leave figures out.
    fileprivate static func changedMeanwhile(_ path: String) -> UsageError {
        UsageError(
            message: Localized(en: "\(path) changed while it was being read", zh: "读取期间 \(path) 有改动"),
            help: [Localized(en: "run it again", zh: "请重新运行")])
    }
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
