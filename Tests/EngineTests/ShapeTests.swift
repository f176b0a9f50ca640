import TestSupport
import XCTest

@testable import Swiftgrad

final class ShapeTests: XCTestCase {
    func testElementsAreCountedWithoutOverflow() {
        XCTAssertEqual(Shape.elementCount([]), 1)
        XCTAssertEqual(Shape.elementCount([2, 3, 4]), 24)
        XCTAssertEqual(Shape.elementCount([2, 0, 4]), 0)
        XCTAssertNil(Shape.elementCount([.max, 2]))
        XCTAssertNil(Shape.elementCount([1 << 32, 1 << 32]))
        // Products over the other axes of an empty array must not overflow either.
        XCTAssertNil(Shape.elementCount([0, .max, 2]))
        XCTAssertNil(Shape.elementCount([1 << 60]))
        XCTAssertEqual(Shape.elementCount([1 << 58]), 1 << 58)
    }

    func testContiguousStrides() {
        XCTAssertEqual(Shape.contiguousStrides([]), [])
        XCTAssertEqual(Shape.contiguousStrides([5]), [1])
        XCTAssertEqual(Shape.contiguousStrides([2, 3, 4]), [12, 4, 1])
        XCTAssertTrue(Shape.isContiguous([2, 3, 4], [12, 4, 1]))
        XCTAssertTrue(Shape.isContiguous([2, 1, 4], [4, 99, 1]), "an axis of length 1 may have any stride")
        XCTAssertTrue(Shape.isContiguous([7, 0, 4], [9, 4, 1]), "an empty array has no gaps")
        XCTAssertTrue(Shape.isContiguous([], []))
        XCTAssertFalse(Shape.isContiguous([2, 3], [1, 2]))
        XCTAssertFalse(Shape.isContiguous([3], [-1]))
        XCTAssertFalse(Shape.isContiguous([3], [0]))
    }

    func testBroadcasting() {
        XCTAssertEqual(Shape.broadcast([2, 3], [3]), [2, 3])
        XCTAssertEqual(Shape.broadcast([4, 1], [3, 1, 5]), [3, 4, 5])
        XCTAssertEqual(Shape.broadcast([], [2, 0]), [2, 0])
        XCTAssertEqual(Shape.broadcast([1], [0]), [0])
        XCTAssertNil(Shape.broadcast([2], [3]))
        XCTAssertNil(Shape.broadcast([2], [0]))
        XCTAssertEqual(Shape.broadcastStrides([4, 1], [1, 7], to: [3, 4, 5]), [0, 1, 0])
        XCTAssertEqual(Shape.broadcastStrides([], [], to: [2, 2]), [0, 0])
    }

    func testShapesAreWrittenAsPythonWritesTuples() {
        XCTAssertEqual(Shape.text([]), "()")
        XCTAssertEqual(Shape.text([2]), "(2,)")
        XCTAssertEqual(Shape.text([2, 3]), "(2, 3)")
    }

    func testAxesCountFromTheEnd() throws {
        XCTAssertEqual(try Axes.normalise(-1, rank: 3, operation: "f"), 2)
        XCTAssertEqual(try Axes.normalise([-1, 0], rank: 3, operation: "f"), [2, 0])
        XCTAssertEqual(try Axes.normalise(nil, rank: 3, operation: "f"), [0, 1, 2])
        for axis in [3, -4, .max, .min] {
            XCTAssertThrowsError(try Axes.normalise(axis, rank: 3, operation: "f")) {
                XCTAssertEqual(($0 as? SwiftgradError)?.kind, .index)
            }
        }
        XCTAssertThrowsError(try Axes.normalise([0, -3], rank: 3, operation: "f")) {
            XCTAssertEqual(($0 as? SwiftgradError)?.kind, .value)
        }
    }
}
