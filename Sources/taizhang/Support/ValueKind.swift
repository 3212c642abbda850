import Diagnostics

/// What may stand in the place of an argument or of a flag's value: what completions offer, and what man pages and help call by one name.
enum ValueKind: Hashable, Sendable {
    case text
    case unit
    case indicator
    case register
    case expression
    case period
    case day
    case file
    case folder
    /// A check or a family of checks, several with commas between them.
    case code
    case command
    /// A command, a check, or a family of checks.
    case topic
    case field
    /// What cells of a report show, several with commas between them.
    case measurement
    /// `FIELD=VALUE`
    case condition
    /// One of a few words.
    case choice([String])

    /// What a placeholder stands for. The same word means the same thing in every command, so that nothing has to be said twice.
    init(placeholder: Localized) {
        let word = placeholder.en
        if word.contains("|") {
            self = .choice(word.split(separator: "|").map(String.init))
            return
        }
        self = Self.byPlaceholder[word] ?? .text
    }

    private static let byPlaceholder: [String: ValueKind] = [
        "UNIT": .unit, "NAME": .indicator, "INDICATOR": .indicator, "REGISTER": .register, "EXPRESSION": .expression,
        "PERIOD": .period, "DATE": .day, "FILE": .file, "FOLDER": .folder, "CODE": .code, "COMMAND": .command,
        "COMMAND or CODE": .topic, "FIELD": .field, "FIELD=VALUE": .condition, "WHAT,…": .measurement,
    ]
}

extension Flag {
    /// What its value is; nil for a switch.
    var kind: ValueKind? { values.map { .choice($0) } ?? placeholder.map { ValueKind(placeholder: $0) } }
}

extension Positional {
    /// What stands in its place.
    var kindOfValue: ValueKind { ValueKind(placeholder: name) }
}
