/// The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
/// 1, 2, 3", 2011): ten rounds turn a 128-bit counter and a 64-bit key into four random 32-bit words.
///
/// Any part of a stream can be computed on its own, so fills run in parallel and a dropout mask is drawn again instead of
/// stored. Eight counters at a time lie in the 64-bit lanes of a vector, where one instruction multiplies their lower
/// halves; whatever is left in an upper half, by a product or by a sum of keys, is ignored by the next product.
///
/// A stream is laid out in groups of 32 words. Group g takes blocks 8g to 8g+7, and word 16h + 2b + k of the group is
/// word 2h + k of block b, which is how the halves interleave without a shuffle.
enum Philox {
    static let groupWords = 32
    static let groupBlocks: UInt64 = 8

    private static let multiplier0: UInt64 = 0xD251_1F53
    private static let multiplier1: UInt64 = 0xCD9E_8D57
    private static let weyl0: UInt32 = 0x9E37_79B9
    private static let weyl1: UInt32 = 0xBB67_AE85

    /// One block, word by word, as it is published.
    static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var (c, k) = (counter, key)
        for _ in 0..<10 {
            let product0 = multiplier0 &* UInt64(c[0])
            let product1 = multiplier1 &* UInt64(c[2])
            c = SIMD4(
                UInt32(truncatingIfNeeded: product1 >> 32) ^ c[1] ^ k[0], UInt32(truncatingIfNeeded: product1),
                UInt32(truncatingIfNeeded: product0 >> 32) ^ c[3] ^ k[1], UInt32(truncatingIfNeeded: product0))
            k = k &+ SIMD2(weyl0, weyl1)
        }
        return c
    }

    /// The group that starts at block number `block` (the lower half of the counter; the upper is zero).
    @inline(__always)
    static func group(key: UInt64, block: UInt64) -> (SIMD16<UInt32>, SIMD16<UInt32>) {
        typealias Lanes = SIMD8<UInt64>
        let low = Lanes(repeating: 0xFFFF_FFFF)
        let index = Lanes(repeating: block) &+ Lanes(0, 1, 2, 3, 4, 5, 6, 7)
        var (c0, c1, c2, c3) = (index, index &>> 32, Lanes(repeating: 0), Lanes(repeating: 0))
        var key0 = Lanes(repeating: key)
        var key1 = Lanes(repeating: key >> 32)
        for _ in 0..<10 {
            let product0 = (c0 & low) &* Lanes(repeating: multiplier0)
            let product1 = (c2 & low) &* Lanes(repeating: multiplier1)
            c0 = (product1 &>> 32) ^ c1 ^ key0
            c2 = (product0 &>> 32) ^ c3 ^ key1
            c1 = product1
            c3 = product0
            key0 = key0 &+ Lanes(repeating: UInt64(weyl0))
            key1 = key1 &+ Lanes(repeating: UInt64(weyl1))
        }
        return (
            unsafeBitCast((c0 & low) | (c1 &<< 32), to: SIMD16<UInt32>.self),
            unsafeBitCast((c2 & low) | (c3 &<< 32), to: SIMD16<UInt32>.self)
        )
    }
}
