import Foundation
import Testing

/// Modules point one way: the compiler, which sees what is built already, does not hold them to it.
@Suite struct ModuleTests {
    /// Of a module, the others that its files import.
    private static func imports(of module: String) throws -> Set<String> {
        let folder = Document.root + "/Sources/" + module
        var imports: Set<String> = []
        for case let file as String in try #require(FileManager.default.enumerator(atPath: folder)) where file.hasSuffix(".swift") {
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            for match in text.matches(of: /(?m)^\s*import (\w+)$/) { imports.insert(String(match.output.1)) }
        }
        return imports.intersection(try modules())
    }

    private static func modules() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: Document.root + "/Sources"))
    }

    @Test func `a module imports what the package says, and all of it`() throws {
        let package = try String(contentsOfFile: Document.root + "/Package.swift", encoding: .utf8)
        let declared = package.matches(of: /\bmodule\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/)
        #expect(declared.count == (try Self.modules().count) - 2)
        for match in declared {
            let names = (match.output.2 ?? "").matches(of: /\w+/).map { String($0.output) }
            #expect(try Self.imports(of: String(match.output.1)) == Set(names), "\(match.output.1)")
        }
    }

    @Test func `a module imports only those above it in the table of the architecture`() throws {
        let rows = try Document("docs/architecture.md").lines.compactMap { $0.prefixMatch(of: /\| `([\w-]+)` \|/) }
        let order = rows.map { String($0.output.1) }
        #expect(Set(order) == (try Self.modules()))
        for (index, module) in order.enumerated() {
            #expect(try Self.imports(of: module).isSubset(of: order[..<index]), "\(module)")
        }
    }
}
