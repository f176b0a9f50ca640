/// Einstein sums, composed of operations that are differentiable.
///
/// Operands are combined from left to right. Of the axes of a pair, those that the result and later operands do not name
/// are summed; each label that both have is an axis of the batch if it stays, else one of the inner axes of a matrix
/// product. A pair without inner axes is multiplied element by element.
private struct LabelledTensor {
    var tensor: Tensor
    var labels: [Int]

    /// Axes with one label become their diagonal.
    init(_ tensor: Tensor, _ labels: [Int]) throws(SwiftgradError) {
        self.tensor = tensor
        self.labels = labels
        var axis = 0
        while axis < self.labels.count {
            if let first = self.labels[..<axis].firstIndex(of: self.labels[axis]) {
                self.tensor = try self.tensor.diagonal(first, axis)
                self.labels.remove(at: axis)
            } else {
                axis += 1
            }
        }
    }

    func length(_ label: Int) -> Int? { labels.firstIndex(of: label).map { tensor.shape[$0] } }

    func count(_ labels: [Int]) -> Int { labels.reduce(1) { $0 * (length($1) ?? 1) } }

    mutating func sum(where isDropped: (Int) -> Bool) throws(SwiftgradError) {
        let axes = labels.indices.filter { isDropped(labels[$0]) }
        guard !axes.isEmpty else { return }
        tensor = try tensor.sum(axes: axes)
        labels = labels.filter { !isDropped($0) }
    }

    mutating func squeeze(_ dropped: [Int]) throws(SwiftgradError) {
        guard !dropped.isEmpty else { return }
        tensor = try tensor.squeeze(labels.indices.filter { dropped.contains(labels[$0]) })
        labels = labels.filter { !dropped.contains($0) }
    }

    func ordered(_ order: [Int]) throws(SwiftgradError) -> Tensor {
        let axes = order.compactMap { labels.firstIndex(of: $0) }
        return axes == Array(0..<tensor.rank) ? tensor : try tensor.permute(axes)
    }

    func combined(with other: LabelledTensor, keeping kept: Set<Int>) throws(SwiftgradError) -> LabelledTensor {
        var (a, b) = (self, other)
        let differing = a.labels.filter { b.labels.contains($0) && a.length($0) != b.length($0) }
        try a.squeeze(differing.filter { a.length($0) == 1 })
        try b.squeeze(differing.filter { b.length($0) == 1 })
        try a.sum { !b.labels.contains($0) && !kept.contains($0) }
        try b.sum { !a.labels.contains($0) && !kept.contains($0) }
        let shared = a.labels.filter(b.labels.contains)
        let (batch, inner) = (shared.filter(kept.contains), shared.filter { !kept.contains($0) })
        let rows = a.labels.filter { !shared.contains($0) }
        let columns = b.labels.filter { !shared.contains($0) }
        let batchShape = batch.compactMap(a.length)
        let (rowShape, columnShape) = (rows.compactMap(a.length), columns.compactMap(b.length))
        let left = try a.ordered(batch + rows + inner)
        let right = try b.ordered(batch + inner + columns)
        let product: Tensor
        if inner.isEmpty {
            product =
                try left.reshape(batchShape + rowShape + columns.map { _ in 1 })
                * right.reshape(batchShape + rows.map { _ in 1 } + columnShape)
        } else {
            let count = a.count(inner)
            product = try left.reshape(batchShape + [a.count(rows), count])
                .matmul(right.reshape(batchShape + [count, b.count(columns)]))
        }
        return try LabelledTensor(product.reshape(batchShape + rowShape + columnShape), batch + rows + columns)
    }
}

extension Tensor {
    /// The Einstein sum that an equation such as `ij,jk->ik` describes, with NumPy's rules.
    ///
    /// float16 and bfloat16 add up in float32, integers wrap around, booleans are joined by "and" and "or".
    public static func einsum(_ equation: String, _ operands: [Tensor]) throws(SwiftgradError) -> Tensor {
        guard let first = operands.first else { throw .value("einsum: '\(equation)' needs at least one operand") }
        let parsed = try EinsumEquation(equation, shapes: operands.map(\.shape))
        let dtype = operands.dropFirst().reduce(first.dtype) { Promotion.promote($0, $1.dtype) }
        let moves = operands.count == 1 && Set(parsed.operands[0]) == Set(parsed.output)
        let compute = moves ? dtype : MatrixProduct.computeType(dtype)
        let terms = try zip(operands, parsed.operands).map { (operand, labels) throws(SwiftgradError) in
            try LabelledTensor(operand.cast(to: compute), labels)
        }
        var result = terms[0]
        for position in terms.indices.dropFirst() {
            let later = terms[(position + 1)...].reduce(into: Set(parsed.output)) { $0.formUnion($1.labels) }
            result = try result.combined(with: terms[position], keeping: later)
        }
        try result.sum { !parsed.output.contains($0) }
        let axes = parsed.output.compactMap { result.labels.firstIndex(of: $0) }
        return try result.tensor.permute(axes).cast(to: dtype)
    }
}
