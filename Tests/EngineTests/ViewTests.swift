import TestSupport
import XCTest

@testable import Swiftgrad

final class ViewTests: XCTestCase {
    private func line(_ shape: [Int]) throws -> Tensor {
        try Tensor(doubles: (0..<shape.reduce(1, *)).map(Double.init), shape: shape)
    }

    /// The view has the same elements as a reshaped copy, and shares memory exactly when it can.
    private func check(_ x: Tensor, _ shape: [Int], isView: Bool, line: UInt = #line) throws {
        let y = try x.reshape(shape)
        XCTAssertEqual(y.storage === x.storage, isView, line: line)
        XCTAssertEqual(y.shape, shape, line: line)
        XCTAssertEqual(try y.doubles(), try x.doubles(), line: line)
    }

    func testReshapeIsAViewWhereStridesAllowIt() throws {
        let x = try line([4, 6])
        try check(x, [24], isView: true)
        try check(x, [2, 2, 3, 2], isView: true)
        try check(x, [4, 1, 6, 1], isView: true)
        let columns = try x.transpose(0, 1)
        try check(columns, [6, 2, 2], isView: true)
        try check(columns, [3, 2, 4], isView: true)
        try check(columns, [24], isView: false)
        try check(columns, [12, 2], isView: false)
        let even = try x.indexed([.ellipsis, .range(nil, nil, 2)])
        try check(even, [12], isView: true)
        try check(even, [2, 6], isView: true)
        let backwards = try x.flip([0])
        try check(backwards, [2, 2, 6], isView: true)
        try check(backwards, [24], isView: false)
        try check(try x.flip(nil), [24], isView: true)
        let repeated = try line([3]).broadcast(to: [2, 3])
        try check(repeated, [2, 3, 1], isView: true)
        try check(repeated, [6], isView: false)
        try check(try line([1]).broadcast(to: [6]), [2, 3], isView: true)
    }

    func testReshapeOfNothingAndOfOne() throws {
        XCTAssertEqual(try line([0, 3]).reshape([3, 0, 5]).shape, [3, 0, 5])
        XCTAssertEqual(try line([1]).reshape([]).shape, [])
        XCTAssertEqual(try line([]).reshape([1, 1]).doubles(), [0])
        XCTAssertEqual(try line([2, 3]).reshape([-1]).shape, [6])
        for shape in [[-1, -1], [4, -1], [7], [-2, 3], [0, -1], [.max, .max]] {
            XCTAssertThrowsError(try line([2, 3]).reshape(shape), "\(shape)")
        }
    }

    func testSlicesClipAsPythonDoes() throws {
        let x = try line([10])
        let bounds: [Int?] = [nil, .min, -11, -10, -3, 0, 4, 9, 10, 11, .max]
        let steps = [1, 2, 3, 10, .max, -1, -2, -9, -.max]
        for start in bounds {
            for stop in bounds {
                for step in steps {
                    let view = try x.indexed([.range(start, stop, step)])
                    XCTAssertEqual(
                        try view.doubles(), pythonSlice(start, stop, step, 10).map(Double.init),
                        "[\(start as Any):\(stop as Any):\(step)]")
                }
            }
        }
        XCTAssertThrowsError(try x.indexed([.range(nil, nil, 0)]))
        XCTAssertThrowsError(try x.indexed([.range(nil, nil, .min)]))
    }

    /// By the definition in Python's documentation, with 128 bits so that nothing overflows.
    private func pythonSlice(_ start: Int?, _ stop: Int?, _ step: Int, _ length: Int) -> [Int] {
        func clip(_ bound: Int?, _ otherwise: Int) -> Int128 {
            guard let bound else { return Int128(otherwise) }
            let position = Int128(bound) + (bound < 0 ? Int128(length) : 0)
            return step > 0 ? min(max(position, 0), Int128(length)) : min(max(position, -1), Int128(length - 1))
        }
        var position = clip(start, step > 0 ? 0 : length - 1)
        let end = clip(stop, step > 0 ? length : -1)
        var result: [Int] = []
        while step > 0 ? position < end : position > end {
            result.append(Int(position))
            position += Int128(step)
        }
        return result
    }

    func testIndexesCombine() throws {
        let x = try line([2, 3, 4])
        XCTAssertEqual(try x.indexed([.position(-1), .newAxis, .ellipsis, .position(2)]).doubles(), [14, 18, 22])
        XCTAssertEqual(try x.indexed([.position(-1), .newAxis, .ellipsis, .position(2)]).shape, [1, 3])
        let columns = try Tensor(doubles: [0, -1], shape: [2]).cast(to: .int64)
        XCTAssertEqual(
            try x.indexed([.ellipsis, .array(columns)]).doubles(), [0, 3, 4, 7, 8, 11, 12, 15, 16, 19, 20, 23])
        XCTAssertThrowsError(try x.indexed([.position(2)]))
        XCTAssertThrowsError(try x.indexed([.position(.min)]))
        XCTAssertThrowsError(try x.indexed([.ellipsis, .ellipsis]))
        XCTAssertThrowsError(try x.indexed([IndexEntry](repeating: .position(0), count: 4)))
        XCTAssertThrowsError(try x.indexed([IndexEntry](repeating: .newAxis, count: 62)))
    }

    func testAViewKeepsItsMemory() throws {
        var view: Tensor? = try line([6]).reshape([2, 3]).transpose(0, 1)
        XCTAssertEqual(try view?.doubles(), [0, 3, 1, 4, 2, 5])
        let copy = try view?.contiguous()
        view = nil
        XCTAssertEqual(try copy?.doubles(), [0, 3, 1, 4, 2, 5])
    }

    func testBorrowedMemory() throws {
        let memory = UnsafeMutablePointer<Double>.allocate(capacity: 6)
        defer { memory.deallocate() }
        for position in 0..<6 { memory[position] = Double(position) }
        nonisolated(unsafe) var released = 0
        var x: Tensor? = try Tensor(
            borrowing: memory + 5, shape: [2, 3], byteStrides: [-24, -8], .float64, isReadOnly: false
        ) { released += 1 }
        XCTAssertEqual(try x?.doubles(), [5, 4, 3, 2, 1, 0])
        XCTAssertEqual(x?.pointer, UnsafeMutableRawPointer(memory + 5))
        XCTAssertEqual(released, 0)
        x = nil
        XCTAssertEqual(released, 1)
        let failures: [([Int], [Int])] = [
            ([2], [12]), ([2], [.min]), ([2, 2], [1 << 62, -(1 << 62)]), ([3], [1 << 62]), ([-1], [8]), ([2], [8, 8]),
        ]
        for (shape, strides) in failures {
            XCTAssertThrowsError(
                try Tensor(borrowing: memory, shape: shape, byteStrides: strides, .float64, isReadOnly: false) {
                    released += 1
                }, "\(shape) \(strides)")
        }
        XCTAssertEqual(released, 1, "what throws takes nothing over")
    }
}
