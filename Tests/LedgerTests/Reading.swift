import Diagnostics
import Foundation
import Ledger
import SourceText
import Testing

/// A ledger with what was wrong with it, put briefly.
struct Reading {
    let ledger: Ledger

    init(_ text: String) { ledger = Ledger.load(text: text) }

    init(path: String, options: LoadOptions = LoadOptions()) throws { ledger = try Ledger.load(path: path, options: options) }

    /// `CODE at TEXT`, in file order.
    var problems: [String] {
        sorted.map { "\($0.code) at \(text($0.primary.span))" }
    }

    /// Labels and help of all problems, in English.
    var advice: String {
        sorted.map { ([$0.message, $0.primary.label].compactMap { $0 } + $0.help).map(\.en).joined(separator: "\n") }.joined(
            separator: "\n")
    }

    var sorted: [Diagnostic] { DiagnosticList(ledger.diagnostics).sorted().diagnostics }

    func text(_ span: SourceSpan) -> String { ledger.sources[span.file].buffer.text(span.range) }

    /// Full paths of all units, in the order of the tree.
    var paths: [String] { ledger.units.ids.map { ledger.units.path(of: $0) } }

    /// What a reference means: a path, `?` with the candidates, or nothing.
    func find(_ reference: String) -> String {
        switch ledger.units.find(reference) {
        case .unit(let id): ledger.units.path(of: id)
        case .ambiguous(let candidates): "? " + candidates.map { ledger.units.path(of: $0) }.joined(separator: ", ")
        case .unknown: ""
        }
    }

    /// How many of the other one is.
    func ratio(_ name: String, _ other: String) -> String {
        guard let a = ledger.measures.find(name), let b = ledger.measures.find(other), ledger.measures.convert(a, b) else { return "" }
        return "\(ledger.measures[a].factor):\(ledger.measures[b].factor)"
    }
}

/// A folder of a test's own, gone when the test is.
final class Scratch {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "taizhang-ledger-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A text, and all that is wrong with it.
struct Wrong: Sendable, CustomTestStringConvertible {
    var text: String
    var problems: [String]

    init(_ text: String, _ problems: [String]) {
        self.text = text
        self.problems = problems
    }

    var testDescription: String { text }
}
