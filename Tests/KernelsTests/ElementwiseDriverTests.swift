import XCTest

@testable import SwiftgradKernels

private struct Sum: BinaryFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ y: V) -> V { x + y }
}

private struct Double2: UnaryFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x + x }
    @inline(__always) func derivative<E: SwiftgradKernels.Expression>(_ x: E, _ y: E) -> E { E(2) }
}

private struct Wave: UnaryFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V) -> V { x.sin() * x.tanh() }
    @inline(__always) func derivative<E: SwiftgradKernels.Expression>(_ x: E, _ y: E) -> E { x }
}

/// The driver against one element at a time, over random layouts and dtypes.
final class ElementwiseDriverTests: XCTestCase {
    func testBinaryOverAnyLayoutAndDType() {
        var random = TestRandom(1)
        for _ in 0..<250 {
            let shape = random.shape()
            let types = (0..<3).map { _ in
                random.next(below: 2) == 0 ? .float32 : DType.allCases[random.next(below: DType.allCases.count)]
            }
            let x = TestArray(shape, types[0], broadcast: true, &random)
            let y = TestArray(shape, types[1], broadcast: true, &random)
            let z = TestArray(shape, types[2], broadcast: false, &random)
            let kernel = BlockKernel.binary(Sum(), Float32Vector.self)
            kernel(x, y, into: z)
            let failure = indices(shape).first {
                !z[$0].matches(Number.float(x[$0].double + y[$0].double).converted(to: types[2]))
            }
            XCTAssertNil(
                failure, "\(shape) \(types) strides \(x.strides) \(y.strides) \(z.strides)")
        }
    }

    func testSelectMixesTypes() {
        var random = TestRandom(2)
        for _ in 0..<200 {
            let shape = random.shape()
            let dtype = DType.allCases[random.next(below: DType.allCases.count)]
            let condition = TestArray(shape, .bool, broadcast: true, &random)
            let a = TestArray(shape, dtype, broadcast: true, &random)
            let b = TestArray(shape, dtype, broadcast: true, &random)
            let z = TestArray(shape, dtype, broadcast: false, &random)
            BlockKernel.select(dtype)(condition, a, b, into: z)
            let failure = indices(shape).first { !z[$0].matches(condition[$0].double != 0 ? a[$0] : b[$0]) }
            XCTAssertNil(failure, "\(shape) \(dtype)")
        }
    }

    func testCopyOverAnyLayoutAndDType() {
        var random = TestRandom(3)
        for _ in 0..<250 {
            let shape = random.shape()
            let types = (0..<2).map { _ in DType.allCases[random.next(below: DType.allCases.count)] }
            let x = TestArray(shape, types[0], broadcast: true, &random)
            let y = TestArray(shape, random.next(below: 2) == 0 ? types[0] : types[1], broadcast: false, &random)
            copy(x, into: y)
            let failure = indices(shape).first { !y[$0].matches(x[$0].converted(to: y.dtype)) }
            XCTAssertNil(failure, "\(shape) \(types) strides \(x.strides) \(y.strides)")
        }
    }

    /// Sizes on both sides of the register block of every element size.
    func testTransposedCopy() {
        var random = TestRandom(4)
        for dtype in [DType.uint8, .float16, .float32, .float64] {
            for rows in [1, 7, 8, 15, 16, 17, 33, 100] {
                for columns in [1, 8, 16, 31, 64, 257] {
                    let x = TestArray([rows, columns], dtype, strides: [1, rows])
                    x.fill(&random)
                    let y = TestArray([rows, columns], dtype)
                    copy(x, into: y)
                    XCTAssertTrue(zip(x.elements, y.elements).allSatisfy { $0.matches($1) }, "\(dtype) \(x.shape)")
                    let back = TestArray([rows, columns], dtype, strides: [1, rows])
                    copy(y, into: back)
                    XCTAssertEqual(back.bytes, x.bytes)
                }
            }
        }
    }

    func testInPlace() {
        var random = TestRandom(5)
        for strides in [[40, 1], [1, 70], [-40, 1], [80, 2]] {
            for dtype in [DType.float32, .float16, .int32] {
                let x = TestArray([70, 40], dtype, strides: strides)
                x.fill(&random)
                let before = x.elements
                BlockKernel.unary(Double2(), Float32Vector.self)(x, into: x)
                XCTAssertTrue(zip(before, x.elements).allSatisfy { $1.double == 2 * $0.double }, "\(strides) \(dtype)")
            }
        }
    }

    func testNoAxesAndNoElements() {
        let scalar = TestArray([], .float32)
        let result = TestArray([], .float32)
        scalar[[]] = .float(3)
        let kernel = BlockKernel.unary(Double2(), Float32Vector.self)
        kernel(scalar, into: result)
        XCTAssertEqual(result[[]].double, 6)

        let empty = TestArray([4, 0, 3], .float32)
        let before = empty.bytes
        kernel(empty, into: empty)
        copy(empty, into: empty)
        XCTAssertEqual(empty.bytes, before)
    }

    /// Nothing beyond the elements of a pass is written, whatever its length.
    func testNeighboursStayUntouched() {
        for count in 0...70 {
            let x = TestArray([count], .float32)
            let y = TestArray([count + 2], .float32)
            for i in 0..<count { x[[i]] = .float(Double(i)) }
            y[[0]] = .float(-1)
            y[[count + 1]] = .float(-1)
            var output = y.operand
            output.pointer += 4
            withExtendedLifetime((x, y)) {
                Elementwise.run(
                    .unary(Double2(), Float32Vector.self), shape: [count], inputs: [x.operand], output: output)
            }
            XCTAssertEqual(y.elements.map(\.double), [-1] + (0..<count).map { 2 * Double($0) } + [-1])
        }
    }

    func testFill() {
        for dtype in DType.allCases {
            let value = TestArray([1], dtype)
            let target = TestArray([100_003], dtype)
            value[[0]] = Number(1, as: dtype)
            withExtendedLifetime((value, target)) {
                Copy.fill(target.operand.pointer, count: 100_003, dtype, with: value.operand.pointer)
            }
            XCTAssertTrue(target.elements.allSatisfy { $0.double == 1 }, "\(dtype)")
        }
    }

    func testThreadsDoNotChangeABit() {
        var random = TestRandom(6)
        let shape = [300, 1031]
        let x = TestArray(shape, .float32)
        let transposed = TestArray(shape, .float16, strides: [1, 300])
        x.fill(&random)
        transposed.fill(&random)
        let threads = ThreadPool.threadCount
        defer { ThreadPool.setThreadCount(threads) }
        var results: [[[UInt8]]] = []
        for count in [1, 2] {
            ThreadPool.setThreadCount(count)
            let outputs = (0..<3).map { _ in TestArray(shape, .float32) }
            let wave = BlockKernel.unary(Wave(), Float32Vector.self)
            wave(x, into: outputs[0])
            wave(transposed, into: outputs[1])
            copy(transposed, into: outputs[2])
            results.append(outputs.map(\.bytes))
        }
        XCTAssertEqual(results[0], results[1])
        XCTAssertNotEqual(results[0][0], results[0][1])
    }
}
