import SwiftgradKernels
import XCTest

final class GemmTests: XCTestCase {
    func testEverySmallShapeMatchesTheExactProduct() {
        var random = SplitMix(state: 1)
        let sizes = [0, 1, 2, 3, 5, 7, 11, 12, 13, 15, 16, 17, 31, 32, 33, 65]
        let layouts = StridedMatrix<Float>.Layout.allCases
        for m in sizes {
            for n in sizes {
                for k in [0, 1, 2, 17, 37] {
                    let bits = random.below(16)
                    check(
                        GemmCase(
                            m, n, k, layouts[random.below(layouts.count)], layouts[random.below(layouts.count)],
                            accumulate: bits & 1 != 0, columnBias: bits & 2 != 0, rowBias: bits & 4 != 0,
                            relu: bits & 8 != 0, padding: random.below(2) * 5, &random))
                }
            }
        }
    }

    func testEveryPairOfLayouts() {
        var random = SplitMix(state: 2)
        for layoutA in StridedMatrix<Float>.Layout.allCases {
            for layoutB in StridedMatrix<Float>.Layout.allCases {
                for (m, n, k) in [
                    (37, 41, 300), (64, 97, 523), (1, 131, 257), (131, 1, 257), (1, 1, 600), (253, 67, 31),
                ] {
                    check(GemmCase(m, n, k, layoutA, layoutB, padding: 3, &random))
                    check(GemmCase(m, n, k, layoutA, layoutB, accumulate: true, relu: true, &random))
                }
            }
        }
    }

    func testLargeProductsInSeveralBlocksAndPanels() {
        var random = SplitMix(state: 3)
        check(GemmCase(520, 300, 300, .rows, .columns, columnBias: true, &random))
        check(GemmCase(61, 4203, 11, .columns, .rows, rowBias: true, &random))
        check(GemmCase(19, 23, 5000, .rows, .rows, accumulate: true, &random))
        check(GemmCase(7, 4133, 1103, .rows, .rows, &random))
        check(GemmCase(9, 33, 16_411, .rows, .columns, accumulate: true, relu: true, &random))
        check(GemmCase(25, 17, 600, .rows, .paddedRows, &random))
        check(GemmCase(230, 4140, 40, .rows, .rows, accumulate: true, columnBias: true, &random))
        check(GemmCase(1030, 300, 531, .columns, .columns, rowBias: true, &random))
        check(GemmCase(4300, 261, 17, .columns, .rows, &random))
        check(GemmCase(131, 270, 1024, .rows, .rows, accumulate: true, relu: true, &random))
    }

    /// The gradient of a weight: an A whose rows of C are its columns, turned over where C has few columns.
    func testLongProductsOfTransposedOperands() {
        var random = SplitMix(state: 6)
        for n in [1, 2, 7, 28, 33, 64, 65, 200] {
            check(GemmCase(131, n, 1050, .columns, .rows, columnBias: true, rowBias: true, padding: 3, &random))
            check(GemmCase(133, n, 40, .columns, .columns, accumulate: true, relu: true, &random))
        }
        check(GemmCase(400, 130, 1100, .columns, .rows, accumulate: true, padding: 5, &random))
        check(GemmCase(150, 420, 1100, .columns, .rows, columnBias: true, relu: true, &random))
        check(GemmCase(530, 300, 700, .columns, .paddedRows, rowBias: true, &random))
    }

    func testBitsDoNotDependOnTheThreadCount() {
        var random = SplitMix(state: 4)
        for (m, n, k) in [
            (300, 300, 300), (64, 128, 784), (1, 4096, 512), (4096, 1, 512), (13, 2000, 64), (10, 32, 30_000),
            (600, 520, 1030), (512, 28, 1800),
        ] {
            for (layoutA, layoutB) in [
                (StridedMatrix<Float>.Layout.rows, StridedMatrix<Float>.Layout.columns), (.columns, .rows),
            ] {
                let product = GemmCase<Float>(m, n, k, layoutA, layoutB, columnBias: true, &random)
                let before = ThreadPool.threadCount
                defer { ThreadPool.setThreadCount(before) }
                ThreadPool.setThreadCount(1)
                let alone = run(product)
                ThreadPool.setThreadCount(2)
                XCTAssertEqual(alone.map(\.bitPattern), run(product).map(\.bitPattern), "\(m)x\(n)x\(k)")
            }
        }
    }

    func testReluKeepsNaNAndProductsPropagateIt() {
        let a: [Float] = [.nan, 1, -1, 0]
        let b: [Float] = [1, 0, 0, 1]
        var c = [Float](repeating: 7, count: 4)
        Gemm.multiply(
            m: 2, n: 2, k: 2, a: a, aStrides: (2, 1), b: b, bStrides: (2, 1), c: &c, cRowStride: 2,
            accumulate: false, epilogue: .init(activation: .relu))
        XCTAssertTrue(c[0].isNaN)
        XCTAssertTrue(c[1].isNaN)
        XCTAssertEqual(c[2], 0)
        XCTAssertEqual(c[3], 0)
    }

    func testBatchesMatchTheirItemsOneByOne() {
        var random = SplitMix(state: 5)
        for (batch, m, n, k) in [(0, 4, 4, 4), (1, 5, 6, 7), (7, 13, 33, 17), (3, 64, 64, 32), (2, 340, 330, 320)] {
            for (sharedA, sharedB) in [(false, false), (true, false), (false, true)] {
                let a = (0..<max(batch, 1) * m * k).map { _ in Float(random.uniform()) }
                let b = (0..<max(batch, 1) * k * n).map { _ in Float(random.uniform()) }
                let start = (0..<max(batch, 1) * m * n).map { _ in Float(random.uniform()) }
                var together = start
                var apart = start
                Gemm.multiplyBatched(
                    batch: batch, m: m, n: n, k: k,
                    a: a, aStrides: (k, 1), aBatchStride: sharedA ? 0 : m * k,
                    b: b, bStrides: (1, k), bBatchStride: sharedB ? 0 : k * n,
                    c: &together, cRowStride: n, cBatchStride: m * n, accumulate: true)
                apart.withUnsafeMutableBufferPointer { apart in
                    a.withUnsafeBufferPointer { a in
                        b.withUnsafeBufferPointer { b in
                            for i in 0..<batch {
                                Gemm.multiply(
                                    m: m, n: n, k: k,
                                    a: a.baseAddress! + (sharedA ? 0 : i * m * k), aStrides: (k, 1),
                                    b: b.baseAddress! + (sharedB ? 0 : i * k * n), bStrides: (1, k),
                                    c: apart.baseAddress! + i * m * n, cRowStride: n, accumulate: true)
                            }
                        }
                    }
                }
                for (x, y) in zip(together, apart) { XCTAssertEqual(x, y, accuracy: 1e-4) }
            }
        }
    }

    func testPeakIsAPositiveRate() {
        XCTAssertGreaterThan(MachinePeak.float32GigaflopsPerSecond(), 0.1)
    }

    private func run(_ product: GemmCase<Float>) -> [Float] {
        var c = product.c
        product.columnBias.withOptionalPointer { columnBias in
            product.rowBias.withOptionalPointer { rowBias in
                product.a.storage.withUnsafeBufferPointer { a in
                    product.b.storage.withUnsafeBufferPointer { b in
                        Gemm.multiply(
                            m: product.m, n: product.n, k: product.k,
                            a: a.baseAddress! + product.a.offset, aStrides: product.a.strides,
                            b: b.baseAddress! + product.b.offset, bStrides: product.b.strides,
                            c: &c, cRowStride: product.cRow, accumulate: product.accumulate,
                            epilogue: .init(
                                columnBias: columnBias, rowBias: rowBias, activation: product.relu ? .relu : .none))
                    }
                }
            }
        }
        return c
    }

    private func check(_ product: GemmCase<Float>, line: UInt = #line) {
        XCTAssertLessThanOrEqual(
            product.error(of: run(product)), product.errorBound, "\(product.m)x\(product.n)x\(product.k)", line: line)
    }
}
