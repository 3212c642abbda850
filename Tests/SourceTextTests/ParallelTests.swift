import Foundation
import Synchronization
import Testing

@testable import SourceText

struct ParallelTests {
    @Test(arguments: [0, 1, 63, 64, 65, 1000], [1, 2, 5])
    func mapKeepsTheOrder(count: Int, threads: Int) {
        let expected = (0..<count).map { $0 * 3 }
        #expect((0..<count).parallelMap(threads: threads) { $0 * 3 } == expected)
        #expect(Array(0..<count).dropFirst(2).parallelMap(shareSize: 7, threads: threads) { $0 * 3 } == Array(expected.dropFirst(2)))
    }

    @Test(arguments: [1, 2, 5])
    func workMayOpenMoreWork(threads: Int) {
        let sums = (0..<40).parallelMap(shareSize: 1, threads: threads) { row in
            (0..<200).parallelMap(shareSize: 3, threads: threads) { $0 * row }.reduce(0, +)
        }
        #expect(sums == (0..<40).map { $0 * 19_900 })
    }

    @Test(arguments: [1, 2])
    func twoThingsSideBySide(threads: Int) {
        let (number, text) = sideBySide(threads: threads, { 7 }, { "seven" })
        #expect(number == 7)
        #expect(text == "seven")
    }

    #if os(Linux)
        /// Where a thread starts is chosen for it, where it goes on is not.
        @Test(.enabled(if: processorCount() > 1)) func everyThreadMayRunOnAllProcessors() {
            let arrived = Atomic<Int>(0)
            let deadline = monotonicNanoseconds() + 10_000_000_000
            let told = (0..<2).parallelMap(shareSize: 1, threads: 2) { _ in
                arrived.wrappingAdd(1, ordering: .sequentiallyConsistent)
                while arrived.load(ordering: .sequentiallyConsistent) < 2, monotonicNanoseconds() < deadline {}
                let status = (try? String(contentsOfFile: "/proc/thread-self/status", encoding: .utf8)) ?? ""
                return ["Pid:", "Cpus_allowed_list:"].map { key in status.split(separator: "\n").first { $0.hasPrefix(key) } }
            }
            #expect(told[0][0] != told[1][0], "two threads")
            #expect(told[0][1] != nil)
            #expect(told[0][1] == told[1][1])
        }

        @Test func theProcessorsOfThisThread() {
            guard let all = ProcessorSet.ofTheProgram else { return }
            #expect(all.count == processorCount())
            #expect(all.butThisOne.count == all.count - 1)
        }
    #endif

    @Test func onceMakesItsValueOnce() {
        let once = Once<Int>()
        let made = Atomic<Int>(0)
        #expect(once.known == nil)
        let found = Array(0..<1000).parallelMap(shareSize: 1, threads: 4) { _ in
            once.value { made.wrappingAdd(1, ordering: .relaxed).newValue }
        }
        #expect(found.allSatisfy { $0 == 1 })
        #expect(once.known == 1)
    }
}
