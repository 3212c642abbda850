import Numerics
import Testing

struct KeyTableTests {
    /// Keys of few bits in either word, so that they collide.
    private struct Key: TableKey, Hashable {
        var high: UInt64
        var low: UInt64

        var words: (UInt64, UInt64) { (high, low) }
    }

    @Test(arguments: 1...40)
    func itAnswersAsADictionaryDoes(seed: UInt64) {
        var random = Seeded(state: seed)
        var table = KeyTable<Key, Int>()
        var dictionary: [Key: Int] = [:]
        var order: [Key] = []
        for step in 0..<Int.random(in: 1...600, using: &random) {
            let key = Key(high: .random(in: 0...12, using: &random) << 32, low: .random(in: 0...12, using: &random) << 60)
            if dictionary[key] == nil { order.append(key) }
            switch step % 50 {
            case 49 where seed % 4 == 0:
                table.removeAll()
                dictionary = [:]
                order = []
            case 0..<20:
                table.set(key, step)
                dictionary[key] = step
            default:
                let sum = table.change(key, from: 7) { value in
                    value += step
                    return value
                }
                dictionary[key, default: 7] += step
                #expect(sum == dictionary[key])
            }
            #expect(table[key] == dictionary[key])
        }
        #expect(table.count == dictionary.count && table.isEmpty == dictionary.isEmpty)
        #expect(table.keys == order)
        #expect(table.values == order.map { dictionary[$0] })
        for high in 0...12 as ClosedRange<UInt64> {
            let key = Key(high: high << 32, low: 13 << 60)
            #expect(table[key] == nil && !table.contains(key))
        }
        table.changeAll { $0 = -$0 }
        #expect(order.allSatisfy { table[$0] == dictionary[$0].map { -$0 } })
    }

    @Test func aSetKeepsEachKeyOnceInTheOrderOfTheFirst() {
        let (first, second, year) = (Period.month(2024, 1), Period.month(2024, 2), Period.year(2024))
        var set: KeySet<Period> = [second, first, second]
        #expect(set.keys == [second, first])
        let inserted = [first, year].map { set.insert($0) }
        #expect(inserted == [false, true])
        let numbers = [first, .quarter(2024, 1)].map { set.number(of: $0) }
        #expect(numbers == [1, 3])
        #expect(set.contains(.quarter(2024, 1)) && !set.contains(.quarter(2024, 2)))
    }

    @Test func periodsThatDifferInOneDayAreTold() {
        let days = (0..<60).map { Day(rawValue: $0 - 30) }
        let periods = days.flatMap { start in days.compactMap { start < $0 ? Period(start, $0) : nil } }
        #expect(KeySet(periods).count == periods.count)
    }
}
