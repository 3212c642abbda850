import SourceText
import Synchronization
import Testing

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
