#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many processors the program might use when this was first asked; at least 1.
public func processorCount() -> Int { processors }

#if canImport(Glibc)
    // Asking for all that are at work reads a file, and they may be more than the program was given.
    private let processors = max(1, ProcessorSet.allowed?.count ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

    /// Some of the processors of the machine.
    struct ProcessorSet {
        private var members: cpu_set_t

        /// Those that the program might use when this was first asked. Nil on machines of more than 1024.
        static let allowed: ProcessorSet? = {
            var members = cpu_set_t()
            return sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &members) == 0 ? ProcessorSet(members: members) : nil
        }()

        var count: Int { withUnsafeBytes(of: members) { $0.reduce(0) { $0 + $1.nonzeroBitCount } } }

        /// All but the one that the caller runs on.
        var butThisOne: ProcessorSet {
            var others = self
            let this = Int(sched_getcpu())
            // Where the system does not tell.
            guard this >= 0 else { return self }
            withUnsafeMutableBytes(of: &others.members) { bytes in
                let words = bytes.bindMemory(to: UInt.self)
                if this / UInt.bitWidth < words.count { words[this / UInt.bitWidth] &= ~(1 << (this % UInt.bitWidth)) }
            }
            return others
        }

        /// A thread that is made with these attributes runs on none but these.
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
