import Diagnostics

/// What the shells' scripts call: the words after the program's name up to the cursor, the last of them still being typed. Prints a
/// candidate a line, with a tab and what it is behind it; first of all `:file` or `:folder` where the shell is to offer paths. Says
/// nothing where it knows nothing, and never that something is wrong.
let completeCommand = CommandSpec(
    "complete", summary: Localized(en: "what the shells ask", zh: "供命令行补全调用"), category: .program,
    arguments: [Positional(Localized(en: "WORD", zh: "词"), .rest)]
) { arguments, context in
    let completion = LineCompletion(words: arguments.arguments, context: context)
    let language = context.language
    if let paths = completion.paths { context.print(":\(paths.rawValue)\n") }
    for candidate in completion.candidates {
        let what = candidate.what.text(in: language)
        context.print(candidate.text + (what.isEmpty ? "" : "\t" + what) + "\n")
    }
    return .success
}
