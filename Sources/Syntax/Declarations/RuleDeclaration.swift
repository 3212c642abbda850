/// `rule NAME [warn] [missing POLICY] FORMULA [where …] [, each …]`
public struct RuleDeclaration: Sendable {
    /// The rule's own name: its code is `rule/NAME`.
    public var name: Name
    /// What breaks it is a warning, not an error.
    public var warns: Bool
    /// `skip` where nothing was said.
    public var missing: MissingPolicy
    /// A comparison.
    public var formula: Formula
}

/// What a rule does where a figure is missing.
public enum MissingPolicy: String, Sendable, CaseIterable { case skip, zero, any }
