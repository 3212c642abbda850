import Diagnostics

/// Runs one command line, without the program's name, from the first word to the exit status.
func runProgram(_ words: [String], in context: Context) -> ExitStatus {
    defer { context.flush() }
    let config = asksForNoConfig(words) ? nil : ConfigFile.nearest(to: context)
    if let language = languageAsked(in: words) ?? config?.language { context.language = language }
    do throws(UsageError) {
        // What people try first on any program.
        let words = words == ["--version"] ? ["version"] : words
        // Known only where it is called by its name, so that nobody is told of it.
        let hidden = words.first == completeCommand.name ? [completeCommand] : []
        let arguments = try ArgumentParser.parse(words, commands: context.commands + hidden)
        if languageAsked(in: words) == nil, hidden.isEmpty, let named = context.environment(languageVariable), !named.isEmpty,
            Language.ofLocale(named) == nil
        {
            throw .wrongVariable(languageVariable, named, among: Language.allCases.map(\.rawValue))
        }
        return run(arguments, config, in: context)
    } catch {
        context.report(error)
        return .couldNotRun
    }
}

private func run(_ arguments: ParsedArguments, _ config: ConfigFile?, in context: Context) -> ExitStatus {
    context.chooseColour(arguments.string("color"))
    context.choosePager(isOff: arguments.has("no-pager"))
    guard let command = arguments.command else {
        context.print(overviewPage(of: context.commands, in: context.language, width: context.screenWidth))
        return .success
    }
    if arguments.has("help") {
        context.print(commandPage(of: command, in: context.language, width: context.screenWidth))
        return .success
    }
    var arguments = arguments
    if let config {
        // These need no ledger, and one of them is to show what is wrong with the file.
        if command.category != .program, !config.diagnostics.isEmpty {
            context.printError(config.mistakes(in: context))
            return .couldNotRun
        }
        context.settings = config.settings(for: command).filter { !arguments.has($0.flag.long) }
        arguments.fill(from: context.settings)
        context.chooseColour(arguments.string("color"))
        if let language = arguments.string("lang").flatMap({ Language(rawValue: $0) }) { context.language = language }
    }
    context.choosePager(isOff: arguments.has("no-pager"))
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

private let languageVariable = "TAIZHANG_LANG"

private func asksForNoConfig(_ words: [String]) -> Bool { words.prefix { $0 != "--" }.contains("--no-config") }

/// `--lang` is looked for before the line is parsed, so that a mistake in the line is told in that language.
private func languageAsked(in words: [String]) -> Language? {
    let words = words.prefix { $0 != "--" }
    for (word, next) in zip(words, words.dropFirst() + [""]) {
        if word == "--lang" { return Language(rawValue: next) }
        if word.hasPrefix("--lang=") { return Language(rawValue: String(word.dropFirst(7))) }
    }
    return nil
}
