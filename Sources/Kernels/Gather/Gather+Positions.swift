extension Gather {
    private static let checkBlock = 1024
    private static let maskChunk = 1 << 16

    /// The first position that is not in -length..<length; nil when all are.
    public static func firstInvalid(_ positions: UnsafePointer<Int64>, count: Int, length: Int) -> Int? {
        let (low, high) = (-Int64(length), Int64(length))
        var start = 0
        while start < count {
            let end = min(start &+ checkBlock, count)
            var outside = 0
            for index in start..<end { outside |= positions[index] < low || positions[index] >= high ? 1 : 0 }
            if outside != 0 { return (start..<end).first { positions[$0] < low || positions[$0] >= high } }
            start = end
        }
        return nil
    }

    /// Writes `positions`, negative ones counted from the end of an axis of `length`, as positions from its start.
    public static func normalise(
        _ positions: UnsafePointer<Int64>, count: Int, length: Int, to output: UnsafeMutablePointer<Int64>
    ) {
        let length = Int64(length)
        for index in 0..<count { output[index] = positions[index] &+ (positions[index] < 0 ? length : 0) }
    }

    /// Number of bytes that are not zero.
    public static func countTrue(_ mask: UnsafePointer<UInt8>, count: Int) -> Int {
        trueCounts(mask, count).reduce(0, +)
    }

    /// Writes the positions of the bytes that are not zero, in order; there are `countTrue` of them.
    ///
    /// Chunks are counted first, which tells each where to write.
    public static func nonzero(_ mask: UnsafePointer<UInt8>, count: Int, to output: UnsafeMutablePointer<Int64>) {
        var starts: [Int] = []
        var total = 0
        for chunkCount in trueCounts(mask, count) {
            starts.append(total)
            total += chunkCount
        }
        starts.withUnsafeBufferPointer { starts in
            ThreadPool.run(tasks: starts.count) { task in
                var next = starts[task]
                for i in task &* maskChunk..<min((task &+ 1) &* maskChunk, count) where mask[i] != 0 {
                    output[next] = Int64(i)
                    next = next &+ 1
                }
            }
        }
    }

    private static func trueCounts(_ mask: UnsafePointer<UInt8>, _ count: Int) -> [Int] {
        let chunks = (count + maskChunk - 1) / maskChunk
        return [Int](unsafeUninitializedCapacity: chunks) { buffer, initialized in
            let counts = buffer
            ThreadPool.run(tasks: chunks) { task in
                var total = 0
                let end = min((task &+ 1) &* maskChunk, count)
                for i in task &* maskChunk..<end { total = total &+ (mask[i] != 0 ? 1 : 0) }
                counts[task] = total
            }
            initialized = chunks
        }
    }
}
