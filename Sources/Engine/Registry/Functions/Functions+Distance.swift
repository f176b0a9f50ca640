import SwiftgradKernels

extension EngineFunctions {
    /// Lengths of vectors, and how far apart they are.
    static let distances: [FunctionDefinition] = [
        FunctionDefinition(
            "normalize", in: "nn.functional",
            [.x, .float("p", 2), .ints("axis", default: .int(1)), .float("eps", 1e-12)],
            doc: "x divided by its p-norm along the axis, or by eps where the norm is smaller."
        ) { arguments throws(SwiftgradError) in
            let x = try arguments.tensor("x")
            guard x.dtype.isFloating else { throw .type("normalize: needs a floating-point tensor, got \(x.dtype)") }
            let norm = try x.vectorNorm(
                arguments.double("p"), axes: arguments.ints("axis"), keepDimensions: true)
            return .tensor(try x / norm.atLeast(arguments.double("eps")))
        },
        FunctionDefinition(
            "cosine_similarity", in: "nn.functional",
            [.tensor("x1"), .tensor("x2"), .int("axis", 1), .float("eps", 1e-8)],
            doc: """
                The cosine of the angle between x1 and x2 along an axis: their product over that of their norms, each at least eps.
                """
        ) { arguments throws(SwiftgradError) in
            let (x, y) = (try arguments.tensor("x1"), try arguments.tensor("x2"))
            guard x.dtype.isFloating, y.dtype.isFloating else {
                throw .type("cosine_similarity: needs floating-point tensors, got \(x.dtype) and \(y.dtype)")
            }
            let shape = try Shape.broadcast(x.shape, y.shape, operation: "cosine_similarity")
            let (first, second) = (try x.broadcast(to: shape), try y.broadcast(to: shape))
            let (axis, epsilon) = (try arguments.int("axis"), try arguments.double("eps"))
            let norms =
                try first.vectorNorm(axes: [axis]).atLeast(epsilon)
                * second.vectorNorm(axes: [axis]).atLeast(epsilon)
            return .tensor(try (first * second).sum(axes: [axis]) / norms)
        },
        FunctionDefinition(
            "pairwise_distance", in: "nn.functional",
            [.tensor("x1"), .tensor("x2"), .float("p", 2), .float("eps", 1e-6), .bool("keepdim", false)],
            doc: "The p-norm of x1 - x2 + eps along the last axis."
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x1").distance(
                    to: arguments.tensor("x2"), order: arguments.double("p"), epsilon: arguments.double("eps"),
                    keepDimensions: arguments.bool("keepdim"), operation: "pairwise_distance"))
        },
        FunctionDefinition(
            "one_hot", in: "nn.functional", [.tensor("tensor"), .int("num_classes", -1)],
            doc: """
                int64 (..., num_classes) with 1 at each number of an integer tensor and 0 elsewhere; -1 takes one class more than the
                largest number. Raises IndexError for a number that is no class.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("tensor").oneHot(arguments.int("num_classes")))
        },
        FunctionDefinition(
            "bilinear", in: "nn.functional",
            [.tensor("x1"), .tensor("x2"), .tensor("weight"), .tensor("bias", default: .some(.none))],
            doc: "y_o = x1ᵀ weight_o x2 + bias_o over the last axes: weight (out, in1, in2), bias (out)."
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try Tensor.bilinear(
                    arguments.tensor("x1"), arguments.tensor("x2"), arguments.tensor("weight"),
                    arguments.optionalTensor("bias")))
        },
        FunctionDefinition(
            "local_response_norm", in: "nn.functional",
            [.x, .int("size"), .float("alpha", 1e-4), .float("beta", 0.75), .float("k", 1)],
            doc: """
                x / (k + alpha m)^beta for x (N, C, ...), m being the mean of the squares of `size` channels around, those outside
                counting 0 (Krizhevsky et al., NIPS 2012).
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try arguments.tensor("x").localResponseNorm(
                    arguments.int("size"), alpha: arguments.double("alpha"), beta: arguments.double("beta"),
                    k: arguments.double("k")))
        },
    ]
}

extension Tensor {
    /// The elements, or `least` where they are smaller.
    func atLeast(_ least: Double) throws(SwiftgradError) -> Tensor {
        let bound = try Tensor.full([], least, dtype)
        return try Tensor.select(less(bound), bound, self)
    }

    /// The p-norm of self - other + epsilon along the last axis.
    public func distance(
        to other: Tensor, order: Double, epsilon: Double, keepDimensions: Bool = false, operation: String
    ) throws(SwiftgradError) -> Tensor {
        guard dtype.isFloating, other.dtype.isFloating else {
            throw .type("\(operation): needs floating-point tensors, got \(dtype) and \(other.dtype)")
        }
        guard rank >= 1, other.rank >= 1, order >= 0 else {
            throw .value(
                "\(operation): expected vectors and p from 0, got \(Shape.text(shape)), \(Shape.text(other.shape)) and \(order)"
            )
        }
        _ = try Shape.broadcast(shape, other.shape, operation: operation)
        return try (self - other + epsilon).vectorNorm(order, axes: [-1], keepDimensions: keepDimensions)
    }

    /// 1 at each number, 0 elsewhere; a negative count takes one class more than the largest number.
    func oneHot(_ classes: Int) throws(SwiftgradError) -> Tensor {
        guard dtype.isInteger, classes >= -1 else {
            throw .type("one_hot: needs integers and num_classes from -1, got \(dtype) and \(classes)")
        }
        let numbers = try detach().cast(to: .int64).unshared()
        let (smallest, largest) = withExtendedLifetime(numbers) {
            let elements = UnsafeBufferPointer(
                start: numbers.pointer.assumingMemoryBound(to: Int64.self), count: numbers.count)
            return (elements.min() ?? 0, elements.max() ?? -1)
        }
        guard smallest >= 0, classes == -1 || largest < Int64(classes), largest < Int64(1) << 40 else {
            throw .index("one_hot: number \(smallest < 0 ? smallest : largest) is not one of \(classes) classes")
        }
        guard classes != -1 || (numbers.count > 0 && largest < 1 << 24) else {
            throw .value("one_hot: num_classes must be given for an empty tensor, or numbers from 2^24 on")
        }
        let count = classes == -1 ? Int(largest) + 1 : classes
        return try numbers.expandDims([rank]).equal(.arange(0, Double(count), .int64)).cast(to: .int64)
    }

    /// y_o = x1ᵀ weight_o x2 + bias_o.
    public static func bilinear(
        _ x: Tensor, _ y: Tensor, _ weight: Tensor, _ bias: Tensor?
    ) throws(SwiftgradError) -> Tensor {
        guard weight.rank == 3, x.rank >= 1, x.shape.dropLast() == y.shape.dropLast(), x.rank == y.rank,
            x.shape.last == weight.shape[1], y.shape.last == weight.shape[2],
            bias == nil || bias?.shape == [weight.shape[0]]
        else {
            throw .value(
                "bilinear: inputs \(Shape.text(x.shape)) and \(Shape.text(y.shape)) do not fit a weight (out, in1, in2) of "
                    + "\(Shape.text(weight.shape))" + (bias.map { " and a bias of \(Shape.text($0.shape))" } ?? ""))
        }
        let (out, first, second) = (weight.shape[0], weight.shape[1], weight.shape[2])
        let lead = Array(x.shape.dropLast())
        let rows = lead.reduce(1, *)
        // (rows, second) by (out * first, second) gives what x1 is multiplied with.
        let products = try y.reshape([rows, second]).linear(weight.reshape([out * first, second]), nil)
        let sums = try (products.reshape([rows, out, first]) * x.reshape([rows, 1, first])).sum(axes: [-1])
        let result = try sums.reshape(lead + [out])
        guard let bias else { return result }
        return try result + bias
    }

    /// x / (k + alpha * mean of the squares of the channels around)^beta.
    func localResponseNorm(_ size: Int, alpha: Double, beta: Double, k: Double) throws(SwiftgradError) -> Tensor {
        guard rank >= 3, dtype.isFloating else {
            throw .value("local_response_norm: expected floats (N, C, ...), got \(Shape.text(shape)) of \(dtype)")
        }
        guard size >= 1, size <= 1 << 24 else {
            throw .value("local_response_norm: size must be at least 1, got \(size)")
        }
        guard count > 0 else { return try copy() }
        let places = shape[2...].reduce(1, *)
        let squares = try square().reshape([shape[0], 1, shape[1], places])
        let padded = try squares.pad([0, 0, size / 2, (size - 1) / 2], mode: .zeros, value: 0)
        let settings = try PoolSettings("local_response_norm", axes: 2, kernel: [size, 1], stride: [1])
        let means = try Tensor.apply(
            AveragePoolPrimitive(settings: settings, countsPadding: true, divisor: 0), padded
        ).reshape(shape)
        return try self / (means * alpha + k).power(.full([], beta, dtype))
    }
}
