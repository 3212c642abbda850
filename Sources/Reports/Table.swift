import Diagnostics

/// What commands fill and renderers print: rows of cells under headings, with the meaning of each cell for machines. A report makes
/// `Records` for machines instead.
///
/// A table knows nothing of widths, files or colour. Footnotes and marks belong to the cells; renderers number and explain them.
public struct Table: Sendable {
    /// What the numbers are, with their measure: `规上工业产值, 亿元`.
    public var title: Localized
    /// What its sheet in a workbook is called, where the title is too long for that; nil for the title.
    public var name: Localized?
    /// What they are of, at the right end of the title's line: `示范区 2024`.
    public var subtitle: Localized?
    /// The heading above the row labels; often empty.
    public var stub: Localized
    /// From left to right, without the row labels.
    public var columns: [Column]
    /// In reading order: a tree is a row followed by the rows below it.
    public var rows: [Row]
    /// Remarks on the whole table, printed below the numbered footnotes.
    public var notes: [Localized]
    /// The keys of the machine formats, in the order of their columns. Known before the first row, so that an empty table has a header.
    public var recordKeys: [String]
    /// Fields that all records of this table share.
    public var fields: [Field]

    /// A table; rows may be added later.
    public init(
        title: Localized, subtitle: Localized? = nil, stub: Localized = Localized(verbatim: ""), columns: [Column],
        rows: [Row] = [], notes: [Localized] = [], recordKeys: [String] = [], fields: [Field] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.stub = stub
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.recordKeys = recordKeys
        self.fields = fields
    }
}

/// How the cells of a column stand under each other.
public enum Alignment: Sendable {
    case leading
    case trailing
    /// On the decimal point; a cell that is no number (`—`, `3/9`) stands at the right.
    case decimal
}

/// A column of cells.
public struct Column: Sendable {
    /// Empty where the column needs no name, as a bar does.
    public var heading: Localized
    /// How its cells stand under each other in text.
    public var alignment: Alignment
    /// Fields that the records of this column share, such as its period.
    public var fields: [Field]
    /// Whether it says something of the column before it, and stays beside it where columns go on below.
    public var isJoined: Bool

    /// A column, of numbers unless said otherwise.
    public init(_ heading: Localized, alignment: Alignment = .decimal, fields: [Field] = [], isJoined: Bool = false) {
        self.heading = heading
        self.alignment = alignment
        self.fields = fields
        self.isJoined = isJoined
    }
}

/// A line of the table.
public struct Row: Sendable {
    /// What a row is for.
    public enum Kind: Sendable {
        /// A line with cells.
        case figures
        /// A line that names the rows below it and has no cells; those rows are indented in text.
        case heading
    }

    /// The unit, indicator or period of the row, without tree lines.
    public var label: Localized
    /// Headings have no cells and no depth.
    public var kind: Kind
    /// Steps below the root of the row's tree, from 0. Tree lines follow from the depths of the rows in order.
    public var depth: Int
    /// One for each column; missing ones at the end are blank.
    public var cells: [Cell]
    /// Fields that the records of this row share, such as its unit.
    public var fields: [Field]

    /// A line with cells.
    public init(_ label: Localized, depth: Int = 0, cells: [Cell], fields: [Field] = []) {
        precondition(depth >= 0)
        self.label = label
        self.kind = .figures
        self.depth = depth
        self.cells = cells
        self.fields = fields
    }

    /// A line that names the rows below it, up to the next such line.
    public static func heading(_ label: Localized) -> Row {
        var row = Row(label, cells: [])
        row.kind = .heading
        return row
    }
}
