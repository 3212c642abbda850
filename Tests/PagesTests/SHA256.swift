/// FIPS 180-4, for holding the style sheet and the hash in the page's policy together. Slow and plain.
func sha256(_ message: [UInt8]) -> [UInt8] {
    var hash: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    let length = UInt64(message.count) * 8
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * UInt64($0))) }
    for block in stride(from: 0, to: bytes.count, by: 64) {
        var words = (0..<16).map { index in
            (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[block + index * 4 + $1]) }
        }
        for index in 16..<64 {
            let (a, b) = (words[index - 15], words[index - 2])
            let low = rotated(a, 7) ^ rotated(a, 18) ^ (a >> 3)
            let high = rotated(b, 17) ^ rotated(b, 19) ^ (b >> 10)
            words.append(words[index - 16] &+ low &+ words[index - 7] &+ high)
        }
        compress(words, into: &hash)
    }
    return hash.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
}

private func compress(_ words: [UInt32], into hash: inout [UInt32]) {
    var state = hash
    for index in 0..<64 {
        let (a, e) = (state[0], state[4])
        let high = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
        let choice = (e & state[5]) ^ (~e & state[6])
        let first = state[7] &+ high &+ choice &+ constants[index] &+ words[index]
        let low = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
        let majority = (a & state[1]) ^ (a & state[2]) ^ (state[1] & state[2])
        state = [first &+ low &+ majority, a, state[1], state[2], state[3] &+ first, e, state[5], state[6]]
    }
    for index in hash.indices { hash[index] = hash[index] &+ state[index] }
}

private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

/// The first bits of the fractions of the cube roots of the first 64 primes.
private let constants: [UInt32] = {
    var primes: [UInt64] = []
    var next: UInt64 = 2
    while primes.count < 64 {
        if primes.allSatisfy({ next % $0 != 0 }) { primes.append(next) }
        next += 1
    }
    return primes.map { prime in
        // floor(cbrt(prime) × 2^32) by halving, without floating point.
        var (low, high) = (UInt128(0), UInt128(1) << 36)
        let goal = UInt128(prime) << 96
        while high - low > 1 {
            let middle = (low + high) / 2
            if middle * middle * middle <= goal { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }
}()
