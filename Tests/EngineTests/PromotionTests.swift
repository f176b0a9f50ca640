import TestSupport
import XCTest

@testable import Swiftgrad

final class PromotionTests: XCTestCase {
    func testPromotionIsCommutativeAndNeverNarrows() {
        for a in DType.allCases {
            XCTAssertEqual(Promotion.promote(a, a), a)
            for b in DType.allCases {
                let common = Promotion.promote(a, b)
                XCTAssertEqual(common, Promotion.promote(b, a), "\(a) \(b)")
                XCTAssertEqual(common.isFloating, a.isFloating || b.isFloating || common == .float64, "\(a) \(b)")
                XCTAssertEqual(Promotion.promote(common, a), common, "\(a) \(b)")
            }
        }
    }

    func testTheTableOfTheStandard() {
        let rows: [(DType, DType, DType)] = [
            (.int8, .int16, .int16), (.uint8, .int8, .int16), (.uint8, .int64, .int64), (.uint32, .int8, .int64),
            (.uint64, .int64, .float64), (.float16, .float32, .float32), (.float32, .float64, .float64),
            (.float16, .bfloat16, .float32), (.int64, .float16, .float16), (.bool, .uint8, .uint8),
        ]
        for (a, b, expected) in rows { XCTAssertEqual(Promotion.promote(a, b), expected, "\(a) \(b)") }
    }

    func testNumbersAreWeak() {
        XCTAssertEqual(Promotion.weak(.int(3), beside: .uint8), .uint8)
        XCTAssertEqual(Promotion.weak(.int(3), beside: .bool), .int64)
        XCTAssertEqual(Promotion.weak(.double(0.5), beside: .float16), .float16)
        XCTAssertEqual(Promotion.weak(.double(0.5), beside: .int64), .float32)
        XCTAssertEqual(Promotion.weak(.bool(true), beside: .int8), .int8)
    }

    func testIntegersAreHeldOrRefused() {
        XCTAssertTrue(DType.uint8.holds(255))
        XCTAssertFalse(DType.uint8.holds(256))
        XCTAssertFalse(DType.uint64.holds(-1))
        XCTAssertFalse(DType.bool.holds(2))
        XCTAssertTrue(DType.float16.holds(.max))
        XCTAssertThrowsError(try Tensor.scalar(.int(.min), .int32))
    }

    func testIntegerRangesAreExact() throws {
        let far = 1 << 60
        XCTAssertEqual(try Tensor.arange(far, far + 5, step: 2, .int64).elements(), [far, far + 2, far + 4])
        XCTAssertEqual(try Tensor.arange(3, -3, step: -2, .int64).elements(), [3, 1, -1])
        XCTAssertEqual(try Tensor.arange(0, 5, step: .max, .int64).elements(), [0])
        XCTAssertEqual(try Tensor.arange(0, -5, step: .min, .int64).elements(), [0])
        XCTAssertEqual(try Tensor.arange(5, 0, .int64).count, 0)
        for (start, stop, step) in [(Int.min, Int.max, 1), (0, Int.min, -1), (0, 1, 0), (0, .max, 1)] {
            XCTAssertThrowsError(try Tensor.arange(start, stop, step: step, .int64))
        }
    }
}

extension Tensor {
    fileprivate func elements() -> [Int] {
        (0..<count).map { Int(pointer.assumingMemoryBound(to: Int64.self)[$0]) }
    }
}
