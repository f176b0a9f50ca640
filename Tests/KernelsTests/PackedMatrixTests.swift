import SwiftgradKernels
import XCTest

final class PackedMatrixTests: XCTestCase {
    func testMatchesTheExactProductOverLayoutsAndSizes() {
        var random = SplitMix(state: 21)
        let layouts = StridedMatrix<Float>.Layout.allCases
        for m in [0, 1, 5, 12, 64, 131] {
            for (k, n) in [(0, 3), (1, 1), (7, 16), (33, 17), (128, 512), (600, 49), (1100, 33)] {
                let bits = random.below(16)
                let product = GemmCase<Float>(
                    m, n, k, layouts[random.below(layouts.count)], layouts[random.below(layouts.count)],
                    accumulate: bits & 1 != 0, columnBias: bits & 2 != 0, rowBias: bits & 4 != 0, relu: bits & 8 != 0,
                    padding: random.below(2) * 5, &random)
                XCTAssertLessThanOrEqual(product.error(of: multiply(product)), product.errorBound, "\(m)x\(n)x\(k)")
            }
        }
    }

    func testMultipliesManyTimesWithTheSameBits() throws {
        var random = SplitMix(state: 22)
        let product = GemmCase<Float>(70, 90, 530, .rows, .columns, columnBias: true, &random)
        let packed = try XCTUnwrap(pack(product.b))
        let before = ThreadPool.threadCount
        defer { ThreadPool.setThreadCount(before) }
        ThreadPool.setThreadCount(1)
        let first = multiply(product, with: packed)
        XCTAssertLessThanOrEqual(product.error(of: first), product.errorBound)
        for threads in [1, 2, 4] {
            ThreadPool.setThreadCount(threads)
            XCTAssertEqual(first.map(\.bitPattern), multiply(product, with: packed).map(\.bitPattern))
        }
    }

    func testFloat64() throws {
        var random = SplitMix(state: 23)
        let product = GemmCase<Double>(13, 29, 520, .rows, .columns, &random)
        let packed = try XCTUnwrap(
            PackedMatrix(k: 520, n: 29, b: product.b.storage, strides: product.b.strides))
        var c = product.c
        packed.multiply(m: 13, a: product.a.storage, aStrides: product.a.strides, c: &c, cRowStride: 29)
        XCTAssertLessThanOrEqual(product.error(of: c), product.errorBound)
    }

    func testImpossibleSizesGiveNoMatrix() {
        let b: [Float] = [1]
        XCTAssertNil(PackedMatrix(k: -1, n: 1, b: b, strides: (1, 1)))
        XCTAssertNil(PackedMatrix(k: 1, n: .max, b: b, strides: (0, 0)))
        XCTAssertNil(PackedMatrix(k: .max / 8, n: 64, b: b, strides: (0, 0)))
    }

    private func pack(_ b: StridedMatrix<Float>) -> PackedMatrix<Float>? {
        b.storage.withUnsafeBufferPointer { storage in
            storage.baseAddress.flatMap {
                PackedMatrix(k: b.rowCount, n: b.columnCount, b: $0 + b.offset, strides: b.strides)
            }
        }
    }

    private func multiply(_ product: GemmCase<Float>) -> [Float] {
        guard let packed = pack(product.b) else { return [] }
        return multiply(product, with: packed)
    }

    private func multiply(_ product: GemmCase<Float>, with packed: PackedMatrix<Float>) -> [Float] {
        var c = product.c
        product.columnBias.withOptionalPointer { columnBias in
            product.rowBias.withOptionalPointer { rowBias in
                product.a.storage.withUnsafeBufferPointer { a in
                    guard let a = a.baseAddress else { return }
                    packed.multiply(
                        m: product.m, a: a + product.a.offset, aStrides: product.a.strides, c: &c,
                        cRowStride: product.cRow, accumulate: product.accumulate,
                        epilogue: .init(
                            columnBias: columnBias, rowBias: rowBias, activation: product.relu ? .relu : .none))
                }
            }
        }
        return c
    }
}
