#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many processors the program might run on when this was first asked; at least 1.
public func processorCount() -> Int { processors }

#if canImport(Glibc)
    // Asking for all that are at work reads a file, and they may be more than the program was given.
    private let processors = max(1, ProcessorSet.ofTheProgram?.count ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// Some of the processors of the machine.
    struct ProcessorSet {
        private var members = cpu_set_t()

        /// Those that the first thread of the program may run on now. Nil where the system does not tell, or has more than 1024.
        static var ofTheProgram: ProcessorSet? {
            var set = ProcessorSet()
            return sched_getaffinity(getpid(), MemoryLayout<cpu_set_t>.size, &set.members) == 0 ? set : nil
        }

        var count: Int { withUnsafeBytes(of: members) { $0.reduce(0) { $0 + $1.nonzeroBitCount } } }

        /// All but the one that the caller runs on.
        var butThisOne: ProcessorSet {
            var others = self
            let this = Int(sched_getcpu())
            withUnsafeMutableBytes(of: &others.members) { bytes in
                let place = this / UInt.bitWidth * MemoryLayout<UInt>.size
                // Negative where the system does not tell.
                guard this >= 0, place < bytes.count else { return }
                let word = bytes.load(fromByteOffset: place, as: UInt.self)
                bytes.storeBytes(of: word & ~(1 << UInt(this % UInt.bitWidth)), toByteOffset: place, as: UInt.self)
            }
            return others
        }

        /// A thread that is made with these attributes starts on one of these, or is not made.
        func pin(_ attributes: inout pthread_attr_t) {
            withUnsafePointer(to: members) { _ = pthread_attr_setaffinity_np(&attributes, MemoryLayout<cpu_set_t>.size, $0) }
        }

        /// From now on the calling thread runs on none but these.
        func pinThisThread() {
            withUnsafePointer(to: members) { _ = sched_setaffinity(0, MemoryLayout<cpu_set_t>.size, $0) }
        }
    }
#else
    private let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
#endif
