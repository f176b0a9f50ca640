import Glibc
import XCTest

@testable import SwiftgradKernels

/// Loads, stores, comparisons and choices of the two vector types.
final class SimdVectorTests: XCTestCase {
    func testMaximumAndMinimumPropagateNaN() {
        checkExtremes(Float32Vector.self)
        checkExtremes(Float64Vector.self)
    }

    private func checkExtremes<V: FloatVector>(_ type: V.Type) {
        let values: [Double] = [-.infinity, -1, 0, 2, .infinity, .nan]
        for x in values {
            for y in values {
                let larger = first(V.maximum(V(x), V(y)))
                let smaller = first(V.minimum(V(x), V(y)))
                if x.isNaN || y.isNaN {
                    XCTAssertTrue(larger.isNaN && smaller.isNaN, "\(x), \(y)")
                } else {
                    XCTAssertEqual(larger, max(x, y))
                    XCTAssertEqual(smaller, min(x, y))
                }
            }
        }
    }

    private func first<V: FloatVector>(_ vector: V) -> Double { lanes(vector)[0] }

    private func lanes<V: FloatVector>(_ vector: V) -> [Double] {
        var scalars = [V.Scalar](repeating: 0, count: V.width)
        scalars.withUnsafeMutableBufferPointer { vector.store(to: $0.baseAddress!) }
        return scalars.map { Double($0) }
    }

    func testComparisonsAreFalseForNaN() {
        for value in [Double.nan, 1] {
            let x = Float32Vector(value)
            let one = Float32Vector(1)
            let isOne: Double = value.isNaN ? 0 : 1
            XCTAssertEqual(first(Float32Vector.select(x == one, Float32Vector(1), Float32Vector(0))), isOne)
            XCTAssertEqual(first(Float32Vector.select(x <= one, Float32Vector(1), Float32Vector(0))), isOne)
            XCTAssertEqual(first(Float32Vector.select(x < one, Float32Vector(1), Float32Vector(0))), 0)
        }
    }

    func testConditionsAreStoredAsBytes() {
        var x = SIMD16<Float>()
        for lane in 0..<16 { x[lane] = lane % 3 == 0 ? 1 : -1 }
        var bytes = [UInt8](repeating: 7, count: 17)
        bytes.withUnsafeMutableBufferPointer {
            Float32Vector.store(Float32Vector(0) < Float32Vector(x), to: $0.baseAddress!)
        }
        XCTAssertEqual(bytes, (0..<16).map { $0 % 3 == 0 ? 1 : 0 } + [7])
    }

    func testMapLanesKeepsTheOrder() {
        let ramp = Float64Vector(SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7))
        XCTAssertEqual(lanes(ramp.mapLanes { $0 * 10 }), [0, 10, 20, 30, 40, 50, 60, 70])
        XCTAssertEqual(lanes(ramp.mapLanes(Float64Vector(2)) { $0 - $1 }), [-2, -1, 0, 1, 2, 3, 4, 5])
    }

    /// A partial vector may end at the last byte of the last mapped page.
    func testPartialAccessStaysInside() {
        checkPartialAccess(Float32Vector.self)
        checkPartialAccess(Float64Vector.self)
    }

    private func checkPartialAccess<V: FloatVector>(_ type: V.Type) {
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        guard let map = mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            map != MAP_FAILED
        else { return XCTFail("mmap") }
        defer { munmap(map, 2 * page) }
        XCTAssertEqual(mprotect(map + page, page, PROT_NONE), 0)
        for count in 1..<V.width {
            let start = (map + page - count * MemoryLayout<V.Scalar>.stride)
                .bindMemory(to: V.Scalar.self, capacity: count)
            for i in 0..<count { start[i] = V.Scalar(i + 1) }
            let loaded = V(loading: start, count: count)
            XCTAssertEqual(lanes(loaded), (0..<V.width).map { $0 < count ? Double($0 + 1) : 0 })
            (loaded + V(1)).store(to: start, count: count)
            for i in 0..<count { XCTAssertEqual(start[i], V.Scalar(i + 2)) }
        }
    }
}
