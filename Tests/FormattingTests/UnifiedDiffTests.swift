import SourceText
import Testing

@testable import Formatting

@Suite struct UnifiedDiffTests {
    @Test(arguments: ["  ", "\t", "　", "\n ", "a\r\n  ", "2024年  甲\n    产值  3\n  ", "2024年 甲\n 产值 3\n\t \t"])
    func `blanks at the end of a file leave no line behind`(text: String) {
        check(Array(text.utf8))
    }

    @Test func `the difference is put as patch takes it`() {
        let diff = unifiedDiff(of: "2024年  甲\n    产值  3\n  ", path: "t")
        #expect(
            diff == """
                --- t
                +++ t
                @@ -1,3 +1,2 @@
                 2024年  甲
                     产值  3
                -  
                \\ No newline at end of file

                """)
        #expect(unifiedDiff(of: " ", path: "t").contains("@@ -1,1 +0,0 @@\n- \n\\ No newline"))
    }

    @Test func `applied to the file, it makes what formatting makes, whatever the file ends in`() {
        var random = SplitMix64(state: 45)
        let pieces = ["2024年  甲", "2024  乙 ", "    产值  3", " 产值 5亿元", "  ", "\t", "　", "\n", "\r\n", "\r", "\n\n", "; 注 ", "\u{A0}"]
        for _ in 0..<2000 {
            let text = (0..<Int(random.next() % 12)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
            check(Array(text.utf8))
        }
    }

    private func unifiedDiff(of text: String, path: String) -> String {
        let buffer = SourceBuffer(copying: text.utf8)
        return formatted(buffer).map { Formatting.unifiedDiff(of: buffer, formatted: $0, path: path) } ?? ""
    }

    private func check(_ text: [UInt8]) {
        let buffer = SourceBuffer(copying: text)
        guard let new = formatted(buffer) else { return }
        let diff = Formatting.unifiedDiff(of: buffer, formatted: new, path: "t")
        #expect(patched(text, diff) == new, "\(String(decoding: text, as: UTF8.self))")
    }

    /// What `patch` would make of it.
    private func patched(_ text: [UInt8], _ diff: String) -> [UInt8] {
        let old = lines(text)
        var new: [[UInt8]] = []
        var at = 0
        var mark: Unicode.Scalar?
        for line in lines(Array(diff.utf8)).dropFirst(2) {
            let content = Array(line.dropFirst())
            switch line.first.map({ Unicode.Scalar($0) }) {
            case "@":
                let numbers = String(decoding: line, as: UTF8.self).split(separator: " ")[1].dropFirst().split(separator: ",")
                let start = (Int(numbers[0]) ?? 0) - 1
                new += old[at..<start]
                at = start
            case " ", "-":
                #expect(without(old[at]) == without(content))
                if line.first == 0x20 { new.append(old[at]) }
                at += 1
            case "+": new.append(content)
            default:
                // There is no line feed behind the line before this one.
                if mark == "+" { new[new.count - 1].removeLast() }
            }
            mark = line.first.map { Unicode.Scalar($0) }
        }
        return Array((new + old[at...]).joined())
    }

    private func without(_ line: [UInt8]) -> [UInt8] { line.last == 0x0A ? line.dropLast() : line }

    private func lines(_ text: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        for byte in text {
            line.append(byte)
            if byte == 0x0A {
                lines.append(line)
                line = []
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
