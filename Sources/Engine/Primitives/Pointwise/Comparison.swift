import SwiftgradKernels

struct ComparisonOperator: ComparisonFormula {
    enum Relation: Sendable { case equal, notEqual, less, lessEqual, greater, greaterEqual }
    let relation: Relation

    @inline(__always) func holds<V: FloatVector>(_ x: V, _ y: V) -> V.Condition {
        switch relation {
        case .equal: x == y
        case .notEqual: x != y
        case .less: x < y
        case .lessEqual: x <= y
        case .greater: y < x
        case .greaterEqual: y <= x
        }
    }

    @inline(__always) func holds<I: FixedWidthInteger & Sendable>(_ x: I, _ y: I) -> Bool {
        switch relation {
        case .equal: x == y
        case .notEqual: x != y
        case .less: x < y
        case .lessEqual: x <= y
        case .greater: x > y
        case .greaterEqual: x >= y
        }
    }
}

/// A relation of two broadcast arrays, as booleans.
struct Comparison: NonDifferentiablePrimitive {
    let name: String
    private let kernels: KernelTable

    private init(_ name: String, _ relation: ComparisonOperator.Relation) {
        self.name = name
        kernels = KernelTable(comparison: ComparisonOperator(relation: relation))
    }

    static let equal = Comparison("equal", .equal)
    static let notEqual = Comparison("not_equal", .notEqual)
    static let less = Comparison("less", .less)
    static let lessEqual = Comparison("less_equal", .lessEqual)
    static let greater = Comparison("greater", .greater)
    static let greaterEqual = Comparison("greater_equal", .greaterEqual)
    static let all = [equal, notEqual, less, lessEqual, greater, greaterEqual]

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let shape = try Shape.broadcast(inputs[0].shape, inputs[1].shape, operation: name)
        return [TensorSpec(shape, .bool)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = Promotion.promote(inputs[0].dtype, inputs[1].dtype)
        if let kernel = kernels[dtype] { Pointwise.run(kernel, inputs, outputs[0]) }
    }

    func pointwiseKernel(_ dtype: DType) -> BlockKernel? { kernels[dtype] }
}

extension Tensor {
    /// Element by element `self == other`, as booleans.
    public func equal(_ other: Tensor) throws(SwiftgradError) -> Tensor { try .apply(Comparison.equal, self, other) }
    public func notEqual(_ other: Tensor) throws(SwiftgradError) -> Tensor {
        try .apply(Comparison.notEqual, self, other)
    }
    public func less(_ other: Tensor) throws(SwiftgradError) -> Tensor { try .apply(Comparison.less, self, other) }
    public func greater(_ other: Tensor) throws(SwiftgradError) -> Tensor {
        try .apply(Comparison.greater, self, other)
    }
}
