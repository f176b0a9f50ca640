import Glibc
import XCTest

@testable import SwiftgradKernels

private struct FromOutput: UnaryFormula {
    func apply<V: FloatVector>(_ x: V) -> V { x.tanh() }
    func derivative<E: SwiftgradKernels.Expression>(_ x: E, _ y: E) -> E { 1 - y * y }
    var derivativeUses: DerivativeUses { .output }
}

private struct FromInput: UnaryFormula {
    func apply<V: FloatVector>(_ x: V) -> V { x.sin() }
    func derivative<E: SwiftgradKernels.Expression>(_ x: E, _ y: E) -> E { x.cos() }
    var derivativeUses: DerivativeUses { .input }
}

private struct FromBoth: UnaryFormula {
    func apply<V: FloatVector>(_ x: V) -> V { x * x.exp() }
    func derivative<E: SwiftgradKernels.Expression>(_ x: E, _ y: E) -> E { x.exp() + y }
}

private struct Less: ComparisonFormula {
    func holds<V: FloatVector>(_ x: V, _ y: V) -> V.Condition { x < y }
    func holds<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> Bool { x < y }
}

private struct Difference: IntegerFormula {
    func apply<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> I { x &- y }
}

/// What the kernels compute, in every dtype they come in.
final class ElementwiseKernelTests: XCTestCase {
    private static let integers: [DType] = [.int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64]

    func testGradientReadsWhatTheDerivativeUses() {
        checkGradient(FromOutput(), [.float(2), .float(0.5)], 2 * 0.75)
        checkGradient(FromInput(), [.float(2), .float(0.5)], 2 * cos(0.5))
        checkGradient(FromBoth(), [.float(2), .float(0.5), .float(0.25)], 2 * (exp(0.5) + 0.25))
    }

    private func checkGradient<F: UnaryFormula>(_ formula: F, _ inputs: [Number], _ expected: Double) {
        for count in [1, 7, 16, 37] {
            let single = BlockKernel.unaryGradient(formula, Float32Vector.self)
            let double = BlockKernel.unaryGradient(formula, Float64Vector.self)
            XCTAssertEqual(single.inputTypes.count, inputs.count)
            for (result, tolerance) in [(run(single, inputs, count), 1e-6), (run(double, inputs, count), 1e-15)] {
                XCTAssertTrue(result.allSatisfy { abs($0.double - expected) < tolerance * 4 })
            }
        }
    }

    func testComparisonOfEveryType() {
        for dtype in DType.allCases {
            let kernel = BlockKernel.comparison(Less(), dtype)
            XCTAssertEqual(kernel.outputType, .bool)
            for count in [1, 5, 16, 61] {
                for (x, y) in [(0.0, 1.0), (1, 0), (1, 1)] {
                    let result = run(
                        kernel, [Number(x, as: kernel.inputTypes[0]), Number(y, as: kernel.inputTypes[0])], count)
                    XCTAssertTrue(result.allSatisfy { $0.double == (x < y ? 1 : 0) }, "\(dtype) \(x) < \(y)")
                }
            }
        }
        let nan = run(.comparison(Less(), .float32), [.float(.nan), .float(1)], 16)
        XCTAssertTrue(nan.allSatisfy { $0.double == 0 })
        let large = run(.comparison(Less(), .uint64), [.integer(1), .integer(Int128(UInt64.max))], 3)
        XCTAssertTrue(large.allSatisfy { $0.double == 1 })
    }

    func testIntegerArithmeticWraps() throws {
        for dtype in Self.integers {
            let kernel = try XCTUnwrap(BlockKernel.binary(integer: Difference(), dtype))
            let result = run(kernel, [.integer(3), .integer(5)], 21)
            let expected = Number.integer(-2).converted(to: dtype)
            XCTAssertTrue(result.allSatisfy { $0.matches(expected) }, "\(dtype)")
        }
        XCTAssertNil(BlockKernel.binary(integer: Difference(), .bool))
        XCTAssertNil(BlockKernel.binary(integer: Difference(), .float32))
    }

    func testIntegerOperations() throws {
        for dtype in Self.integers {
            for value in [Int128(0), 1, 100, dtype.isSigned ? -5 : 5] {
                let cases: [(IntegerOperation, Int128)] = [
                    (.negate, -value), (.abs, abs(value)), (.sign, value.signum()), (.invert, ~value),
                ]
                for (operation, expected) in cases {
                    let kernel = try XCTUnwrap(operation.kernel(dtype))
                    let result = run(kernel, [.integer(value)], 9)
                    XCTAssertTrue(
                        result.allSatisfy { $0.matches(Number.integer(expected).converted(to: dtype)) },
                        "\(operation) \(value) \(dtype): \(result[0])")
                }
            }
            XCTAssertNil(IntegerOperation.abs.kernel(.float64))
        }
        let least = try run(XCTUnwrap(IntegerOperation.abs.kernel(.int8)), [.integer(-128)], 1)
        XCTAssertEqual(least[0].double, -128)
    }

    func testBitwiseOperations() throws {
        for dtype in Self.integers {
            let width = Int128(dtype.itemSize * 8)
            let cases: [(BitwiseOperation, Int128, Int128, Int128)] = [
                (.and, 12, 10, 8), (.or, 12, 10, 14), (.xor, 12, 10, 6), (.leftShift, 3, 2, 12),
                (.rightShift, 100, 3, 12),
                (.leftShift, 1, width, 0), (.rightShift, 100, width, 0), (.leftShift, 1, width - 1, 1 << (width - 1)),
            ]
            for (operation, x, y, expected) in cases {
                let result = run(try XCTUnwrap(operation.kernel(dtype)), [.integer(x), .integer(y)], 35)
                XCTAssertTrue(
                    result.allSatisfy { $0.matches(Number.integer(expected).converted(to: dtype)) },
                    "\(x) \(operation) \(y) \(dtype): \(result[0])")
            }
        }
        let shift = try XCTUnwrap(BitwiseOperation.rightShift.kernel(.int32))
        XCTAssertEqual(run(shift, [.integer(-9), .integer(40)], 1)[0].double, -1)
        XCTAssertEqual(run(shift, [.integer(-9), .integer(1)], 1)[0].double, -5)
        XCTAssertNil(BitwiseOperation.and.kernel(.float32))
    }

    func testLogicalOperations() {
        for x in [0.0, 1] {
            XCTAssertEqual(run(LogicalOperation.not.kernel, [.float(x)], 33)[32].double, 1 - x)
            for y in [0.0, 1] {
                let inputs: [Number] = [.float(x), .float(y)]
                XCTAssertEqual(run(LogicalOperation.and.kernel, inputs, 33)[32].double, x * y)
                XCTAssertEqual(run(LogicalOperation.or.kernel, inputs, 33)[32].double, max(x, y))
                XCTAssertEqual(run(LogicalOperation.xor.kernel, inputs, 33)[32].double, abs(x - y))
            }
        }
    }

    /// Runs a kernel on `count` copies of the same inputs.
    private func run(_ kernel: BlockKernel, _ inputs: [Number], _ count: Int) -> [Number] {
        let arrays = zip(inputs, kernel.inputTypes).map { value, dtype in
            let array = TestArray([count], dtype)
            for i in 0..<count { array[[i]] = value.converted(to: dtype) }
            return array
        }
        let output = TestArray([count], kernel.outputType)
        kernel(Array(arrays), into: output)
        return output.elements
    }
}
