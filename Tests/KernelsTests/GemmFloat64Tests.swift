import COpenBLAS
import XCTest

@testable import SwiftgradKernels

final class GemmFloat64Tests: XCTestCase {
    func testSmallShapesAndLayoutsMatchTheExactProduct() {
        var random = SplitMix(state: 11)
        let sizes = [0, 1, 2, 7, 8, 9, 12, 13, 17, 40]
        let layouts = StridedMatrix<Double>.Layout.allCases
        for m in sizes {
            for n in sizes {
                for k in [0, 1, 9, 33, 300] {
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

    func testSeveralBlocks() {
        var random = SplitMix(state: 12)
        check(GemmCase(350, 90, 290, .rows, .columns, columnBias: true, &random))
        check(GemmCase(9, 5, 9000, .columns, .rows, accumulate: true, &random))
    }

    func testAgreesWithOpenBLASWhichKeepsItsThreadSetting() throws {
        guard OpenBLAS.isAvailable, let address = OpenBLAS.symbol("cblas_dgemm"),
            let getAddress = OpenBLAS.symbol("openblas_get_num_threads")
        else { throw XCTSkip("no OpenBLAS") }
        let dgemm = unsafeBitCast(address, to: sg_cblas_dgemm.self)
        let threads = unsafeBitCast(getAddress, to: sg_openblas_get_num_threads.self)
        let before = threads()
        var random = SplitMix(state: 13)
        let product = GemmCase<Double>(31, 47, 65, .rows, .rows, &random)
        var theirs = [Double](repeating: 0, count: 31 * 47)
        OpenBLAS.singleThreaded {
            XCTAssertEqual(threads(), 1)
            dgemm(101, 111, 111, 31, 47, 65, 1, product.a.storage, 65, product.b.storage, 47, 0, &theirs, 47)
        }
        XCTAssertEqual(threads(), before)
        let ours = run(product)
        for (x, y) in zip(ours, theirs) { XCTAssertEqual(x, y, accuracy: 1e-12) }
    }

    func testScalarLoopsStandInWhenThereIsNoMemoryToPackInto() {
        var random = SplitMix(state: 14)
        let product = GemmCase<Float>(14, 35, 20, .spaced, .reversed, accumulate: true, relu: true, &random)
        var c = product.c
        product.a.storage.withUnsafeBufferPointer { a in
            product.b.storage.withUnsafeBufferPointer { b in
                c.withUnsafeMutableBufferPointer { c in
                    guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
                    let whole = MatrixProduct(
                        m: 14, n: 35, k: 20, a: a + product.a.offset, aRow: product.a.rowStride,
                        aColumn: product.a.columnStride, b: b + product.b.offset, bRow: product.b.rowStride,
                        bColumn: product.b.columnStride, c: c, cRow: 35, accumulate: true,
                        epilogue: Gemm.Epilogue(activation: .relu))
                    let plan = GemmPlan(whole, for: WideRegisterFile<F32x16>.self)
                    for rows in [0..<5, 5..<14] {
                        GemmTask<WideRegisterFile<F32x16>>(
                            product: whole, plan: plan, rows: rows, columns: 0..<35, n: 0..<35, k: 0..<20, sharedA: nil,
                            sharedB: nil
                        ).runWithoutMemory()
                    }
                }
            }
        }
        XCTAssertLessThanOrEqual(product.error(of: c), 1e-6)
    }

    private func run(_ product: GemmCase<Double>) -> [Double] {
        var c = product.c
        product.columnBias.withOptionalPointer { columnBias in
            product.rowBias.withOptionalPointer { rowBias in
                product.a.storage.withUnsafeBufferPointer { a in
                    product.b.storage.withUnsafeBufferPointer { b in
                        guard let a = a.baseAddress, let b = b.baseAddress else { return }
                        Gemm.multiply(
                            m: product.m, n: product.n, k: product.k,
                            a: a + product.a.offset, aStrides: product.a.strides,
                            b: b + product.b.offset, bStrides: product.b.strides,
                            c: &c, cRowStride: product.cRow, accumulate: product.accumulate,
                            epilogue: .init(
                                columnBias: columnBias, rowBias: rowBias, activation: product.relu ? .relu : .none))
                    }
                }
            }
        }
        return c
    }

    private func check(_ product: GemmCase<Double>, line: UInt = #line) {
        XCTAssertLessThanOrEqual(
            product.error(of: run(product)), product.errorBound, "\(product.m)x\(product.n)x\(product.k)", line: line)
    }
}
