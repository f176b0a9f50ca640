/// The different elements of an array in rising order, and where they are. Each NaN is an element of its own.
public struct UniqueElements {
    /// (n,)
    public let values: Tensor
    /// The first position of each in the flattened array, (n,) int64.
    public let indices: Tensor
    /// For each element of the array the position of its value, of the array's shape.
    public let inverse: Tensor
    /// How often each occurs, (n,) int64.
    public let counts: Tensor
}

extension Tensor {
    public func unique() throws(SwiftgradError) -> UniqueElements {
        try withNoGrad { () throws(SwiftgradError) in
            let flat = try detach().reshape([count])
            let order = try flat.argumentSort()
            let sorted = try flat.take(order)
            let opens = try Tensor.concat([
                Tensor.ones([min(1, count)], .bool),
                sorted.slice(axis: 0, min(1, count)..<count).notEqual(
                    sorted.slice(axis: 0, 0..<max(0, count - 1))),
            ])
            let starts = try AdvancedIndex.coordinates(of: opens)[0]
            let ends = try Tensor.concat([
                starts.slice(axis: 0, min(1, starts.count)..<starts.count),
                Tensor.full([min(1, count)], Double(count), .int64),
            ])
            let group = try opens.cumulativeSum(axis: 0) - Tensor.full([], 1, .int64)
            let inverse = try group.take(order.argumentSort()).reshape(shape)
            return try UniqueElements(
                values: sorted.take(starts), indices: order.take(starts), inverse: inverse, counts: ends - starts)
        }
    }
}

extension Tensor {
    /// How often each integer 0, 1, ... occurs in this vector, or the sum of its weights; `least` of them or more.
    public func binCount(weights: Tensor? = nil, least: Int = 0) throws(SwiftgradError) -> Tensor {
        guard rank == 1 && dtype.isInteger else {
            throw .value("bincount: expected a vector of integers, got \(dtype) of shape \(Shape.text(shape))")
        }
        guard least >= 0 else { throw .value("bincount: negative minlength \(least)") }
        if let weights, weights.shape != shape {
            throw .value(
                "bincount: weights of shape \(Shape.text(weights.shape)) for integers of shape \(Shape.text(shape))")
        }
        let positions = try detach().cast(to: .int64)
        var length = least
        if count > 0 {
            guard case .int(let largest) = try positions.maximum().item(), largest < Int.max else {
                throw .value("bincount: an element is too large")
            }
            guard try positions.less(.full([], 0, .int64)).sum().scalarDouble() == 0 else {
                throw .value("bincount: an element is negative")
            }
            length = max(length, largest + 1)
        }
        if let weights { return try Tensor.zeros([length], weights.dtype).addingAlong(positions, weights, axis: 0) }
        let ends = try positions.sorted().searchSorted(.arange(0, length, .int64), isRight: true)
        return try Tensor.concat([.zeros([1], .int64), ends]).differences()
    }
}
