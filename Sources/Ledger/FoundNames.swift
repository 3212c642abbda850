import Syntax

/// Names that pieces before had, and what they were found to mean: the same names come up in every piece.
struct FoundNames<ID: Sendable>: Sendable {
    private var names = NameTable()
    /// By number; nil where a name means nothing.
    private var found: [ID?] = []

    /// The number here of a piece's name.
    mutating func number(of name: NameID, in piece: NameTable) -> Int {
        let number = names.intern(name, of: piece).index
        if number == found.count { found.append(nil) }
        return number
    }

    /// What the name of this number was found to mean.
    subscript(number: Int) -> ID? {
        get { found[number] }
        set { found[number] = newValue }
    }

    /// What the names of a piece mean, in their order; `find` looks up those that are new.
    mutating func ids(of piece: NameTable, _ find: (String) -> ID?) -> [ID?] {
        (0..<piece.count).map { index in
            let number = number(of: NameID(index), in: piece)
            if found[number] == nil { found[number] = find(piece[NameID(index)]) }
            return found[number]
        }
    }
}
