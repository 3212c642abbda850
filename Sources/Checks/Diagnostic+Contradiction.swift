import Diagnostics

extension Diagnostic {
    /// Whether it is an error, or says that figures of different status contradict each other, which is a warning.
    public var isContradiction: Bool {
        severity == .error || severity == .warning && ["tally", "claim"].contains { code.isSelected(by: $0) }
    }
}
