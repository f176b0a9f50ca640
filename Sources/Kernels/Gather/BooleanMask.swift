/// Places where a boolean array is true.
public enum BooleanMask {
    private static let chunk = 1 << 16

    /// How many of `count` bytes are not zero.
    public static func trueCount(_ mask: UnsafePointer<UInt8>, count: Int) -> Int {
        counts(mask, count).reduce(0, +)
    }

    /// Writes the positions of the bytes that are not zero, in order; `output` has room for `trueCount` of them.
    ///
    /// Chunks are counted first, which tells each where to write.
    public static func positions(_ mask: UnsafePointer<UInt8>, count: Int, output: UnsafeMutablePointer<Int64>) {
        var starts: [Int] = []
        var total = 0
        for chunkCount in counts(mask, count) {
            starts.append(total)
            total += chunkCount
        }
        starts.withUnsafeBufferPointer { starts in
            ThreadPool.run(tasks: starts.count) { task in
                var next = starts[task]
                for i in task &* chunk..<min((task &+ 1) &* chunk, count) where mask[i] != 0 {
                    output[next] = Int64(i)
                    next = next &+ 1
                }
            }
        }
    }

    private static func counts(_ mask: UnsafePointer<UInt8>, _ count: Int) -> [Int] {
        let chunks = (count + chunk - 1) / chunk
        return [Int](unsafeUninitializedCapacity: chunks) { buffer, initialized in
            let counts = buffer
            ThreadPool.run(tasks: chunks) { task in
                var total = 0
                for i in task &* chunk..<min((task &+ 1) &* chunk, count) { total = total &+ (mask[i] != 0 ? 1 : 0) }
                counts[task] = total
            }
            initialized = chunks
        }
    }
}
