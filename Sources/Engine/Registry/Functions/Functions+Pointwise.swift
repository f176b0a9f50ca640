import SwiftgradKernels

extension EngineFunctions {
    static let pointwise: [FunctionDefinition] = arithmetic + comparisons + closeness + elementary + selection

    private static let arithmetic: [FunctionDefinition] =
        [
            .binary(Add(), doc: "x + y, element by element with broadcasting."),
            .binary(Subtract(), doc: "x - y, element by element with broadcasting."),
            .binary(Multiply(), doc: "x * y, element by element with broadcasting."),
            .binary(Divide(), doc: "x / y, element by element with broadcasting. Integers give float32."),
            .binary(FloorDivide(), doc: "x / y rounded towards minus infinity; an integer divided by zero gives 0."),
            .binary(Remainder(), doc: "The remainder of x / y with the sign of y; an integer modulo zero gives 0."),
            .binary(Power(), doc: "x to the power y, element by element with broadcasting."),
            .binary(Maximum(), doc: "The larger of x and y; NaN if either is. Equal elements share the gradient."),
            .binary(Minimum(), doc: "The smaller of x and y; NaN if either is. Equal elements share the gradient."),
            .binary(
                ArcTangentOfPair(), doc: "The angle of the point (y, x) = (first, second) in radians, in [-pi, pi]."),
            .binary(Hypotenuse(), doc: "sqrt(x**2 + y**2), without overflow on the way."),
            .binary(LogAddExp(), doc: "log(exp(x) + exp(y)), without overflow on the way."),
            .binary(CopySign(), doc: "|x| with the sign of y."),
            .binary(NextAfter(), doc: "The next number of the type after x in the direction of y."),
            .unary("positive", doc: "+x, a copy.") { x throws(SwiftgradError) in try x.copy() },
            .unary("negative", doc: "-x.") { x throws(SwiftgradError) in try -x },
            .unary("abs", doc: "|x|. The slope at 0 is 0.") { x throws(SwiftgradError) in try x.abs() },
            .unary("sign", doc: "-1, 0 or 1 by the sign of x; NaN stays NaN.") { x throws(SwiftgradError) in
                try x.sign()
            },
            FunctionDefinition(
                "clip", method: "clip",
                [.x, .scalar("min", default: .some(.none)), .scalar("max", default: .some(.none))],
                doc: "x limited to [min, max]; either bound may be left out. The gradient is 0 outside."
            ) { arguments throws(SwiftgradError) in .tensor(try clip(arguments.tensor("x"), arguments)) },
        ]
        + Rounding.all.map { rounding in
            .unary(rounding.name, doc: "\(rounding.name) of x; integers stay as they are. The gradient is 0.") {
                x throws(SwiftgradError) in try .apply(rounding, x)
            }
        }

    private static let closeness: [FunctionDefinition] = ["isclose", "allclose"].map { name in
        FunctionDefinition(
            name, method: name,
            [.x, .tensor("y"), .float("rtol", 1e-5), .float("atol", 1e-8), .bool("equal_nan", false)],
            doc: "Where |x - y| <= atol + rtol |y|, or x equals y"
                + (name == "allclose" ? ", everywhere: a bool." : ".")
        ) { arguments throws(SwiftgradError) in
            let (x, y) = (try arguments.tensor("x").detach(), try arguments.tensor("y").detach())
            let limit = try y.abs() * arguments.double("rtol") + arguments.double("atol")
            let isBounded = try y.abs().less(.full([], .infinity, .float64))
            let near = try Tensor.apply(Comparison.lessEqual, (x - y).abs(), limit)
            var isClose = try Tensor.apply(Logical.and, near, isBounded).logicalOr(x.equal(y))
            if try arguments.bool("equal_nan") {
                isClose = try isClose.logicalOr(Tensor.apply(Logical.and, x.notEqual(x), y.notEqual(y)))
            }
            guard name == "allclose" else { return .tensor(isClose) }
            return .bool(try isClose.sum().scalarDouble() == Double(isClose.count))
        }
    }

    private static let comparisons: [FunctionDefinition] =
        Comparison.all.map { .binary($0, doc: "Where x and y are \($0.name), as booleans; they broadcast.") }
        + [Logical.and, Logical.or, Logical.xor].map {
            .binary($0, doc: "\($0.name) of the truth of x and y, as booleans; they broadcast.")
        }
        + Bitwise.all.map { .binary($0, doc: "\($0.name) of integers (booleans where that makes sense).") }
        + [
            .unary("logical_not", doc: "Where x is zero.") { x throws(SwiftgradError) in try .apply(LogicalNot(), x) },
            .unary("bitwise_invert", doc: "The bits of an integer, or a boolean, inverted.") {
                x throws(SwiftgradError) in try .apply(Invert(), x)
            },
            .unary("signbit", doc: "Where the sign of x is negative, that of -0.0 and NaN included.") {
                x throws(SwiftgradError) in
                guard x.dtype.isFloating else { return try x.less(.full([], 0, x.dtype)) }
                let one = try Tensor.full([], 1, x.dtype)
                return try Tensor.apply(CopySign(), one, x.detach()).less(.full([], 0, x.dtype))
            },
            .unary("isnan", doc: "Where x is not a number.") { x throws(SwiftgradError) in try x.notEqual(x) },
            .unary("isinf", doc: "Where x is plus or minus infinity.") { x throws(SwiftgradError) in
                guard x.dtype.isFloating else { return try .zeros(x.shape, .bool) }
                return try x.abs().equal(.full([], .infinity, x.dtype))
            },
            .unary("isfinite", doc: "Where x is neither infinite nor NaN.") { x throws(SwiftgradError) in
                guard x.dtype.isFloating else { return try .ones(x.shape, .bool) }
                return try x.abs().less(.full([], .infinity, x.dtype))
            },
        ]

    private static let elementary: [FunctionDefinition] = [
        .unary("exp", doc: "e**x.") { x throws(SwiftgradError) in try x.exp() },
        .unary("expm1", doc: "e**x - 1, accurate near 0.") { x throws(SwiftgradError) in try x.expm1() },
        .unary("log", doc: "Natural logarithm.") { x throws(SwiftgradError) in try x.log() },
        .unary("log1p", doc: "log(1 + x), accurate near 0.") { x throws(SwiftgradError) in try x.log1p() },
        .unary("log2", doc: "Logarithm to base 2.") { x throws(SwiftgradError) in try .unary("log2", LogBase.two, x) },
        .unary("log10", doc: "Logarithm to base 10.") { x throws(SwiftgradError) in
            try .unary("log10", LogBase.ten, x)
        },
        .unary("sqrt", doc: "Square root; NaN below 0.") { x throws(SwiftgradError) in try x.sqrt() },
        .unary("rsqrt", doc: "1 / sqrt(x).") { x throws(SwiftgradError) in
            try .unary("rsqrt", ReciprocalSquareRoot(), x)
        },
        .unary("reciprocal", doc: "1 / x.") { x throws(SwiftgradError) in try .unary("reciprocal", Reciprocal(), x) },
        .unary("square", doc: "x * x.") { x throws(SwiftgradError) in try x.square() },
        .unary("sin", doc: "Sine of x radians.") { x throws(SwiftgradError) in try x.sin() },
        .unary("cos", doc: "Cosine of x radians.") { x throws(SwiftgradError) in try x.cos() },
        .unary("tan", doc: "Tangent of x radians.") { x throws(SwiftgradError) in try .unary("tan", Tan(), x) },
        .unary("asin", doc: "Arc sine in radians; NaN outside [-1, 1].") { x throws(SwiftgradError) in
            try .unary("asin", ArcSine(), x)
        },
        .unary("acos", doc: "Arc cosine in radians; NaN outside [-1, 1].") { x throws(SwiftgradError) in
            try .unary("acos", ArcCosine(), x)
        },
        .unary("atan", doc: "Arc tangent in radians.") { x throws(SwiftgradError) in
            try .unary("atan", ArcTangent(), x)
        },
        .unary("sinh", doc: "Hyperbolic sine.") { x throws(SwiftgradError) in
            try .unary("sinh", HyperbolicSine(), x)
        },
        .unary("cosh", doc: "Hyperbolic cosine.") { x throws(SwiftgradError) in
            try .unary("cosh", HyperbolicCosine(), x)
        },
        .unary("asinh", doc: "Inverse hyperbolic sine.") { x throws(SwiftgradError) in
            try .unary("asinh", InverseHyperbolicSine(), x)
        },
        .unary("acosh", doc: "Inverse hyperbolic cosine; NaN below 1.") { x throws(SwiftgradError) in
            try .unary("acosh", InverseHyperbolicCosine(), x)
        },
        .unary("atanh", doc: "Inverse hyperbolic tangent; NaN outside [-1, 1].") { x throws(SwiftgradError) in
            try .unary("atanh", InverseHyperbolicTangent(), x)
        },
        .unary("tanh", doc: "Hyperbolic tangent.") { x throws(SwiftgradError) in try x.tanh() },
        .unary("erf", doc: "Error function, 2/sqrt(pi) times the integral of exp(-t**2) from 0 to x.") {
            x throws(SwiftgradError) in try x.erf()
        },
    ]

    private static let selection: [FunctionDefinition] = [
        FunctionDefinition(
            "where", [.tensor("condition"), .scalar("x"), .scalar("y")],
            doc: "Elements of x where condition is true, of y elsewhere; all three broadcast."
        ) { arguments throws(SwiftgradError) in
            let (x, y) = try arguments.operands("x", "y")
            return .tensor(try Tensor.select(arguments.tensor("condition"), x, y))
        },
        FunctionDefinition(
            "astype", method: "astype", [.x, Parameter("dtype", .dtype)],
            doc: "x as another element type. Floats to integers round towards zero and saturate, NaN becomes 0."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            return .tensor(try x.cast(to: arguments.dtype() ?? x.dtype))
        },
        .unary("copy", doc: "New memory with the elements of x, row-major.") { x throws(SwiftgradError) in try x.copy()
        },
    ]
}

extension Tensor {
    static func unary(_ name: String, _ formula: some UnaryFormula, _ x: Tensor) throws(SwiftgradError) -> Tensor {
        try apply(UnaryPrimitive(name, formula), x)
    }

    public func exp() throws(SwiftgradError) -> Tensor { try .unary("exp", Exp(), self) }
    public func expm1() throws(SwiftgradError) -> Tensor { try .unary("expm1", Expm1(), self) }
    public func log() throws(SwiftgradError) -> Tensor { try .unary("log", Log(), self) }
    public func log1p() throws(SwiftgradError) -> Tensor { try .unary("log1p", Log1p(), self) }
    public func sqrt() throws(SwiftgradError) -> Tensor { try .unary("sqrt", SquareRoot(), self) }
    /// self * self; integers stay integers.
    public func square() throws(SwiftgradError) -> Tensor {
        dtype.isInteger ? try self * self : try .unary("square", Square(), self)
    }
    public func sin() throws(SwiftgradError) -> Tensor { try .unary("sin", Sin(), self) }
    public func cos() throws(SwiftgradError) -> Tensor { try .unary("cos", Cos(), self) }
    public func tanh() throws(SwiftgradError) -> Tensor { try .unary("tanh", Tanh(), self) }
    public func sigmoid() throws(SwiftgradError) -> Tensor { try .unary("sigmoid", Sigmoid(), self) }
    public func erf() throws(SwiftgradError) -> Tensor { try .unary("erf", ErrorFunction(), self) }
}
