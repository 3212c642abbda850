import Diagnostics
import Numerics
import SourceText
import Syntax

/// A unit that answers for figures: a node of the tree of units.
public struct Unit: Named, Sendable {
    /// The last part of its path.
    public var name: String
    /// Nil for a root.
    public var parent: UnitID?
    /// `name-en`
    public var nameEn: String?
    /// `name-zh`
    public var nameZh: String?
    /// Other names that references may use.
    public var aliases: [String] = []
    /// `key value` lines, in the order of the ledger; `kind` and `code` are among them.
    public var fields: [UnitField] = []
    /// The first day of its life; nil where it always was.
    public var opened: Day?
    /// The day after the last of its life; nil where it still is.
    public var closed: Day?
    /// The unit that it was merged into.
    public var succeededBy: UnitID?
    /// Stands beside the tree: in no roll-up.
    public var isApart = false
    /// Said to be complete or incomplete; nil where nothing was said.
    public var isComplete: Bool?
    /// Its path in the declaration of its own, else the first that names it.
    public var declaredAt: SourceSpan?

    /// The value of its first field of that key; `kind` and `code` whatever language the line is in.
    public func value(of key: String) -> String? { value(ofCanonical: Self.canonicalKey(key)) }

    /// The same for a key that is spelled as fields keep it.
    public func value(ofCanonical key: String) -> String? { fields.first { $0.key == key }?.value }

    /// Its `kind`.
    public var kind: String? { value(ofCanonical: "kind") }

    /// How fields keep a key: `类别` is `kind`, `代码` is `code`.
    public static func canonicalKey(_ key: String) -> String { Field.canonicalKey(key) }

    /// What a key that fields keep is called: `kind` and `code` are words of the language, with two spellings.
    public static func keyName(_ key: String) -> Localized {
        switch key {
        case "kind": Localized(en: key, zh: "类别")
        case "code": Localized(en: key, zh: "代码")
        default: Localized(verbatim: key)
        }
    }

    /// Whether some day of the period lies in its life.
    public func isAlive(in period: Period) -> Bool {
        (opened.map { $0 < period.end } ?? true) && (closed.map { period.start < $0 } ?? true)
    }
}

/// A `key value` line of a unit.
public struct UnitField: Hashable, Sendable {
    /// As written; `kind` and `code` in English.
    public var key: String
    /// May be a path, such as `装备制造:汽摩配`.
    public var value: String
}
