/// Which codes are wanted: those that `only` names, or all where it names none, without those that `skip` names.
public struct CodeSelection: Sendable {
    /// Codes and families.
    public var only: [String]
    /// Codes and families.
    public var skip: [String]

    /// For what a selector selects see `DiagnosticCode.isSelected(by:)`.
    public init(only: [String] = [], skip: [String] = []) { (self.only, self.skip) = (only, skip) }

    /// Every code.
    public static let all = CodeSelection()

    /// Whether every code is wanted.
    public var isAll: Bool { only.isEmpty && skip.isEmpty }

    /// Whether this code is wanted.
    public func takes(_ code: DiagnosticCode) -> Bool {
        (only.isEmpty || only.contains { code.isSelected(by: $0) }) && !skip.contains { code.isSelected(by: $0) }
    }
}

extension DiagnosticCode {
    /// Whether `--only` and `--skip` mean this code: `tally/time` by its name, and everything in `tally` by `tally` or `tally/`.
    public func isSelected(by selector: String) -> Bool {
        let selector = selector.hasSuffix("/") ? String(selector.dropLast()) : selector
        return text == selector || text.hasPrefix(selector + "/")
    }
}
