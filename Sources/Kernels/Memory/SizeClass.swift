/// Block sizes: multiples of 64 bytes up to 256, from there four a power of two (320, 384, 448, 512, 640, ...), so that a
/// block is less than a quarter larger than what was asked for.
enum SizeClass {
    /// Largest block in bytes; requests beyond it fail.
    static let largestBlock = 1 << 46
    static let count = index(of: largestBlock) + 1

    /// The class of a request of 0 to `largestBlock` bytes.
    @inline(__always)
    static func index(of bytes: Int) -> Int {
        let last = max(bytes &- 1, 0)
        if last < 256 { return last &>> 6 }
        let log = 63 &- last.leadingZeroBitCount
        return 4 &+ (log &- 8) &* 4 &+ ((last &>> (log &- 2)) & 3)
    }

    /// Bytes in a block of the class.
    @inline(__always)
    static func blockSize(_ index: Int) -> Int {
        if index < 4 { return (index &+ 1) &* 64 }
        return (5 &+ (index & 3)) &<< (6 &+ (index &- 4) &>> 2)
    }
}
