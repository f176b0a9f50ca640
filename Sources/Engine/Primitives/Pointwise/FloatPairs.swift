import Glibc
import SwiftgradKernels

// Functions of two real numbers that broadcast. Integers compute in float32.

/// A binary operation on floats; integers are converted.
protocol FloatPairPrimitive: BinaryPrimitive {}

extension FloatPairPrimitive {
    func resultType(_ promoted: DType) -> DType { promoted.isFloating ? promoted : .float32 }
}

/// The angle of the point (y, x) with the positive x axis, in (-pi, pi].
struct ArcTangentOfPair: FloatPairPrimitive {
    let name = "atan2"
    static let kernels = KernelTable(Formula())
    var saves: Saves { .bothInputs }

    private struct Formula: BinaryFormula {
        func apply<V: FloatVector>(_ x: V, _ y: V) -> V {
            x.mapLanes(y) { V.Scalar(Glibc.atan2(Double($0), Double($1))) }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (gradient, y, x) = (try context.gradient(), try context.input(0), try context.input(1))
        let slope = try gradient / (x.square() + y.square())
        return try context.pair(
            { () throws(SwiftgradError) in try slope * x }, { () throws(SwiftgradError) in try -(slope * y) })
    }
}

/// sqrt(x^2 + y^2) without overflow on the way.
struct Hypotenuse: FloatPairPrimitive {
    let name = "hypot"
    static let kernels = KernelTable(Formula())
    var saves: Saves { Saves(inputs: [0, 1], outputs: [0]) }

    private struct Formula: BinaryFormula {
        func apply<V: FloatVector>(_ x: V, _ y: V) -> V {
            x.mapLanes(y) { V.Scalar(Glibc.hypot(Double($0), Double($1))) }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (gradient, length) = (try context.gradient(), try context.output(0))
        return try context.pair(
            { () throws(SwiftgradError) in try gradient * (context.input(0) / length) },
            { () throws(SwiftgradError) in try gradient * (context.input(1) / length) })
    }
}

/// log(e^x + e^y) = max + log1p(e^-|x - y|).
struct LogAddExp: FloatPairPrimitive {
    let name = "logaddexp"
    static let kernels = KernelTable(Formula())
    var saves: Saves { .bothInputs }

    private struct Formula: BinaryFormula {
        @inline(__always) func apply<V: FloatVector>(_ x: V, _ y: V) -> V {
            let apart = V.maximum(x, y) + (-(x - y).abs()).expOfNonPositive().log1p()
            return V.select(x == y, x + 0.6931471805599453, apart)
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let (gradient, x, y) = (try context.gradient(), try context.input(0), try context.input(1))
        return try context.pair(
            { () throws(SwiftgradError) in try gradient * (x - y).sigmoid() },
            { () throws(SwiftgradError) in try gradient * (y - x).sigmoid() })
    }
}

/// |x| with the sign of y.
struct CopySign: FloatPairPrimitive {
    let name = "copysign"
    static let kernels = KernelTable(Formula())
    var saves: Saves { Saves(inputs: [0], outputs: [0]) }

    private struct Formula: BinaryFormula {
        func apply<V: FloatVector>(_ x: V, _ y: V) -> V {
            x.mapLanes(y) { V.Scalar(signOf: $1, magnitudeOf: $0) }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        return try context.pair(
            { () throws(SwiftgradError) in
                try gradient * context.output(0).sign() * context.input(0).sign()
            },
            { () throws(SwiftgradError) in try gradient * Tensor.full([], 0, gradient.dtype) })
    }
}

/// The next number of the type after x in the direction of y.
struct NextAfter: FloatPairPrimitive {
    let name = "nextafter"
    static let kernels = KernelTable(Formula())
    var isDifferentiable: Bool { false }

    private struct Formula: BinaryFormula {
        func apply<V: FloatVector>(_ x: V, _ y: V) -> V {
            x.mapLanes(y) { x, y in x < y ? x.nextUp : x > y ? x.nextDown : x == y ? y : .nan }
        }
    }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let dtype = resultType(Promotion.promote(inputs[0].dtype, inputs[1].dtype))
        guard dtype == dtype.computeType else {
            throw .type("nextafter is not defined for \(inputs[0].dtype) and \(inputs[1].dtype)")
        }
        return [TensorSpec(try Shape.broadcast(inputs[0].shape, inputs[1].shape, operation: name), dtype)]
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] { [] }
}
