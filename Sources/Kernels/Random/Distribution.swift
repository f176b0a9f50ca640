import CPlatform

/// How a group of 32 random words becomes numbers.
///
/// A type with an inlined method, because the compiler would call a closure once for every group.
protocol Distribution: Sendable {
    associatedtype Element
    /// Numbers that one group makes.
    static var elements: Int { get }
    /// Writes them.
    func write(_ first: SIMD16<UInt32>, _ second: SIMD16<UInt32>, _ output: UnsafeMutableRawPointer)
}

struct Uniform32: Distribution {
    typealias Element = Float
    static var elements: Int { 32 }

    private let low: Float32Vector
    private let span: Float32Vector
    private let top: Float32Vector

    init(low: Float, high: Float) {
        self.low = Float32Vector(SIMD16(repeating: low))
        span = Float32Vector(SIMD16(repeating: high - low))
        top = Float32Vector(SIMD16(repeating: high.nextDown))
    }

    @inline(__always)
    func write(_ first: SIMD16<UInt32>, _ second: SIMD16<UInt32>, _ output: UnsafeMutableRawPointer) {
        output.store(low.adding(product: Float32Vector(sg_uniform_f32(first)), span).clamped(atMost: top), 0)
        output.store(low.adding(product: Float32Vector(sg_uniform_f32(second)), span).clamped(atMost: top), 64)
    }
}

struct Uniform64: Distribution {
    typealias Element = Double
    static var elements: Int { 16 }

    private let low: Float64Vector
    private let span: Float64Vector
    private let top: Float64Vector

    init(low: Double, high: Double) {
        self.low = Float64Vector(low)
        span = Float64Vector(high - low)
        top = Float64Vector(high.nextDown)
    }

    @inline(__always)
    func write(_ first: SIMD16<UInt32>, _ second: SIMD16<UInt32>, _ output: UnsafeMutableRawPointer) {
        output.store(low.adding(product: Float64Vector(sg_uniform_f64(first.wide)), span).clamped(atMost: top), 0)
        output.store(low.adding(product: Float64Vector(sg_uniform_f64(second.wide)), span).clamped(atMost: top), 64)
    }
}

struct UniformInteger: Distribution {
    typealias Element = Int64
    static var elements: Int { 16 }

    let low: Int64
    /// Numbers to choose from, at least 1.
    let span: UInt64

    @inline(__always)
    func write(_ first: SIMD16<UInt32>, _ second: SIMD16<UInt32>, _ output: UnsafeMutableRawPointer) {
        let bits = SIMD16<UInt64>(lowHalf: first.wide, highHalf: second.wide)
        let output = output.assumingMemoryBound(to: Int64.self)
        for lane in 0..<16 {
            output[lane] = low &+ Int64(truncatingIfNeeded: bits[lane].multipliedFullWidth(by: span).high)
        }
    }
}

struct Bernoulli: Distribution {
    typealias Element = UInt8
    static var elements: Int { 32 }

    let threshold: Threshold

    @inline(__always)
    func write(_ first: SIMD16<UInt32>, _ second: SIMD16<UInt32>, _ output: UnsafeMutableRawPointer) {
        output.store(sg_bytes_i32(threshold.below(first)), 0)
        output.store(sg_bytes_i32(threshold.below(second)), 16)
    }
}

/// A probability as a bound on random 32-bit words.
struct Threshold {
    private let bound: UInt32
    private let always: Bool

    init(_ probability: Double) {
        let scaled = max(0, min(probability, 1)) * 4_294_967_296
        always = scaled >= 4_294_967_295.5
        bound = always ? .max : UInt32(scaled.rounded())
    }

    /// All ones in the lanes that fall below the bound.
    @inline(__always)
    func below(_ bits: SIMD16<UInt32>) -> SIMD16<Int32> {
        ~sg_at_least_u32(bits, bound) | SIMD16(repeating: always ? -1 : 0)
    }
}

extension SIMD16<UInt32> {
    /// The same bits as eight 64-bit words.
    @inline(__always)
    var wide: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }
}

extension UnsafeMutableRawPointer {
    @inline(__always)
    func store<V>(_ value: V, _ offset: Int) { storeBytes(of: value, toByteOffset: offset, as: V.self) }
}
