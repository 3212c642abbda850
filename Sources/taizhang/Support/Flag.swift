import Diagnostics

/// A flag as data: parser, help and completions all follow it.
struct Flag: Sendable {
    /// Without the dashes; also the name by which a command asks for it.
    var long: String
    var short: Character?
    /// What stands for the value in help; nil for a switch.
    var placeholder: Localized?
    var summary: Localized
    /// The only values that there are; nil where any text may be given.
    var values: [String]?
    var repeatable: Bool
    /// Whether a `taizhang.conf` may set it. One that came with somebody else's files must not write files or reach out of its folder.
    var isConfigurable = true

    var takesValue: Bool { placeholder != nil || values != nil }

    /// A flag that is there or not.
    static func toggle(_ long: String, short: Character? = nil, _ summary: Localized) -> Flag {
        Flag(long: long, short: short, placeholder: nil, summary: summary, values: nil, repeatable: false)
    }

    /// A flag with a value of any text.
    static func option(_ long: String, short: Character? = nil, _ placeholder: Localized, _ summary: Localized) -> Flag {
        Flag(long: long, short: short, placeholder: placeholder, summary: summary, values: nil, repeatable: false)
    }

    /// A flag that may be given several times, each time with a value.
    static func list(_ long: String, short: Character? = nil, _ placeholder: Localized, _ summary: Localized) -> Flag {
        Flag(long: long, short: short, placeholder: placeholder, summary: summary, values: nil, repeatable: true)
    }

    /// A flag with one of a few values.
    static func choice(_ long: String, short: Character? = nil, _ values: [String], _ summary: Localized) -> Flag {
        Flag(long: long, short: short, placeholder: nil, summary: summary, values: values, repeatable: false)
    }

    /// The same, but no `taizhang.conf` can set it.
    func onlyOnCommandLine() -> Flag {
        var flag = self
        flag.isConfigurable = false
        return flag
    }

    /// `--format csv|json`, as help shows it without its short form.
    func spelling(in language: Language) -> String {
        let value = values?.joined(separator: "|") ?? placeholder?.text(in: language)
        return "--" + long + (value.map { " " + $0 } ?? "")
    }
}
