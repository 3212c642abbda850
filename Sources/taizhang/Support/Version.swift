import Diagnostics

/// The version of the program, as released.
let programVersion = "0.1.0"

let versionCommand = CommandSpec(
    "version", aliases: ["版本"], summary: Localized(en: "print the version", zh: "显示版本"), category: .program,
    examples: [Example(command: "taizhang version", what: Localized(en: "the same as taizhang --version", zh: "与 taizhang --version 相同"))]
) { _, context in
    context.print("taizhang \(programVersion)\n")
    return .success
}
