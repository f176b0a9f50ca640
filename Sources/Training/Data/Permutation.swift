/// The order of samples in an epoch.
enum Permutation {
    /// A random order of `0..<count` that depends on the seed and the epoch only (Fisher and Yates).
    static func random(_ count: Int, seed: UInt64, epoch: Int) -> [Int] {
        var order = Array(0..<count)
        let key = mix(mix(seed) ^ UInt64(truncatingIfNeeded: epoch))
        for last in stride(from: count - 1, to: 0, by: -1) {
            let word = mix(key &+ UInt64(last))
            order.swapAt(last, Int(word.multipliedFullWidth(by: UInt64(last + 1)).high))
        }
        return order
    }

    /// A bijection of 64-bit words whose outputs look random (SplitMix64, Steele et al., OOPSLA 2014).
    private static func mix(_ word: UInt64) -> UInt64 {
        var z = word &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
