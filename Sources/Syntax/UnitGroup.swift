import SourceText

/// An open `units` block: what its lines share, and the units above the next line, by their indentation.
struct UnitGroup {
    var root: Name?
    var shared: UnitDeclaration
    /// The lines above the next one that may be its parent, outermost first, with their exact blanks.
    var above: [(indent: [UInt8], path: Name)] = []

    /// Indentations that fitted nothing, each told once.
    private var unclear: [[UInt8]] = []

    init(root: Name?, shared: UnitDeclaration) {
        self.root = root
        self.shared = shared
    }

    /// What a line stands against when it is indented otherwise than any line above it.
    enum Placement {
        case under(Name?)
        /// No line above starts with the same blanks: blanks of different kinds were mixed.
        case unclear
    }

    /// Pops the lines that cannot be above a line with this indentation, and tells the one that is.
    mutating func place(_ indent: [UInt8]) -> Placement {
        let before = above
        while let last = above.last {
            if indent.count > last.indent.count, indent.starts(with: last.indent) { return .under(last.path) }
            if indent == last.indent {
                above.removeLast()
                return .under(above.last?.path ?? root)
            }
            above.removeLast()
            if above.isEmpty, indent.count >= last.indent.count || !last.indent.starts(with: indent) {
                // The lines that follow may well be indented like those before.
                above = before
                if unclear.contains(indent) { return .under(root) }
                unclear.append(indent)
                return .unclear
            }
        }
        return .under(root)
    }

    mutating func open(_ path: Name, indent: [UInt8]) {
        above.append((indent, path))
    }
}
