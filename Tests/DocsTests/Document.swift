import Foundation

/// A Markdown document of the repository and its fenced blocks.
struct Document {
    /// Below the repository's root.
    let path: String
    private(set) var lines: [String]

    /// The repository's root, without a slash at its end.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path(percentEncoded: false).trimmingSuffix("/")

    init(_ path: String) throws {
        self.path = path
        lines = try String(contentsOfFile: Self.root + "/" + path, encoding: .utf8).components(separatedBy: "\n")
    }

    /// A fenced block: the words behind its opening fence, and the lines between its fences.
    struct Block: Sendable {
        var words: [String]
        var lines: [String]
        /// Of the opening fence.
        var number: Int

        var kind: String { words.first ?? "" }
        var text: String { lines.map { $0 + "\n" }.joined() }

        /// The value of `key=value` behind the fence.
        func value(_ key: String) -> String? {
            words.first { $0.hasPrefix(key + "=") }.map { String($0.dropFirst(key.count + 1)) }
        }
    }

    var blocks: [Block] {
        var blocks: [Block] = []
        var open: Block?
        for (index, line) in lines.enumerated() {
            if var block = open {
                if line.hasPrefix("```") {
                    blocks.append(block)
                    open = nil
                } else {
                    block.lines.append(line)
                    open = block
                }
            } else if line.hasPrefix("```") {
                open = Block(words: line.dropFirst(3).split(separator: " ").map(String.init), lines: [], number: index + 1)
            }
        }
        return blocks
    }

    /// The text outside fenced blocks.
    var prose: String {
        var isInside = false
        return lines.filter { line in
            let isFence = line.hasPrefix("```")
            if isFence { isInside.toggle() }
            return !isFence && !isInside
        }.joined(separator: "\n")
    }

    /// Replaces the lines of a block; blocks below it keep their contents but not their places.
    mutating func replace(_ block: Block, with new: [String]) {
        lines.replaceSubrange(block.number..<(block.number + block.lines.count), with: new)
    }

    func save() throws {
        try lines.joined(separator: "\n").write(toFile: Self.root + "/" + path, atomically: true, encoding: .utf8)
    }
}

extension String {
    func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
