import Diagnostics
import Numerics
import SourceText

/// A unit that answers for figures: a node of the tree of units.
public struct Unit: Sendable {
    public var name: String
    public var parent: UnitID?
    public var nameEn: String?
    public var nameZh: String?
    public var aliases: [String] = []
    /// `key value` lines, in the order of the ledger; `kind` and `code` are among them.
    public var fields: [UnitField] = []
    /// The first day of its life; nil where it always was.
    public var opened: Day?
    /// The day after the last of its life; nil where it still is.
    public var closed: Day?
    public var succeededBy: UnitID?
    /// Stands beside the tree: in no roll-up.
    public var isApart = false
    /// Said to be complete or incomplete; nil where nothing was said.
    public var isComplete: Bool?
    public var declaredAt: SourceSpan?

    public func value(of key: String) -> String? { fields.first { $0.key == key }?.value }

    /// What it is called in a report.
    public func displayName(in language: Language) -> String {
        switch language {
        case .english: nameEn ?? name
        case .chinese: nameZh ?? name
        }
    }

    /// Whether some day of the period lies in its life.
    public func isAlive(in period: Period) -> Bool {
        (opened.map { $0 < period.end } ?? true) && (closed.map { period.start < $0 } ?? true)
    }
}

/// A `key value` line of a unit.
public struct UnitField: Hashable, Sendable {
    public var key: String
    public var value: String
}
