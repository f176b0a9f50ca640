import XCTest

@testable import SwiftgradKernels

/// A small generator, so that random tests are the same everywhere (xorshift64, Marsaglia 2003).
struct TestRandom {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

    mutating func next(below limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 11) % limit
    }

    mutating func shape() -> [Int] {
        let rank = next(below: 6)
        var shape = (0..<rank).map { _ in next(below: 8) == 0 ? next(below: 70) : next(below: 8) }
        if rank > 0 && next(below: 20) == 0 { shape[next(below: rank)] = 500 + next(below: 2000) }
        return shape.reduce(1, *) > 8_000 ? [next(below: 3000)] : shape
    }
}

/// An array with a layout of its own, for running drivers on and reading one element at a time.
final class TestArray {
    let shape: [Int]
    let dtype: DType
    private(set) var strides: [Int]
    private let memory: UnsafeMutableRawPointer
    private let size: Int
    private let origin: Int

    /// Contiguous in row-major order.
    convenience init(_ shape: [Int], _ dtype: DType) {
        var strides = shape
        var step = 1
        for axis in shape.indices.reversed() {
            strides[axis] = step
            step *= shape[axis]
        }
        self.init(shape, dtype, strides: strides)
    }

    init(_ shape: [Int], _ dtype: DType, strides: [Int]) {
        self.shape = shape
        self.dtype = dtype
        self.strides = strides
        var low = 0
        var high = 0
        for (extent, stride) in zip(shape, strides) where extent > 1 {
            low += min(0, stride * (extent - 1))
            high += max(0, stride * (extent - 1))
        }
        origin = -low
        size = high - low + 1
        memory = .allocate(byteCount: size * dtype.itemSize, alignment: 8)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: size * dtype.itemSize)
    }

    /// Axes in random order, some of them reversed, some with gaps and, if allowed, some broadcast.
    convenience init(_ shape: [Int], _ dtype: DType, broadcast: Bool, _ random: inout TestRandom) {
        var order = Array(shape.indices)
        switch random.next(below: 3) {
        case 0: order.reverse()
        case 1: break
        default: for i in order.indices { order.swapAt(i, random.next(below: order.count)) }
        }
        var strides = shape
        var step = 1
        for axis in order.reversed() {
            if random.next(below: 8) == 0 { step *= 2 }
            strides[axis] = random.next(below: 6) == 0 ? -step : step
            step *= max(shape[axis], 1)
            if broadcast && random.next(below: 5) == 0 { strides[axis] = 0 }
        }
        self.init(shape, dtype, strides: strides)
        fill(&random)
    }

    deinit { memory.deallocate() }

    func fill(_ random: inout TestRandom) {
        for i in 0..<size {
            Number(dtype == .bool ? Double(random.next(below: 2)) : Double(random.next(below: 100)), as: dtype)
                .store(to: memory, at: i, dtype)
        }
    }

    var operand: Operand { Operand(memory + origin * dtype.itemSize, strides, dtype) }

    func offset(_ index: [Int]) -> Int { origin + zip(index, strides).map { $0 * $1 }.reduce(0, +) }

    subscript(index: [Int]) -> Number {
        get { Number(loading: memory, at: offset(index), dtype) }
        set { newValue.store(to: memory, at: offset(index), dtype) }
    }

    /// All elements in row-major order.
    var elements: [Number] { indices(shape).map { self[$0] } }

    var bytes: [UInt8] { Array(UnsafeRawBufferPointer(start: memory, count: size * dtype.itemSize)) }
}

/// Every index of a shape, in row-major order.
func indices(_ shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { prefixes, extent in prefixes.flatMap { prefix in (0..<extent).map { prefix + [$0] } } }
}

extension BlockKernel {
    /// Runs over whole arrays, which stay alive meanwhile.
    func callAsFunction(_ inputs: TestArray..., into output: TestArray) { self(inputs, into: output) }

    func callAsFunction(_ inputs: [TestArray], into output: TestArray) {
        withExtendedLifetime((inputs, output)) {
            Elementwise.run(self, shape: output.shape, inputs: inputs.map(\.operand), output: output.operand)
        }
    }
}

/// Copies a whole array into another of the same shape.
func copy(_ source: TestArray, into target: TestArray) {
    withExtendedLifetime((source, target)) {
        Copy.strided(shape: target.shape, from: source.operand, to: target.operand)
    }
}
