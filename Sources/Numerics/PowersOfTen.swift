/// 10^0 ... 10^38; the last is the largest that an `Int128` holds.
private let powers: [Int128] = {
    var powers: [Int128] = [1]
    for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
}()

/// 10^exponent, for 0...38.
public func powerOfTen(_ exponent: Int) -> Int128 { powers[exponent] }

/// How many decimal digits the number has; 0 has none.
public func digitCount(_ n: UInt128) -> Int {
    // 1233 / 4096 is close enough to log10(2) that the estimate is right or one too low.
    let bits = 128 - n.leadingZeroBitCount
    let estimate = (bits * 1233) >> 12
    return n >= powers[estimate].magnitude ? estimate + 1 : estimate
}
