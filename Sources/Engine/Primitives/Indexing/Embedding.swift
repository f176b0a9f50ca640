import SwiftgradKernels

/// Rows of a table by number: indices of any shape, table (rows, size) give (..., size). The row of padding, when there
/// is one, gets no gradient.
struct EmbeddingPrimitive: Primitive {
    let name = "embedding"
    let padding: Int?
    var scalesByFrequency = false
    var saves: Saves { Saves(inputs: [1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        let (table, indices) = (inputs[0], inputs[1])
        guard table.rank == 2 else {
            throw .value("embedding: the table has shape \(Shape.text(table.shape)), expected (rows, size)")
        }
        guard indices.dtype.isInteger else { throw .type("embedding: indices must be integers, got \(indices.dtype)") }
        return [TensorSpec(indices.shape + [table.shape[1]], table.dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let table = try inputs[0].detach().contiguous()
        let rows = try RowNumbers(inputs[1], count: table.shape[0])
        Gather.take(
            outer: 1, axis: table.shape[0], innerBytes: table.shape[1] * table.dtype.itemSize, positions: rows.pointer,
            count: rows.count, source: table.pointer, output: outputs[0].pointer)
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let backward = EmbeddingBackward(rows: context.inputSpec(0).shape[0], padding: padding)
        var gradient = try context.gradient()
        if scalesByFrequency {
            gradient = try gradient * frequencies(context.input(1), gradient.dtype).expandDims([gradient.rank - 1])
        }
        return [try .apply(backward, gradient, context.input(1)), nil]
    }

    /// For each index, one over how often it appears.
    private func frequencies(_ indices: Tensor, _ dtype: DType) throws(SwiftgradError) -> Tensor {
        let numbers = try indices.detach().cast(to: .int64).unshared()
        let result = try Tensor(uninitialised: indices.shape, .float64)
        withExtendedLifetime(numbers) {
            let elements = numbers.pointer.assumingMemoryBound(to: Int64.self)
            var counts: [Int64: Double] = [:]
            for i in 0..<numbers.count { counts[elements[i], default: 0] += 1 }
            for i in 0..<numbers.count { result.doublePointer[i] = 1 / (counts[elements[i]] ?? 1) }
        }
        return try result.cast(to: dtype)
    }
}

/// A table of zeros to which each vector of an array (..., size) is added at its row: the gradient of the table.
struct EmbeddingBackward: Primitive {
    let name = "embedding_backward"
    let rows: Int
    let padding: Int?
    var saves: Saves { Saves(inputs: [1]) }

    func infer(_ inputs: [TensorSpec]) throws(SwiftgradError) -> [TensorSpec] {
        [TensorSpec([rows, inputs[0].shape[inputs[0].rank - 1]], inputs[0].dtype)]
    }

    func forward(_ inputs: [Tensor], into outputs: [Tensor]) throws(SwiftgradError) {
        let dtype = outputs[0].dtype.computeType
        try outputs[0].compute(in: dtype) { result throws(SwiftgradError) in
            let source = try inputs[0].detach().cast(to: dtype).contiguous()
            let numbers = try RowNumbers(inputs[1], count: rows)
            result.fill(0)
            ScatterAdd.run(
                dtype: dtype, outer: 1, axis: rows, inner: result.shape[1], positions: numbers.pointer,
                count: numbers.count, source: source.pointer, target: result.pointer)
            if let padding { try result.slice(axis: 0, padding..<padding + 1).fill(0) }
        }
    }

    func pullback(_ context: PullbackContext) throws(SwiftgradError) -> [Tensor?] {
        let indices = try context.input(1)
        var table = try context.gradient()
        if let padding {
            let keeps = try Tensor.arange(0, Double(rows), .int64).notEqual(Tensor.scalar(.int(padding)))
            table = try table * keeps.cast(to: table.dtype).expandDims([1])
        }
        return [try .apply(EmbeddingPrimitive(padding: nil), table, indices), nil]
    }
}

/// Row numbers of a table, checked.
private struct RowNumbers {
    private let tensor: Tensor
    var pointer: UnsafePointer<Int64> { UnsafePointer(tensor.pointer.assumingMemoryBound(to: Int64.self)) }
    var count: Int { tensor.count }

    init(_ indices: Tensor, count rows: Int) throws(SwiftgradError) {
        let numbers = try indices.detach().cast(to: .int64).unshared()
        tensor = numbers
        let invalid = withExtendedLifetime(numbers) {
            UnsafeBufferPointer(start: pointer, count: numbers.count).first { $0 < 0 || $0 >= rows }
        }
        if let invalid { throw .index("embedding: index \(invalid) is out of range for a table of \(rows) rows") }
    }
}

extension Tensor {
    /// Rows of this table (rows, size) by number. The row `padding`, counted from the end if negative, gets no gradient;
    /// the others' are divided by how often they were named if `scalesByFrequency`.
    public func embedding(
        _ indices: Tensor, padding: Int? = nil, scalesByFrequency: Bool = false
    ) throws(SwiftgradError) -> Tensor {
        let rows = shape.first ?? 0
        if let padding, padding < -rows || padding >= rows {
            throw .value("embedding: padding_idx \(padding) is not a row of a table of \(rows) rows")
        }
        let number = padding.map { $0 < 0 ? $0 + rows : $0 }
        return try .apply(
            EmbeddingPrimitive(padding: number, scalesByFrequency: scalesByFrequency), self, indices)
    }

    /// Scales those rows that `indices` name and whose p-norm is above `limit` down to it, in place, off the tape.
    public func limitRows(_ indices: Tensor, norm limit: Double, order: Double) throws(SwiftgradError) {
        let rows = try RowNumbers(indices, count: shape.first ?? 0)
        let named = Set(UnsafeBufferPointer(start: rows.pointer, count: rows.count)).sorted()
        guard !named.isEmpty else { return }
        let numbers = try Tensor(uninitialised: [named.count], .int64)
        named.withUnsafeBytes { bytes in
            if let source = bytes.baseAddress { numbers.pointer.copyMemory(from: source, byteCount: bytes.count) }
        }
        try withNoGrad { () throws(SwiftgradError) in
            let values = try detach().take(numbers)
            let norms = try values.vectorNorm(order, axes: [1], keepDimensions: true)
            let most = try Tensor.full([], limit, values.dtype)
            let one = try Tensor.full([], 1, values.dtype)
            let factors = try Tensor.select(norms.greater(most), most / (norms + 1e-7), one)
            try assign([.array(numbers)], values * factors)
        }
    }
}
