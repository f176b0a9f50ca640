import CPlatform

/// The operands of a product of bfloat16 numbers, as the kernels read them: neighbours along k stand in one word, so that a
/// product of k terms is one of k / 2 pairs. A missing last term is zero.
///
/// An operand whose k runs along memory in whole words is read where it is; any other is copied.
struct PairedOperand {
    /// Pairs, in words that are declared float32 because the tiles move them as such.
    let pairs: UnsafePointer<Float>
    /// Distances in words: between rows of A or columns of B, between pairs, between items of a batch.
    let line: Int
    let step: Int
    let item: Int
    private let copy: UnsafeMutableRawPointer?
    private let bytes: Int

    /// Nil when there is no memory.
    init?<Source: PairSource>(_ operand: StridedOperand<Source>) {
        let pairCount = (operand.k + 1) / 2
        if let words = operand.words {
            (pairs, copy, bytes) = (words, nil, 0)
            (line, step, item) = (operand.line / 2, 1, operand.item / 2)
            return
        }
        let alongMemory = operand.step == 1
        (line, step) = alongMemory ? (pairCount, 1) : (1, operand.lines)
        let (size, isTooLarge) = operand.lines.multipliedReportingOverflow(by: pairCount)
        let (words, areTooMany) = size.multipliedReportingOverflow(by: operand.items)
        guard !isTooLarge, !areTooMany, words <= SizeClass.largestBlock / MemoryLayout<UInt32>.stride else {
            return nil
        }
        item = operand.item == 0 ? 0 : size
        bytes = max(words, 1) * MemoryLayout<UInt32>.stride
        guard let memory = MemoryPool.allocate(bytes) else { return nil }
        copy = memory
        let start = memory.assumingMemoryBound(to: UInt32.self)
        pairs = UnsafePointer(memory.assumingMemoryBound(to: Float.self))
        let rows = alongMemory ? operand.lines : pairCount
        let length = size / max(rows, 1)
        ThreadPool.ranges(rows * operand.items, grain: max(1, (1 << 14) / max(length, 1))) { range in
            for row in range {
                let (item, index) = row.quotientAndRemainder(dividingBy: rows)
                let source = operand.start + item &* operand.item
                let target = start + row &* length
                if alongMemory {
                    Source.pairAlong(source + index &* operand.line, operand.k, to: target)
                } else {
                    let even = source + 2 &* index &* operand.step
                    let odd = 2 &* index &+ 1 < operand.k ? even + operand.step : nil
                    Source.pair(even, odd, stride: operand.line, operand.lines, to: target)
                }
            }
        }
    }

    func deallocate() {
        if let copy { MemoryPool.deallocate(copy, bytes) }
    }
}

/// `items` matrices: `lines` rows of A, or columns of B, of k terms; strides in elements.
struct StridedOperand<Source: PairSource> {
    let start: UnsafePointer<Source>
    let lines: Int
    let k: Int
    let line: Int
    let step: Int
    /// 0 where all items of a batch are the same.
    let items: Int
    let item: Int

    /// The operand as it is, where its terms are pairs already.
    fileprivate var words: UnsafePointer<Float>? {
        let address = UnsafeRawPointer(start)
        guard Source.isPaired, step == 1, k % 2 == 0, line % 2 == 0, item % 2 == 0,
            UInt(bitPattern: address) % UInt(MemoryLayout<Float>.alignment) == 0
        else { return nil }
        return address.assumingMemoryBound(to: Float.self)
    }
}

/// What pairs are made of: the bits of bfloat16 numbers, or float32 numbers that are rounded to them.
protocol PairSource: BitwiseCopyable {
    /// Whether two neighbours in memory are a pair.
    static var isPaired: Bool { get }
    /// Pairs of `count` neighbours; of an odd number, the last with zero.
    static func pairAlong(_ source: UnsafePointer<Self>, _ count: Int, to target: UnsafeMutablePointer<UInt32>)
    /// Pairs of the elements at `even` and `odd`, `stride` apart; without `odd` with zero.
    static func pair(
        _ even: UnsafePointer<Self>, _ odd: UnsafePointer<Self>?, stride: Int, _ count: Int,
        to target: UnsafeMutablePointer<UInt32>)
    /// The bits of the bfloat16 number that this is or is rounded to.
    var bfloat16: UInt16 { get }
    /// Writes the bits of `count` neighbours.
    static func convert(_ source: UnsafePointer<Self>, _ count: Int, to target: UnsafeMutablePointer<UInt16>)
}

extension PairSource {
    static func pairAlong(_ source: UnsafePointer<Self>, _ count: Int, to target: UnsafeMutablePointer<UInt32>) {
        if count % 2 == 1 { target[count / 2] = UInt32(source[count &- 1].bfloat16) }
        let whole = count / 2 &* 2
        target.withMemoryRebound(to: UInt16.self, capacity: whole) { convert(source, whole, to: $0) }
    }

    static func pair(
        _ even: UnsafePointer<Self>, _ odd: UnsafePointer<Self>?, stride: Int, _ count: Int,
        to target: UnsafeMutablePointer<UInt32>
    ) {
        guard stride == 1, let odd else {
            for i in 0..<count {
                let second = odd.map { $0[i &* stride].bfloat16 } ?? 0
                target[i] = UInt32(even[i &* stride].bfloat16) | UInt32(second) << 16
            }
            return
        }
        let chunk = 128
        var halves = InlineArray<256, UInt16>(repeating: 0)
        var span = halves.mutableSpan
        span.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for start in Swift.stride(from: 0, to: count, by: chunk) {
                let length = min(chunk, count &- start)
                convert(even + start, length, to: base)
                convert(odd + start, length, to: base + chunk)
                sg_pair_u16(length, base, base + chunk, target + start)
            }
        }
    }
}

extension UInt16: PairSource {
    @inline(__always) static var isPaired: Bool { true }
    @inline(__always) var bfloat16: UInt16 { self }
    static func convert(_ source: UnsafePointer<UInt16>, _ count: Int, to target: UnsafeMutablePointer<UInt16>) {
        target.update(from: source, count: count)
    }
}

extension Float: PairSource {
    @inline(__always) static var isPaired: Bool { false }
    var bfloat16: UInt16 {
        var (value, bits) = (self, UInt16(0))
        sg_convert_f32_to_bf16(1, &value, &bits)
        return bits
    }
    static func convert(_ source: UnsafePointer<Float>, _ count: Int, to target: UnsafeMutablePointer<UInt16>) {
        sg_convert_f32_to_bf16(count, source, target)
    }
}
