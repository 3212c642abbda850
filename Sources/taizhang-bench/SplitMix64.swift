/// Draws by index: the nth number of a seed costs the same whichever n comes first, so every format and every order of
/// blocks can be written from the same figures without keeping them.
///
/// The mixing steps and constants are those of SplitMix64 (Steele, Lea and Flood, 2014).
struct SplitMix64 {
    let seed: UInt64

    /// The number at `index` of the sequence that starts at `seed`; uniform over all 64 bits.
    @inline(__always)
    func draw(_ index: UInt64) -> UInt64 {
        var bits = seed &+ (index &+ 1) &* 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
