/// A walk over indicators, from wholes to what they are made of or include: each once, however deep they lie.
struct PartsWalk {
    /// Parts before wholes.
    private(set) var partsFirst: [Int] = []
    private var states: [State]

    private enum State { case unseen, open, done }

    /// A whole on the way down, and how far its parts have been looked at.
    private struct Step {
        var whole: Int
        var parts: [IndicatorID]
        var next = 0
    }

    init(_ indicators: [Indicator], from starts: some Sequence<Int>) {
        states = Array(repeating: .unseen, count: indicators.count)
        for start in starts where states[start] == .unseen { walk(from: start, indicators) }
    }

    private mutating func walk(from start: Int, _ indicators: [Indicator]) {
        var way = [step(start, indicators)]
        while let last = way.indices.last {
            guard way[last].next < way[last].parts.count else {
                states[way[last].whole] = .done
                partsFirst.append(way[last].whole)
                way.removeLast()
                continue
            }
            let part = way[last].parts[way[last].next]
            way[last].next += 1
            switch states[part.index] {
            case .unseen: way.append(step(part.index, indicators))
            case .open, .done: break
            }
        }
    }

    private mutating func step(_ whole: Int, _ indicators: [Indicator]) -> Step {
        states[whole] = .open
        return Step(whole: whole, parts: indicators[whole].parts.joined() + indicators[whole].includes)
    }
}

extension [Indicator] {
    /// Marks every whole with a signed part as signed, however far below it that lies. Costs nothing where none is.
    mutating func spreadSigns() {
        guard indices.contains(where: { self[$0].isSigned || self[$0].isDeclaredSigned }) else { return }
        var wholes: [[Int]] = Array<[Int]>(repeating: [], count: count)
        for index in indices {
            for part in self[index].parts.joined() + self[index].includes { wholes[part.index].append(index) }
        }
        for index in above(indices.filter { self[$0].isSigned }, wholes) { self[index].isSigned = true }
        for index in above(indices.filter { self[$0].isDeclaredSigned }, wholes) { self[index].isDeclaredSigned = true }
    }

    /// The parts, and all wholes that they are in, at whatever distance.
    private func above(_ parts: [Int], _ wholes: [[Int]]) -> [Int] {
        var found = parts
        var isFound = Array<Bool>(repeating: false, count: count)
        for part in parts { isFound[part] = true }
        var next = 0
        while next < found.count {
            for whole in wholes[found[next]] where !isFound[whole] {
                isFound[whole] = true
                found.append(whole)
            }
            next += 1
        }
        return found
    }
}
