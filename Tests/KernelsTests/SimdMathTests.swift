import Glibc
import XCTest

@testable import SwiftgradKernels

/// float32 functions against Glibc in double precision, over samples of every exponent, both signs and all special values.
final class SimdMathTests: XCTestCase {
    func testExponentials() {
        check("exp", { $0.exp() }, Glibc.exp)
        check("expm1", { $0.expm1() }, Glibc.expm1)
    }

    /// These two are 0 where the result is not normal, as everything is inside a parallel region.
    func testFunctionsWithoutDenormals() {
        func inRegion(
            _ function: @escaping (Float32Vector) -> Float32Vector
        ) -> (Float32Vector) -> Float32Vector {
            { x in
                var y = x
                ThreadPool.run(tasks: 1) { _ in y = function(x) }
                return y
            }
        }
        func normal(_ y: Double) -> Double { abs(y) < 0x1p-126 ? 0 : y }
        check(
            "sigmoid", inRegion { $0.sigmoid() },
            { normal($0 < 0 ? Glibc.exp($0) / (1 + Glibc.exp($0)) : 1 / (1 + Glibc.exp(-$0))) })
        check(
            "expOfNonPositive", inRegion { (-$0.abs()).expOfNonPositive() }, { normal(Glibc.exp(-$0.magnitude)) })
    }

    /// The normal distribution where it is a float beside 1, and its tail, which is relatively less exact further out.
    func testNormalDistribution() {
        let density = 0.3989422804014327
        func points(_ range: ClosedRange<Float>) -> [Float] {
            stride(from: range.lowerBound, through: range.upperBound, by: 0.000_37).map { $0 }
        }
        func cumulative(_ x: Double) -> Double { Glibc.erfc(-x / 2.0.squareRoot()) / 2 }
        let vector: (Float32Vector) -> Float32Vector = { $0.normal().cumulative }
        check("Phi", points(0...14), vector, cumulative, tolerance: 2.5)
        check("Phi", points(-1...0), vector, cumulative, tolerance: 5)
        check("Phi", points(-5...(-1)), vector, cumulative, tolerance: 60)
        check("phi", points(-3...3), { $0.normal().density }, { density * Glibc.exp(-$0 * $0 / 2) }, tolerance: 12)
        for x: Float in [13.3, -13.3, 1e30, -1e30, .infinity] {
            let normal = Float32Vector(Double(x)).normal()
            XCTAssertEqual(normal.density.lanes[0], 0)
            XCTAssertEqual(normal.cumulative.lanes[0], x > 0 ? 1 : 0)
        }
        XCTAssertTrue(Float32Vector(.nan).normal().cumulative.lanes[0].isNaN)
    }

    func testLogisticAndItsSlope() {
        let points = stride(from: Float(-80), through: 80, by: 0.003).map { $0 }
        func e(_ x: Double) -> Double { Glibc.exp(-x.magnitude) }
        check("sigmoid", points, { $0.logistic().value }, { ($0 < 0 ? e($0) : 1) / (1 + e($0)) }, tolerance: 3)
        check("slope", points, { $0.logistic().slope }, { e($0) / ((1 + e($0)) * (1 + e($0))) }, tolerance: 5)
        check("softplus", points, { $0.softplus() }, { max($0, 0) + Glibc.log1p(e($0)) })
        XCTAssertEqual(Float32Vector(.infinity).softplus().lanes[0], .infinity)
        XCTAssertEqual(Float32Vector(-.infinity).softplus().lanes[0], 0)
        XCTAssertTrue(Float32Vector(.nan).softplus().lanes[0].isNaN)
    }

    func testLogarithms() {
        check("log", { $0.log() }, Glibc.log)
        check("log1p", { $0.log1p() }, Glibc.log1p)
        check("sqrt", { $0.sqrt() }, { $0.squareRoot() })
    }

    func testSaturatingFunctions() {
        check("tanh", { $0.tanh() }, Glibc.tanh)
        check("erf", { $0.erf() }, Glibc.erf)
    }

    func testTrigonometric() {
        check("sin", { $0.sin() }, Glibc.sin)
        check("cos", { $0.cos() }, Glibc.cos)
    }

    /// Multiples of pi/2 are where the argument reduction cancels most.
    func testTrigonometricNearMultiplesOfHalfPi() {
        var points: [Float] = []
        for n in stride(from: 1, to: 63_600, by: 7) {
            let nearest = Float(Double(n) * Double.pi / 2)
            points += [nearest.nextDown, nearest, nearest.nextUp, -nearest]
        }
        check("sin", points, { $0.sin() }, Glibc.sin)
        check("cos", points, { $0.cos() }, Glibc.cos)
    }

    func testPowerOfConstantExponent() {
        let exponents: [Float] = [
            0.5, 2, 3, -1.5, 7, -3, 101, 0.001, 1e10, 0, -0.0, 1, -1, .infinity, -.infinity, .nan, 16_777_215, -2e9,
        ]
        for exponent in exponents {
            check(
                "x^\(exponent)", { $0.pow(Float32Vector(Double(exponent))) }, { Glibc.pow($0, Double(exponent)) },
                step: 100_003)
        }
    }

    func testPowerOfConstantBase() {
        let bases: [Float] = [
            0.5, 2, -2, -1, 1, 0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 1e30, 0.99999, 1.00001,
            -7.5,
        ]
        for base in bases {
            check(
                "\(base)^x", { Float32Vector(Double(base)).pow($0) }, { Glibc.pow(Double(base), $0) }, step: 100_003)
        }
    }

    func testRounding() {
        check("floor", { $0.floor() }, Glibc.floor, tolerance: 0)
        check("ceil", { $0.ceil() }, Glibc.ceil, tolerance: 0)
        check("rounded", { $0.rounded() }, Glibc.rint, tolerance: 0)
        check("truncated", { $0.truncated() }, Glibc.trunc, tolerance: 0)
        check("abs", { $0.abs() }, Glibc.fabs, tolerance: 0)
        check("negate", { -$0 }, { -$0 }, tolerance: 0)
    }

    func testFloat64FollowsGlibc() {
        let points: [Double] = [
            0, -0.0, 1, -1, 0.3, -2.75, 40, -800, .infinity, -.infinity, .nan, 0x1p-1040, 5e300, -0.999,
        ]
        let functions: [(String, (Float64Vector) -> Float64Vector, (Double) -> Double)] = [
            ("exp", { $0.exp() }, Glibc.exp), ("expm1", { $0.expm1() }, Glibc.expm1), ("log", { $0.log() }, Glibc.log),
            ("log1p", { $0.log1p() }, Glibc.log1p), ("sqrt", { $0.sqrt() }, Glibc.sqrt),
            ("sin", { $0.sin() }, Glibc.sin),
            ("cos", { $0.cos() }, Glibc.cos), ("tanh", { $0.tanh() }, Glibc.tanh), ("erf", { $0.erf() }, Glibc.erf),
            ("abs", { $0.abs() }, Glibc.fabs), ("floor", { $0.floor() }, Glibc.floor),
            ("ceil", { $0.ceil() }, Glibc.ceil),
            ("rounded", { $0.rounded() }, Glibc.rint), ("truncated", { $0.truncated() }, Glibc.trunc),
            ("negate", { -$0 }, { -$0 }), ("pow", { $0.pow(Float64Vector(3)) }, { Glibc.pow($0, 3) }),
        ]
        for (name, vector, scalar) in functions {
            for x in points {
                let y = vector(Float64Vector(x)).lanes[3]
                let expected = scalar(x)
                XCTAssertTrue(
                    y.bitPattern == expected.bitPattern || (y.isNaN && expected.isNaN),
                    "\(name)(\(x)): \(y), not \(expected)")
            }
        }
        for x in points where x.isFinite {
            let expected = x < 0 ? Glibc.exp(x) / (1 + Glibc.exp(x)) : 1 / (1 + Glibc.exp(-x))
            XCTAssertEqual(Float64Vector(x).sigmoid().lanes[0], expected, accuracy: 2 * expected.ulp)
        }
    }

    private static let special: [Float] = [
        0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
        .leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 88.72283, 88.72284, -87.33655,
        -103.97208, -103.97209, -104.5, 0.5, -0.5, 1.5, 2.5, -2.5, 0.99999994, 1.0000001, -0.99999994, 8_388_607.5,
        16_777_216, 0.55, 0.75, 3.92, 9.02, 100_000, 100_000.01,
    ]

    private func check(
        _ name: String, _ vector: (Float32Vector) -> Float32Vector, _ reference: (Double) -> Double,
        tolerance: Double = 2, step: UInt32 = 5_003
    ) {
        var points = Self.special
        for bits in stride(from: UInt64(0), through: UInt64(UInt32.max), by: Int(step)) {
            points.append(Float(bitPattern: UInt32(bits)))
        }
        check(name, points, vector, reference, tolerance: tolerance)
    }

    private func check(
        _ name: String, _ points: [Float], _ vector: (Float32Vector) -> Float32Vector,
        _ reference: (Double) -> Double, tolerance: Double = 2
    ) {
        var worst = 0.0
        var at = Float(0)
        for start in stride(from: 0, to: points.count, by: 16) {
            var x = SIMD16<Float>()
            for lane in 0..<16 { x[lane] = points[min(start + lane, points.count - 1)] }
            let y = vector(Float32Vector(x)).lanes
            for lane in 0..<16 {
                let error = Self.ulps(y[lane], reference(Double(x[lane])))
                if !(error <= worst) { (worst, at) = (error, x[lane]) }
            }
        }
        XCTAssertTrue(worst <= tolerance, "\(name)(\(at)) is off by \(worst) ulp")
    }

    /// Distance in units of the last place of the float nearest to `expected`.
    private static func ulps(_ actual: Float, _ expected: Double) -> Double {
        let nearest = Float(expected)
        if nearest.isNaN || actual.isNaN { return nearest.isNaN && actual.isNaN ? 0 : .infinity }
        if nearest == 0 && actual == 0 { return nearest.sign == actual.sign ? 0 : .infinity }
        if actual == nearest { return nearest.isInfinite ? 0 : abs(Double(actual) - expected) / ulp(nearest) }
        if actual.isInfinite || nearest.isInfinite {
            let edge = Double(Float.greatestFiniteMagnitude) * (1 - 0x1p-23)
            let isAtEdge =
                expected.magnitude >= edge && Double(actual.magnitude) >= edge && (actual > 0) == (expected > 0)
            return isAtEdge ? 1 : .infinity
        }
        return abs(Double(actual) - expected) / ulp(nearest)
    }

    private static func ulp(_ x: Float) -> Double { max(Double(x.magnitude.ulp), 0x1p-149) }
}
