import Diagnostics
import Testing

@testable import taizhang

@Suite struct WorkWatchTests {
    private final class World {
        var now: UInt64 = 0
        var written = ""
    }

    private func watch(_ world: World, _ language: Language = .english, isTerminal: Bool = true) -> WorkWatch {
        WorkWatch(clock: { world.now }, language: language, write: isTerminal ? { world.written += $0 } : nil)
    }

    @Test func `work that is done within a second says nothing`() {
        let world = World()
        let work = watch(world)
        for (time, share) in [(0, 0.1), (500, 0.5), (999, 0.9)] {
            world.now = UInt64(time) * 1_000_000
            work.note(.read, share)
        }
        work.clear()
        #expect(world.written == "")
    }

    @Test(arguments: [
        (Language.english, "\r\u{1B}[Kreading 41%|\r\u{1B}[Kreading 60%|\r\u{1B}[Kmatching names|\r\u{1B}[Kchecking 100%|\r\u{1B}[K"),
        (Language.chinese, "\r\u{1B}[K读取 41%|\r\u{1B}[K读取 60%|\r\u{1B}[K核对名称|\r\u{1B}[K检查 100%|\r\u{1B}[K"),
    ])
    func `longer work says how far it has come, ten times a second`(language: Language, expected: String) {
        let world = World()
        let work = watch(world, language)
        var lines: [String] = []
        func at(_ milliseconds: UInt64, _ step: () -> Void) {
            world.now = milliseconds * 1_000_000
            step()
            if !world.written.isEmpty { lines.append(world.written) }
            world.written = ""
        }
        at(0) { work.note(.read, 0) }
        at(1000) { work.note(.read, 0.419) }
        at(1050) { work.note(.read, 0.5) }
        at(1100) { work.note(.read, 0.6) }
        at(1110) { work.note(.names) }
        at(1300) { work.note(.read, 0.7) }
        at(1301) { work.note(.check, 1) }
        at(1302) { work.clear() }
        at(1303) { work.clear() }
        #expect(lines.joined(separator: "|") == expected)
    }

    @Test func `nothing is written where nobody sees it, and times are noted all the same`() {
        let world = World()
        let work = watch(world, isTerminal: false)
        for (time, stage) in [(10, WorkWatch.Stage.read), (2_000, .read), (2_500, .names), (4_000, .check)] {
            world.now = UInt64(time)
            work.note(stage)
        }
        world.now = 9_000
        #expect(world.written == "")
        #expect(work.times().map(\.stage) == [.read, .names, .check])
        #expect(work.times().map(\.nanoseconds) == [2_490, 1_500, 5_000])
    }
}
