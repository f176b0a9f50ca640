import SwiftgradKernels

/// An operation on two arrays that broadcast to one shape and promote to one type.
protocol BinaryPrimitive: Primitive {
    static var kernels: KernelTable { get }
    /// The type it computes in and gives, for a promoted type of its inputs.
    func resultType(_ promoted: DType) -> DType
}

extension BinaryPrimitive {
    func resultType(_ promoted: DType) -> DType { promoted }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (x, y) = (inputs[0], inputs[1])
        let shape = try Shape.broadcast(x.shape, y.shape, operation: name)
        let dtype = resultType(Promotion.promote(x.dtype, y.dtype))
        guard Self.kernels[dtype] != nil else {
            throw .type("\(name) is not defined for \(x.dtype) and \(y.dtype)")
        }
        return [TensorSpec(shape, dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        if let kernel = Self.kernels[outputs[0].dtype] { Pointwise.run(kernel, inputs, outputs[0]) }
    }

    func pointwiseKernel(_ dtype: DType) -> BlockKernel? { Self.kernels[dtype] }
}

extension PullbackContext {
    /// A gradient for one of two broadcast inputs: summed over the axes it was repeated along, in its own type.
    func reduced(_ gradient: Tensor, to position: Int) throws(SwiftgradError) -> Tensor {
        let spec = inputSpec(position)
        return try gradient.sum(toShape: spec.shape).cast(to: spec.dtype)
    }

    /// One gradient an input that wants one.
    func pair(
        _ first: () throws(SwiftgradError) -> Tensor, _ second: () throws(SwiftgradError) -> Tensor
    ) throws(SwiftgradError) -> [Tensor?] {
        [
            needs(0) ? try reduced(try first(), to: 0) : nil,
            needs(1) ? try reduced(try second(), to: 1) : nil,
        ]
    }
}

struct Add: BinaryPrimitive {
    let name = "add"
    static let kernels = {
        var table = KernelTable(numeric: AddFormula())
        table[.bool] = LogicalOperation.or.kernel
        return table
    }()

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        return try context.pair({ gradient }, { gradient })
    }
}

struct Subtract: BinaryPrimitive {
    let name = "subtract"
    static let kernels = KernelTable(numeric: SubtractFormula())

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        return try context.pair({ gradient }, { () throws(SwiftgradError) in try -gradient })
    }
}

struct Multiply: BinaryPrimitive {
    let name = "multiply"
    static let kernels = {
        var table = KernelTable(numeric: MultiplyFormula())
        table[.bool] = LogicalOperation.and.kernel
        return table
    }()
    var saves: Saves { .bothInputs }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        return try context.pair(
            { () throws(SwiftgradError) in try gradient * context.input(1) },
            { () throws(SwiftgradError) in try gradient * context.input(0) })
    }
}

/// True division: integers give float32.
struct Divide: BinaryPrimitive {
    let name = "divide"
    static let kernels = KernelTable(DivideFormula())
    var saves: Saves { .bothInputs }

    func resultType(_ promoted: DType) -> DType { promoted.isFloating ? promoted : .float32 }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        return try context.pair(
            { () throws(SwiftgradError) in try gradient / context.input(1) },
            { () throws(SwiftgradError) in
                let y = try context.input(1)
                return try -(gradient / y * (context.input(0) / y))
            })
    }
}

struct Power: BinaryPrimitive {
    let name = "pow"
    static let kernels = KernelTable(numeric: PowerFormula())
    var saves: Saves { Saves(inputs: [0, 1], outputs: [0]) }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let (x, y, z) = (inputs[0], inputs[1], outputs[0])
        if z.dtype.isFloating && y.count == 1 && y.rank == 0 {
            switch y.scalarDouble() {
            case 1: return x.copyElements(to: z)
            case 2: return try Multiply().forward([x, x], into: [z])
            default: break
            }
        }
        if let kernel = Self.kernels[z.dtype] { Pointwise.run(kernel, inputs, z) }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        return try context.pair(
            { () throws(SwiftgradError) in
                let y = try context.input(1)
                let slope = try y * context.input(0).power(y - Tensor.full([], 1, y.dtype))
                // Where y is 0 the power is constant, even at x = 0, where x^(y-1) is infinite.
                let zero = try Tensor.full([], 0, slope.dtype)
                return try gradient * Tensor.select(y.equal(Tensor.full([], 0, y.dtype)), zero, slope)
            },
            { () throws(SwiftgradError) in
                let x = try context.input(0)
                let zero = try Tensor.full([], 0, x.dtype)
                // 0^y does not change with y > 0, although its logarithm is infinite.
                let logarithm = try Tensor.select(x.equal(zero), zero, x.log())
                return try gradient * context.output(0) * logarithm
            })
    }
}

/// The larger element; NaN if either is. At a tie each side gets half the gradient.
struct Maximum: BinaryPrimitive {
    let name = "maximum"
    static let kernels = {
        var table = KernelTable(numeric: MaximumFormula())
        table[.bool] = LogicalOperation.or.kernel
        return table
    }()
    var saves: Saves { .bothInputs }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        try context.chosen(by: Comparison.greater)
    }
}

/// The smaller element; NaN if either is. At a tie each side gets half the gradient.
struct Minimum: BinaryPrimitive {
    let name = "minimum"
    static let kernels = {
        var table = KernelTable(numeric: MinimumFormula())
        table[.bool] = LogicalOperation.and.kernel
        return table
    }()
    var saves: Saves { .bothInputs }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        try context.chosen(by: Comparison.less)
    }
}

extension PullbackContext {
    /// The gradient goes to the input that `wins`, in halves to both where they are equal.
    fileprivate func chosen(by wins: Comparison) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try gradient()
        func share(_ x: Tensor, _ y: Tensor) throws(SwiftgradError) -> Tensor {
            let zero = try Tensor.full([], 0, gradient.dtype)
            let half = try gradient * Tensor.full([], 0.5, gradient.dtype)
            let untied = try Tensor.select(Tensor.apply(wins, x, y), gradient, zero)
            return try Tensor.select(x.equal(y), half, untied)
        }
        return try pair(
            { () throws(SwiftgradError) in try share(input(0), input(1)) },
            { () throws(SwiftgradError) in try share(input(1), input(0)) })
    }
}

struct FloorDivide: BinaryPrimitive {
    let name = "floor_divide"
    static let kernels = KernelTable(numeric: FloorDivideFormula())
    var isDifferentiable: Bool { false }
    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] { [] }
}

/// x - y * floor(x / y), whose gradients are 1 and -floor(x / y).
struct Remainder: BinaryPrimitive {
    let name = "remainder"
    static let kernels = KernelTable(numeric: RemainderFormula())
    var saves: Saves { .bothInputs }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let gradient = try context.gradient()
        return try context.pair(
            { gradient },
            { () throws(SwiftgradError) in
                try -(gradient * Tensor.apply(FloorDivide(), context.input(0), context.input(1)))
            })
    }
}

extension Tensor {
    public static func + (lhs: Tensor, rhs: Tensor) throws(SwiftgradError) -> Tensor { try apply(Add(), lhs, rhs) }
    public static func - (lhs: Tensor, rhs: Tensor) throws(SwiftgradError) -> Tensor { try apply(Subtract(), lhs, rhs) }
    public static func * (lhs: Tensor, rhs: Tensor) throws(SwiftgradError) -> Tensor { try apply(Multiply(), lhs, rhs) }
    public static func / (lhs: Tensor, rhs: Tensor) throws(SwiftgradError) -> Tensor { try apply(Divide(), lhs, rhs) }
    public static prefix func - (x: Tensor) throws(SwiftgradError) -> Tensor { try apply(Negate(), x) }

    public static func + (lhs: Tensor, rhs: Double) throws(SwiftgradError) -> Tensor {
        try lhs + number(rhs, beside: lhs)
    }
    public static func - (lhs: Tensor, rhs: Double) throws(SwiftgradError) -> Tensor {
        try lhs - number(rhs, beside: lhs)
    }
    public static func * (lhs: Tensor, rhs: Double) throws(SwiftgradError) -> Tensor {
        try lhs * number(rhs, beside: lhs)
    }
    public static func / (lhs: Tensor, rhs: Double) throws(SwiftgradError) -> Tensor {
        try lhs / number(rhs, beside: lhs)
    }
    public static func + (lhs: Double, rhs: Tensor) throws(SwiftgradError) -> Tensor {
        try number(lhs, beside: rhs) + rhs
    }
    public static func - (lhs: Double, rhs: Tensor) throws(SwiftgradError) -> Tensor {
        try number(lhs, beside: rhs) - rhs
    }
    public static func * (lhs: Double, rhs: Tensor) throws(SwiftgradError) -> Tensor {
        try number(lhs, beside: rhs) * rhs
    }
    public static func / (lhs: Double, rhs: Tensor) throws(SwiftgradError) -> Tensor {
        try number(lhs, beside: rhs) / rhs
    }

    /// `self ** exponent`.
    public func power(_ exponent: Tensor) throws(SwiftgradError) -> Tensor { try Tensor.apply(Power(), self, exponent) }

    private static func number(_ value: Double, beside tensor: Tensor) throws(SwiftgradError) -> Tensor {
        try full([], value, Promotion.weak(.double(value), beside: tensor.dtype))
    }
}
