/// How often something is expected, or a rule is held.
public enum Frequency: String, Sendable, CaseIterable { case monthly, quarterly, yearly }
