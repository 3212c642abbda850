import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Threads that draw from whatever work is open, and wait for more: starting them anew for each piece of work would take longer than a small
/// ledger has work for. They start when they are first needed, and live as long as the program.
final class Crew: @unchecked Sendable {
    // SAFETY: `lock` guards everything but itself and `changed`, which never move.
    static let shared = Crew()

    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    /// Work was opened, or the last who helped with some is done with it.
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// Of each thread, the work that it draws from.
    private var currentKey = pthread_key_t()
    /// Members that are awake without work.
    private var awakeCount = 0
    /// How often `changed` was told. Only under the lock does it change.
    private let tellings = Atomic<Int>(0)
    private var open: [Unmanaged<SharedWork>] = []
    private var memberCount = 0

    private init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
        pthread_key_create(&currentKey, nil)
    }

    /// Does the work with up to so many helpers; returns when all of it is done. Work may open more work, with which whoever waits for it
    /// helps; with any other he does not, as that might wait for something that he holds.
    func run(_ work: SharedWork, helpers: Int) {
        // SAFETY: helpers use the work only while they are counted, and this returns only when none is.
        let shared = Unmanaged.passUnretained(work)
        let outer = pthread_getspecific(currentKey)
        work.outer = outer.map { Unmanaged.fromOpaque($0) }
        pthread_mutex_lock(lock)
        while memberCount < helpers, startMember() { memberCount += 1 }
        work.helpersWanted = helpers
        open.append(shared)
        tell()
        pthread_mutex_unlock(lock)
        draw(from: work)
        pthread_mutex_lock(lock)
        while work.helperCount > 0 {
            if !help(where: { $0.isInside(work) }) { awaitTelling() }
        }
        open.removeAll { $0.toOpaque() == shared.toOpaque() }
        pthread_mutex_unlock(lock)
    }

    /// Starts threads before there is work for them: a new one may take longer to begin than a small ledger to be read.
    func prepare(helpers: Int) {
        pthread_mutex_lock(lock)
        while memberCount < helpers, startMember() { memberCount += 1 }
        pthread_mutex_unlock(lock)
    }

    fileprivate func serve() {
        #if canImport(Glibc)
            ProcessorSet.ofTheProgram?.pinThisThread()
        #endif
        pthread_mutex_lock(lock)
        while true {
            if !help(where: { _ in true }) { awaitTelling() }
        }
    }

    /// Helps with some of the work, without the lock; what was opened last comes first, as others wait for it. False where none is open.
    private func help(where isWanted: (SharedWork) -> Bool) -> Bool {
        let found = open.last { $0._withUnsafeGuaranteedRef { $0.helpersWanted > 0 && $0.hasMore && isWanted($0) } }
        guard let found else { return false }
        found._withUnsafeGuaranteedRef { work in
            work.helpersWanted -= 1
            work.helperCount += 1
            pthread_mutex_unlock(lock)
            draw(from: work)
            pthread_mutex_lock(lock)
            work.helperCount -= 1
            if work.helperCount == 0 { tell() }
        }
        return true
    }

    /// Under the lock.
    private func tell() {
        tellings.wrappingAdd(1, ordering: .releasing)
        pthread_cond_broadcast(changed)
    }

    /// Under the lock, which it gives up meanwhile. Work comes in quick succession, and to wake a processor that has gone to sleep may take
    /// longer than a piece of it: so first it stays awake for a little, while others who can use the processor may.
    private func awaitTelling() {
        let known = tellings.load(ordering: .relaxed)
        if awakeCount < Self.mostAwake {
            awakeCount += 1
            pthread_mutex_unlock(lock)
            let end = monotonicNanoseconds() + Self.longestWake
            while tellings.load(ordering: .acquiring) == known, monotonicNanoseconds() < end { sched_yield() }
            pthread_mutex_lock(lock)
            awakeCount -= 1
        }
        if tellings.load(ordering: .relaxed) == known { pthread_cond_wait(changed, lock) }
    }

    private static let longestWake: UInt64 = 3_000_000
    /// A small ledger has no work for more.
    private static let mostAwake = 3

    private func draw(from work: SharedWork) {
        let outer = pthread_getspecific(currentKey)
        pthread_setspecific(currentKey, Unmanaged.passUnretained(work).toOpaque())
        work.draw()
        pthread_setspecific(currentKey, outer)
    }

    /// False where the system grants no thread: others then do its share.
    private func startMember() -> Bool {
        #if canImport(Glibc)
            // Some systems start a thread on the processor of its maker, to let others sleep; there it would wait for as long as this one works.
            if let others = ProcessorSet.ofTheProgram?.butThisOne, others.count > 0, startMember({ others.pin(&$0) }) { return true }
        #endif
        return startMember { _ in }
    }

    private func startMember(_ prepare: (inout pthread_attr_t) -> Void) -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        // As deep as descents into a ledger's trees may need.
        pthread_attr_setstacksize(&attributes, 16 << 20)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        prepare(&attributes)
        #if canImport(Glibc)
            var thread = pthread_t()
            return pthread_create(&thread, &attributes, serveCrew, nil) == 0
        #else
            var thread: pthread_t?
            return pthread_create(&thread, &attributes, { serveCrew($0) }, nil) == 0
        #endif
    }
}

private func serveCrew(_: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    Crew.shared.serve()
    return nil
}

/// Pieces of work that any thread may draw.
final class SharedWork: @unchecked Sendable {
    // SAFETY: the crew's lock guards what is not constant or atomic; `outer` is set before others see the work, and outlives it.
    fileprivate var helpersWanted = 0
    fileprivate var helperCount = 0
    /// The work that opened it.
    fileprivate var outer: Unmanaged<SharedWork>?
    private let count: Int
    private let body: @Sendable (Int) -> Void
    private let next = Atomic<Int>(0)

    init(count: Int, body: @escaping @Sendable (Int) -> Void) {
        self.count = count
        self.body = body
    }

    fileprivate var hasMore: Bool { next.load(ordering: .relaxed) < count }

    /// Whether it was opened by the other, or by what that opened.
    fileprivate func isInside(_ other: SharedWork) -> Bool {
        var outer = outer
        while let work = outer {
            if work.toOpaque() == Unmanaged.passUnretained(other).toOpaque() { return true }
            outer = work._withUnsafeGuaranteedRef { $0.outer }
        }
        return false
    }

    fileprivate func draw() {
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            body(index)
        }
    }
}
