import Foundation
import SourceText
import Synchronization
import Testing

struct MachineTests {
    @Test(arguments: [(0, 4), (1, 4), (1000, 1), (1000, 4), (3, 100), (1000, 0)])
    func everyIndexIsVisitedOnce(count: Int, threads: Int) {
        let visits = Mutex([Int](repeating: 0, count: count))
        parallelFor(count, threads: threads) { index in visits.withLock { $0[index] += 1 } }
        #expect(visits.withLock { $0 } == [Int](repeating: 1, count: count))
    }

    @Test func threadsWorkSideBySide() {
        // Each waits until the other has come, which one thread alone never would.
        let arrived = Atomic<Int>(0)
        let deadline = monotonicNanoseconds() + 20_000_000_000
        parallelFor(2, threads: 2) { _ in
            arrived.wrappingAdd(1, ordering: .sequentiallyConsistent)
            while arrived.load(ordering: .sequentiallyConsistent) < 2, monotonicNanoseconds() < deadline {}
        }
        #expect(monotonicNanoseconds() < deadline)
    }

    @Test func todayIsTheDayOfTheSystem() {
        let before = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        let day = today()
        let after = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        let days = [before, after].map { [$0.year, $0.month, $0.day] }
        #expect(days.contains([day.year, day.month, day.day]))
    }

    @Test func theMachineAnswers() {
        // Of those at work the program may have been given only some.
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let allowed = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") }?.dropFirst("Cpus_allowed:".count)
        let count = allowed?.compactMap(\.hexDigitValue).map(\.nonzeroBitCount).reduce(0, +)
        #expect(processorCount() == count ?? ProcessInfo.processInfo.activeProcessorCount)
        #expect(peakMemoryBytes() > 1 << 20)
        #expect(currentDirectory() == FileManager.default.currentDirectoryPath)
        #expect(environmentVariable("PATH") == ProcessInfo.processInfo.environment["PATH"])
        #expect(environmentVariable("TAIZHANG_NEVER_SET") == nil)
        let start = monotonicNanoseconds()
        usleep(1000)
        #expect(monotonicNanoseconds() - start >= 1_000_000)
    }
}
