/// How an indicator adds up over time.
public enum Nature: String, Sendable, CaseIterable { case flow, stock, rate }

/// Which direction is good.
public enum Direction: String, Sendable, CaseIterable { case higher, lower, none }

/// What published growth is computed on.
public enum GrowthBasis: String, Sendable, CaseIterable { case nominal, real, comparable }

/// How an indicator adds up over the sub-units of a unit.
public enum OverUnits: String, Sendable, CaseIterable { case sum, mean, max, min, none, cover }
