import Foundation
import Testing

@testable import taizhang

extension SharedCaseTests {
    @Test(.enabled(if: allCommands.contains { $0.isCalled("value") }), arguments: cases)
    func `value answers what the case expects`(name: String) throws {
        let folder = Self.folder.appending(path: name)
        let data = try Data(contentsOf: folder.appending(path: "expect.json"))
        let expected = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        for wanted in expected?["values"] as? [[String: Any]] ?? [] {
            let words = ["period", "unit", "expr"].compactMap { wanted[$0] as? String }
            let result = CommandLineRun.run(["value"] + words + ["-f", "main.taizhang", "--format", "json"], in: folder.path())
            #expect(result.status != 2)
            let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
            let answer = try #require(json as? [String: Any], "\(words): no object")
            for mismatch in ValueComparison(wanted: wanted, answer: answer).mismatches { Issue.record("\(words): \(mismatch)") }
        }
    }
}

/// An answer of `value --format json` held against what was wanted.
private struct ValueComparison {
    var wanted: [String: Any]
    var answer: [String: Any]

    private static let keys = ["value", "low", "high", "measure", "state", "reported", "expected"]

    var mismatches: [String] {
        var found = Self.keys.filter { answer[$0] == nil }.map { "the answer has no \($0)" }
        let tolerance = (wanted["tolerance"] as? String).flatMap { Decimal(string: $0) } ?? 0
        for key in ["value", "low", "high"] where wanted[key] != nil && !isSame(key, within: tolerance) {
            found.append("\(key) \(answer[key] ?? "nothing"), wanted \(wanted[key] ?? "nothing")")
        }
        if let measure = wanted["measure"] as? String, !isSame(measure, answer["measure"] as? String) {
            found.append("measure \(answer["measure"] ?? "nothing"), wanted \(measure)")
        }
        if let state = wanted["state"] as? String, answer["state"] as? String != state {
            found.append("state \(answer["state"] ?? "nothing"), wanted \(state)")
        }
        for key in ["reported", "expected"] {
            if let count = wanted[key] as? Int, answer[key] as? Int != count {
                found.append("\(key) \(answer[key] ?? "nothing"), wanted \(count)")
            }
        }
        return found
    }

    /// Numbers are compared as numbers: 45.3 is 45.30. Null is no number.
    private func isSame(_ key: String, within tolerance: Decimal) -> Bool {
        guard let text = wanted[key] as? String else { return answer[key] is NSNull }
        guard let number = Decimal(string: text), let got = (answer[key] as? String).flatMap({ Decimal(string: $0) }) else { return false }
        return abs(got - number) <= tolerance
    }

    private func isSame(_ measure: String, _ got: String?) -> Bool {
        got == measure || Set([measure, got]) == ["百分点", "pp"]
    }
}
