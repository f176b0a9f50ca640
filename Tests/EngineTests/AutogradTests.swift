import TestSupport
import XCTest

@testable import Swiftgrad

final class AutogradTests: XCTestCase {
    private func leaf(_ elements: [Double], _ shape: [Int]? = nil) throws -> Tensor {
        let tensor = try Tensor(doubles: elements, shape: shape ?? [elements.count])
        try tensor.setRequiresGrad(true)
        return tensor
    }

    func testGradientOfACube() throws {
        let x = try leaf([1, 2, 3])
        try (x * x * x).sum().backward()
        XCTAssertEqual(try x.grad?.doubles(), [3, 12, 27])
    }

    func testGradientsAccumulateOverTwoPasses() throws {
        let x = try leaf([2])
        for _ in 0..<2 { try (x * x).backward() }
        XCTAssertEqual(try x.grad?.doubles(), [8])
    }

    func testAPassThatFailsLeavesEveryGradientAsItWas() throws {
        let (first, second) = (try leaf([1, 2]), try leaf([3, 4]))
        try (first * second).sum().backward()
        let before = (try first.grad?.doubles(), try second.grad?.doubles())
        let inner = try second.tanh()
        let loss = try (first * inner).sum()
        inner.storage.markWritten()
        let direct = try first.sum() + loss
        XCTAssertThrowsError(try direct.backward())
        XCTAssertEqual(try first.grad?.doubles(), before.0)
        XCTAssertEqual(try second.grad?.doubles(), before.1)
    }

    func testGradientOfAGradient() throws {
        let x = try leaf([1, 2, 3])
        let y = try (x * x * x).sum()
        let first = try XCTUnwrap(Tensor.gradients(of: [y], withRespectTo: [x], createGraph: true)[0])
        XCTAssertEqual(try first.doubles(), [3, 12, 27])
        let second = try XCTUnwrap(Tensor.gradients(of: [first.sum()], withRespectTo: [x], createGraph: true)[0])
        XCTAssertEqual(try second.doubles(), [6, 12, 18])
        let third = try XCTUnwrap(Tensor.gradients(of: [second.sum()], withRespectTo: [x])[0])
        XCTAssertEqual(try third.doubles(), [6, 6, 6])
    }

    func testTheSecondGradientOfPointwiseFunctions() throws {
        let functions: [(String, (Tensor) throws -> Tensor)] = [
            ("exp", { try $0.exp() }), ("tanh", { try $0.tanh() }), ("sigmoid", { try $0.sigmoid() }),
            ("log", { try $0.log() }), ("sqrt", { try $0.sqrt() }), ("sin", { try $0.sin() }),
            ("cos", { try $0.cos() }), ("erf", { try $0.erf() }), ("square", { try $0.square() }),
        ]
        for (name, function) in functions {
            let x = try Tensor(doubles: [0.3, 0.9, 1.7], shape: [3])
            let error = try gradientError([x]) { inputs in
                let y = try function(inputs[0])
                return try XCTUnwrap(
                    Tensor.gradients(of: [y.sum()], withRespectTo: inputs, createGraph: true)[0])
            }
            XCTAssertLessThan(error, 1e-7, name)
        }
    }

    func testOneRecordedGradientReachingTwoLeavesIsNotShared() throws {
        let (a, b) = (try leaf([1, 2]), try leaf([3, 4]))
        try (a + b).sum().backward(createGraph: true)
        let (first, second) = (try XCTUnwrap(a.grad), try XCTUnwrap(b.grad))
        XCTAssertFalse(first.storage === second.storage)
        XCTAssertTrue(first.isContiguous && first.isWritable)
    }

    func testOneGradientReachingTwoLeavesIsNotShared() throws {
        let (a, b) = (try leaf([1, 2]), try leaf([3, 4]))
        try (a + b).sum().backward()
        let first = try XCTUnwrap(a.grad)
        let second = try XCTUnwrap(b.grad)
        XCTAssertFalse(first.storage === second.storage)
    }

    func testAHundredThousandNodesAreReleasedWithoutRecursion() throws {
        let x = try leaf([1])
        var y = x
        for _ in 0..<200_000 { y = try y + x }
        try y.backward()
        XCTAssertEqual(try x.grad?.doubles(), [200_001])
        y = x
        for _ in 0..<200_000 { y = try y * x }
        y = x
    }

    func testASecondBackwardNeedsTheGraphRetained() throws {
        let x = try leaf([2])
        let y = try x * x
        try y.backward(retainGraph: true)
        try y.backward()
        XCTAssertEqual(try x.grad?.doubles(), [8])
        XCTAssertThrowsError(try y.backward()) { error in
            XCTAssertTrue("\(error)".contains("retain_graph"), "\(error)")
        }
    }

    func testAChangeInPlaceOfWhatWasSavedIsFound() throws {
        let x = try leaf([1, 2])
        let factor = try Tensor(doubles: [3, 4], shape: [2])
        let y = try (x * factor).sum()
        _ = try InPlace.all[0].apply(factor, factor)
        XCTAssertThrowsError(try y.backward()) { error in
            XCTAssertTrue("\(error)".contains("multiply"), "\(error)")
        }
    }

    func testAChangeThroughBorrowedMemoryIsFound() throws {
        let memory = UnsafeMutablePointer<Double>.allocate(capacity: 100)
        memory.initialize(repeating: 1, count: 100)
        defer { memory.deallocate() }
        let factor = try Tensor(
            borrowing: memory, shape: [100], byteStrides: [8], .float64, isReadOnly: false, giveBack: {})
        let x = try leaf([Double](repeating: 1, count: 100))
        let unchanged = try (x * factor).sum()
        try unchanged.backward()
        let changed = try (x * factor).sum()
        memory[57] = 2
        XCTAssertThrowsError(try changed.backward())
    }

    func testAChangeThroughLentMemoryIsFound() throws {
        let factor = try Tensor(doubles: [1, 2], shape: [2])
        let x = try leaf([1, 1])
        let y = try (x * factor).sum()
        factor.storage.lend()
        factor.pointer.assumingMemoryBound(to: Double.self)[1] = 5
        factor.storage.takeBack()
        XCTAssertThrowsError(try y.backward())
    }

    func testNoGradRecordsNothing() throws {
        let x = try leaf([1])
        let y = try withNoGrad { () throws(SwiftgradError) in try x * x }
        XCTAssertFalse(y.requiresGrad)
        XCTAssertThrowsError(try y.backward())
    }

    func testRetainGradKeepsTheGradientOfAnIntermediate() throws {
        let x = try leaf([3])
        let y = try x * x
        try y.retainGrad()
        try (y * y).backward()
        XCTAssertEqual(try y.grad?.doubles(), [18])
        XCTAssertEqual(try x.grad?.doubles(), [108])
    }

    func testUnusedInputHasNoGradient() throws {
        let (x, unused) = (try leaf([1]), try leaf([1]))
        let gradients = try Tensor.gradients(of: [x * x], withRespectTo: [x, unused])
        XCTAssertNotNil(gradients[0])
        XCTAssertNil(gradients[1])
    }

    func testGradientWithRespectToAnIntermediate() throws {
        let x = try leaf([3])
        let y = try x * x
        let z = try y * y
        XCTAssertEqual(try Tensor.gradients(of: [z], withRespectTo: [y])[0]?.doubles(), [18])
        XCTAssertNil(x.grad)
    }

    func testGradientChecksOfBroadcastArithmetic() throws {
        let x = try Tensor(doubles: [0.5, 1.5, -2, 3, 0.25, 1], shape: [2, 3])
        let y = try Tensor(doubles: [1.25, -0.75, 2], shape: [3])
        let operations: [(String, (Tensor, Tensor) throws -> Tensor)] = [
            ("add", { try $0 + $1 }), ("subtract", { try $0 - $1 }), ("multiply", { try $0 * $1 }),
            ("divide", { try $0 / $1 }), ("maximum", { try Tensor.apply(Maximum(), $0, $1) }),
            ("minimum", { try Tensor.apply(Minimum(), $0, $1) }),
        ]
        for (name, operation) in operations {
            let error = try gradientError([x.copy(), y.copy()]) { try operation($0[0], $0[1]) }
            XCTAssertLessThan(error, 1e-7, name)
        }
    }

    func testGradientChecksOfShapesReductionsAndProducts() throws {
        let x = try Tensor(doubles: (0..<24).map { Double($0 * 37 % 23) / 7 - 1.5 }, shape: [2, 3, 4])
        let functions: [(String, (Tensor) throws -> Tensor)] = [
            ("reshape", { try $0.reshape([4, -1]) }), ("permute", { try $0.permute([2, 0, 1]) }),
            ("slice", { try $0.slice(axis: 1, 1..<3) }), ("flip", { try $0.flip([0, 2]) }),
            ("broadcast", { try $0.broadcast(to: [5, 2, 3, 4]) }),
            ("concat", { try Tensor.concat([$0, $0.slice(axis: 1, 0..<1)], axis: 1) }),
            ("sum", { try $0.sum(axes: [0, 2]) }), ("mean", { try $0.mean(axes: [1], keepDimensions: true) }),
            ("prod", { try $0.product(axes: [1]) }), ("max", { try $0.maximum(axes: [2]) }),
            ("var", { try $0.variance(axes: [0], correction: 0) }),
            ("matmul", { try $0.matmul($0.transpose(-1, -2)) }),
            ("linear", { try $0.linear($0.slice(axis: 0, 0..<1).reshape([3, 4])) }),
            ("linearReLU", { try $0.linearReLU($0.slice(axis: 0, 0..<1).reshape([3, 4])) }),
        ]
        for (name, function) in functions {
            let error = try gradientError([x.copy()]) { try function($0[0]) }
            XCTAssertLessThan(error, 1e-6, name)
        }
    }
}
