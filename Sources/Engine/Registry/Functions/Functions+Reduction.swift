import SwiftgradKernels

extension EngineFunctions {
    static let reductions: [FunctionDefinition] = [
        FunctionDefinition(
            "sum", method: "sum", [.x, .axes, Parameter.dtype.keywordOnly, .keepdims],
            doc:
                "Sum over the axes, all unless given. Booleans and integers add up in 64 bits, float16 and bfloat16 in float32."
        ) { arguments throws(SwiftgradError) in
            var x = try arguments.tensor("x")
            if let dtype = try arguments.dtype() { x = try x.cast(to: dtype) }
            return .tensor(
                try x.sum(axes: arguments.optionalInts("axis"), keepDimensions: arguments.bool("keepdims")))
        },
        reduction("prod", doc: "Product over the axes, all unless given.") { x, axes, keep throws(SwiftgradError) in
            try x.product(axes: axes, keepDimensions: keep)
        },
        reduction("mean", doc: "Mean over the axes, all unless given. Integers give float32; an empty mean is NaN.") {
            x, axes, keep throws(SwiftgradError) in try x.mean(axes: axes, keepDimensions: keep)
        },
        reduction("max", doc: "Largest element over the axes; NaN if there is one. Equals share the gradient.") {
            x, axes, keep throws(SwiftgradError) in try x.maximum(axes: axes, keepDimensions: keep)
        },
        reduction("min", doc: "Smallest element over the axes; NaN if there is one. Equals share the gradient.") {
            x, axes, keep throws(SwiftgradError) in
            let over = ReductionAxes(axes: axes, keepsDimensions: keep)
            return try .apply(Extremum(name: "min", operation: .minimum, over: over), x)
        },
        reduction("any", doc: "Whether any element over the axes is true; false for none.") {
            x, axes, keep throws(SwiftgradError) in
            let over = ReductionAxes(axes: axes, keepsDimensions: keep)
            return try .apply(TruthReduction(name: "any", operation: .any, over: over), x)
        },
        reduction("all", doc: "Whether all elements over the axes are true; true for none.") {
            x, axes, keep throws(SwiftgradError) in
            let over = ReductionAxes(axes: axes, keepsDimensions: keep)
            return try .apply(TruthReduction(name: "all", operation: .all, over: over), x)
        },
        position(
            "argmax", .argmax, doc: "Position of the first largest element along an axis, or in the flattened array."),
        position(
            "argmin", .argmin, doc: "Position of the first smallest element along an axis, or in the flattened array."),
        FunctionDefinition(
            "cumsum", method: "cumsum", [.x, Parameter("axis", .int, default: .some(.none))],
            doc: "Running sums along an axis, or of the flattened array. Booleans and integers add up in 64 bits."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").cumulativeSum(axis: arguments.optionalInt("axis")))
        },
        FunctionDefinition(
            "cumprod", method: "cumprod", [.x, Parameter("axis", .int, default: .some(.none))],
            doc: "Running products along an axis, or of the flattened array. Booleans and integers multiply in 64 bits."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").cumulativeProduct(axis: arguments.optionalInt("axis")))
        },
        cumulative("cumulative_sum", of: "cumsum", initial: 0) { x, axis throws(SwiftgradError) in
            try x.cumulativeSum(axis: axis)
        },
        cumulative("cumulative_prod", of: "cumprod", initial: 1) { x, axis throws(SwiftgradError) in
            try x.cumulativeProduct(axis: axis)
        },
        reduction("count_nonzero", doc: "How many elements over the axes are not zero, int64.") {
            x, axes, keep throws(SwiftgradError) in
            try x.notEqual(.full([], 0, x.dtype)).sum(axes: axes, keepDimensions: keep)
        },
        reduction("logsumexp", doc: "log(sum(exp(x))) over the axes, all unless given, without overflow on the way.") {
            x, axes, keep throws(SwiftgradError) in try x.logSumExp(axes: axes, keepDimensions: keep)
        },
        moment("var", doc: "Mean squared deviation from the mean, divided by n - correction.") {
            x, axes, correction, keep throws(SwiftgradError) in
            try x.variance(axes: axes, correction: correction, keepDimensions: keep)
        },
        moment("std", doc: "Standard deviation: the square root of var.") {
            x, axes, correction, keep throws(SwiftgradError) in
            try x.standardDeviation(axes: axes, correction: correction, keepDimensions: keep)
        },
    ]

    private static func reduction(
        _ name: String, doc: String,
        _ body: @escaping @Sendable (Tensor, [Int]?, Bool) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(name, method: name, [.x, .axes, .keepdims], doc: doc) { arguments throws(SwiftgradError) in
            .tensor(
                try body(
                    arguments.tensor("x"), arguments.optionalInts("axis"), arguments.bool("keepdims")))
        }
    }

    /// A running fold under the standard's name and arguments.
    private static func cumulative(
        _ name: String, of original: String, initial: Double,
        _ body: @escaping @Sendable (Tensor, Int) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(
            name,
            [
                .x, Parameter("axis", .int, default: .some(.none), isKeywordOnly: true), Parameter.dtype.keywordOnly,
                Parameter.bool("include_initial", false).keywordOnly,
            ],
            doc: "\(original) along an axis, which only a vector may leave out; with include_initial a \(Int(initial)) "
                + "comes first."
        ) { arguments throws(SwiftgradError) in
            var x = try arguments.tensor("x")
            guard try arguments.optionalInt("axis") != nil || x.rank <= 1 else {
                throw .value("\(name): axis is needed for shape \(Shape.text(x.shape))")
            }
            if let dtype = try arguments.dtype() { x = try x.cast(to: dtype) }
            let axis = try Axes.normalise(arguments.optionalInt("axis") ?? 0, rank: x.rank, operation: name)
            let results = try body(x, axis)
            guard try arguments.bool("include_initial") else { return .tensor(results) }
            var first = x.shape
            first[axis] = 1
            return .tensor(try .concat([.full(first, initial, results.dtype), results], axis: axis))
        }
    }

    private static func position(_ name: String, _ operation: ReduceOperation, doc: String) -> FunctionDefinition {
        FunctionDefinition(
            name, method: name, [.x, Parameter("axis", .int, default: .some(.none)), .keepdims], doc: doc
        ) { arguments throws(SwiftgradError) in
            let over = ReductionAxes(
                axes: try arguments.optionalInt("axis").map { [$0] }, keepsDimensions: try arguments.bool("keepdims"))
            return .tensor(
                try .apply(ExtremumPosition(name: name, operation: operation, over: over), arguments.tensor("x")))
        }
    }

    private static func moment(
        _ name: String, doc: String,
        _ body: @escaping @Sendable (Tensor, [Int]?, Double, Bool) throws(SwiftgradError) -> Tensor
    ) -> FunctionDefinition {
        FunctionDefinition(
            name, method: name, [.x, .axes, Parameter.float("correction", 0).keywordOnly, .keepdims], doc: doc
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try body(
                    arguments.tensor("x"), arguments.optionalInts("axis"), arguments.double("correction"),
                    arguments.bool("keepdims")))
        }
    }
}
