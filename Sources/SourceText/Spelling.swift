#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension String {
    /// Whether the other is written with the same bytes: strings are equal, too, where their characters are composed otherwise.
    public func isSpelled(as other: String) -> Bool {
        let areSame: Bool?? = utf8.withContiguousStorageIfAvailable { own in
            other.utf8.withContiguousStorageIfAvailable { other in
                guard own.count == other.count, let first = own.baseAddress, let second = other.baseAddress else {
                    return own.count == other.count
                }
                return memcmp(first, second, own.count) == 0
            }
        }
        return (areSame ?? nil) ?? utf8.elementsEqual(other.utf8)
    }
}
