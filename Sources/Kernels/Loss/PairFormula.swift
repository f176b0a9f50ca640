/// A loss `f(x, t)` of each prediction and its target, and its slopes, written once for vectors and tensors. Mark all three
/// `@inline(__always)`.
public protocol PairFormula: Sendable {
    func apply<V: FloatVector>(_ x: V, _ t: V) -> V
    /// df/dx.
    func slope<E: Expression>(_ x: E, _ t: E) -> E
    /// df/dt.
    func targetSlope<E: Expression>(_ x: E, _ t: E) -> E
    /// The formula's loops in float64, or in float32 for anything else. A requirement, so that each conforming type has
    /// loops compiled for it.
    func kernels(_ dtype: DType) -> PairKernels
}

extension PairFormula {
    @inlinable
    public func kernels(_ dtype: DType) -> PairKernels {
        dtype == .float64 ? PairKernels(self, Float64Vector.self) : PairKernels(self, Float32Vector.self)
    }
}

/// The loops of one `PairFormula` in one type.
public struct PairKernels: Sendable {
    /// f(x, t).
    public let value: BlockKernel
    /// dx = g * df/dx from (g, x, t).
    public let gradient: BlockKernel
    /// dt = g * df/dt from (g, x, t).
    public let targetGradient: BlockKernel
    /// The sum of f over contiguous elements.
    let sum: @Sendable (Int, UnsafeRawPointer, UnsafeRawPointer) -> Double
    let itemSize: Int

    @inlinable
    init<F: PairFormula, V: FloatVector>(_ formula: F, _ vector: V.Type) {
        self.init(
            value: .binary(PairValue(formula), vector), gradient: .ternary(PairSlope(formula), vector),
            targetGradient: .ternary(PairTargetSlope(formula), vector), itemSize: V.dtype.itemSize
        ) { PairKernels.total(formula, vector, $0, $1, $2) }
    }

    @usableFromInline
    init(
        value: BlockKernel, gradient: BlockKernel, targetGradient: BlockKernel, itemSize: Int,
        sum: @escaping @Sendable (Int, UnsafeRawPointer, UnsafeRawPointer) -> Double
    ) {
        self.value = value
        self.gradient = gradient
        self.targetGradient = targetGradient
        self.itemSize = itemSize
        self.sum = sum
    }

    /// The sum of f over `count` contiguous elements, in parts of fixed size.
    public func total(count: Int, _ x: UnsafeRawPointer, _ t: UnsafeRawPointer) -> Double {
        let part = 1 << 15
        guard count > part else { return sum(count, x, t) }
        let parts = (count + part - 1) / part
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: parts) { sums in
            ThreadPool.run(tasks: parts) { task in
                let offset = task &* part &* itemSize
                sums[task] = sum(min(part, count &- task &* part), x + offset, t + offset)
            }
            return sums.reduce(0, +)
        }
    }

    /// Lanes add up over at most 1024 elements before they go on in `Double`.
    @inlinable
    static func total<F: PairFormula, V: FloatVector>(
        _ formula: F, _ vector: V.Type, _ count: Int, _ x: UnsafeRawPointer, _ t: UnsafeRawPointer
    ) -> Double {
        let x = x.assumingMemoryBound(to: V.Scalar.self)
        let t = t.assumingMemoryBound(to: V.Scalar.self)
        let step = V.width &* 2
        return withUnsafeTemporaryAllocation(of: V.Scalar.self, capacity: V.width) { lanes in
            guard let buffer = lanes.baseAddress else { return 0 }
            var total = 0.0
            var i = 0
            while i < count {
                var (even, odd) = (V(0), V(0))
                let end = min(count, i &+ 1024)
                while i &+ step <= end {
                    even = even + formula.apply(V(loading: x + i), V(loading: t + i))
                    odd = odd + formula.apply(V(loading: x + (i &+ V.width)), V(loading: t + (i &+ V.width)))
                    i &+= step
                }
                while i < end {
                    let rest = min(V.width, end &- i)
                    if rest == V.width {
                        even = even + formula.apply(V(loading: x + i), V(loading: t + i))
                    } else {
                        let value = formula.apply(V(loading: x + i, count: rest), V(loading: t + i, count: rest))
                        value.store(to: buffer, count: rest)
                        odd = odd + V(loading: buffer, count: rest)
                    }
                    i &+= rest
                }
                (even + odd).store(to: buffer)
                for lane in 0..<V.width { total += Double(buffer[lane]) }
            }
            return total
        }
    }
}

@frozen
@usableFromInline
struct PairValue<F: PairFormula>: BinaryFormula {
    @usableFromInline let formula: F
    @inlinable
    init(_ formula: F) { self.formula = formula }
    @inlinable @inline(__always)
    func apply<V: FloatVector>(_ x: V, _ t: V) -> V { formula.apply(x, t) }
}

@frozen
@usableFromInline
struct PairSlope<F: PairFormula>: TernaryFormula {
    @usableFromInline let formula: F
    @inlinable
    init(_ formula: F) { self.formula = formula }
    @inlinable @inline(__always)
    func apply<V: FloatVector>(_ g: V, _ x: V, _ t: V) -> V { g * formula.slope(x, t) }
}

@frozen
@usableFromInline
struct PairTargetSlope<F: PairFormula>: TernaryFormula {
    @usableFromInline let formula: F
    @inlinable
    init(_ formula: F) { self.formula = formula }
    @inlinable @inline(__always)
    func apply<V: FloatVector>(_ g: V, _ x: V, _ t: V) -> V { g * formula.targetSlope(x, t) }
}
