import Swiftgrad
import TestSupport
import XCTest

@testable import SwiftgradNN

final class InitialiserTests: XCTestCase {
    private func doubles(_ tensor: Tensor) throws -> [Double] { try tensor.doubles() }

    private func fill(_ name: String, _ shape: [Int], _ settings: [Value] = []) throws -> [Double] {
        Generator.shared.seed(11)
        let function = try XCTUnwrap(NNFunctions.initialisers.first { $0.signature.name == name })
        let tensor = try Tensor.full(shape, .nan)
        try tensor.setRequiresGrad(true)
        let rest = function.signature.parameters.count - 1 - settings.count
        let result = try function([.tensor(tensor)] + settings + [Value](repeating: .absent, count: rest))
        guard case .tensor(let same) = result else { throw SwiftgradError.type("not a tensor") }
        XCTAssertTrue(same === tensor)
        return try doubles(tensor)
    }

    private func deviation(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
    }

    func testSpreadsAreThoseOfTheFormulas() throws {
        let shape = [200, 100, 2]
        XCTAssertEqual(
            deviation(try fill("uniform_", shape, [.double(-1), .double(3)])), 4 / 12.0.squareRoot(), accuracy: 0.02)
        XCTAssertEqual(deviation(try fill("normal_", shape, [.double(1), .double(2)])), 2, accuracy: 0.03)
        XCTAssertEqual(deviation(try fill("xavier_uniform_", shape)), (2.0 / 600).squareRoot(), accuracy: 1e-3)
        XCTAssertEqual(deviation(try fill("xavier_normal_", shape)), (2.0 / 600).squareRoot(), accuracy: 1e-3)
        XCTAssertEqual(deviation(try fill("kaiming_uniform_", shape)), (2.0 / 200).squareRoot(), accuracy: 2e-3)
        XCTAssertEqual(
            deviation(try fill("kaiming_normal_", shape, [.double(0), .string("fan_out"), .string("relu")])),
            (2.0 / 400).squareRoot(), accuracy: 2e-3)
        XCTAssertTrue(try fill("constant_", [3], [.double(2)]).allSatisfy { $0 == 2 })
        XCTAssertTrue(try fill("zeros_", [3]).allSatisfy { $0 == 0 })
        XCTAssertTrue(try fill("ones_", [3]).allSatisfy { $0 == 1 })
        XCTAssertThrowsError(try fill("kaiming_uniform_", [3]))
    }

    func testTheTruncatedNormalStaysInside() throws {
        let values = try fill("trunc_normal_", [40_000], [.double(0), .double(1), .double(-1), .double(1)])
        XCTAssertTrue(values.allSatisfy { abs($0) <= 1 })
        XCTAssertEqual(deviation(values), 0.5396, accuracy: 0.01)
    }

    func testOrthogonalRowsOrColumns() throws {
        for (rows, columns) in [(6, 20), (20, 6), (9, 9)] {
            let values = try fill("orthogonal_", [rows, columns], [.double(2)])
            let short = min(rows, columns)
            for i in 0..<short {
                for j in 0..<short {
                    let products = (0..<max(rows, columns)).map { k in
                        rows <= columns
                            ? values[i * columns + k] * values[j * columns + k]
                            : values[k * columns + i] * values[k * columns + j]
                    }
                    XCTAssertEqual(products.reduce(0, +), i == j ? 4 : 0, accuracy: 1e-5)
                }
            }
        }
    }
}
