/// Where a random stream stands: a key, which is the seed, and the number of the next unused block.
public struct RandomState: Sendable, Hashable {
    public var key: UInt64
    public var counter: UInt64

    public init(key: UInt64, counter: UInt64 = 0) {
        self.key = key
        self.counter = counter
    }

    /// Hands out blocks enough for `count` elements of any kind of fill; the result is where they start.
    public mutating func reserve(_ count: Int) -> RandomState {
        let start = self
        let groups = UInt64(max(count, 0)) / 16 &+ 1
        counter = counter &+ groups &* Philox.groupBlocks
        return start
    }
}
