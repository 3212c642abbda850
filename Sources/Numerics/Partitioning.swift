extension RandomAccessCollection where Index == Int {
    /// The index of the first element that is so, by halving; those that are so come last. The end where none is.
    @inlinable
    public func partitioningIndex(_ isSo: (Element) throws -> Bool) rethrows -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if try isSo(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
