// Arrangements of elements made of views, joins and takes.
extension Tensor {
    /// Each place of an axis repeated `times`, side by side; without an axis, of the flattened array.
    public func repeating(_ times: Int, axis: Int?) throws(SwiftgradError) -> Tensor {
        guard times >= 0 else { throw .value("repeat: negative number of repetitions \(times)") }
        guard let axis else { return try reshape([count]).repeating(times, axis: 0) }
        let position = try Axes.normalise(axis, rank: rank, operation: "repeat")
        var spread = shape
        spread.insert(times, at: position + 1)
        var result = shape
        let (length, overflows) = shape[position].multipliedReportingOverflow(by: times)
        guard !overflows else { throw .value("repeat: \(times) times shape \(Shape.text(shape)) is too large") }
        result[position] = length
        return try expandDims([position + 1]).broadcast(to: spread).reshape(result)
    }

    /// Place i of an axis repeated `times[i]`.
    public func repeating(_ times: Tensor, axis: Int?) throws(SwiftgradError) -> Tensor {
        guard let axis else { return try reshape([count]).repeating(times, axis: 0) }
        let position = try Axes.normalise(axis, rank: rank, operation: "repeat")
        guard times.dtype.isInteger, times.rank <= 1, times.count == shape[position] || times.count == 1 else {
            throw .value(
                "repeat: repeats must be an integer or \(shape[position]) of them for axis \(position) of shape "
                    + "\(Shape.text(shape)), got \(times.dtype) of shape \(Shape.text(times.shape))")
        }
        let counts = try times.detach().cast(to: .int64).broadcast(to: [shape[position]])
        guard try counts.less(.full([], 0, .int64)).sum().scalarDouble() == 0 else {
            throw .value("repeat: negative number of repetitions")
        }
        let ends = try counts.cumulativeSum(axis: 0)
        guard case .int(let total) = try counts.sum().item(), total >= 0 else {
            throw .value("repeat: too many repetitions")
        }
        let places = try ends.searchSorted(.arange(0, total, .int64), isRight: true)
        return try take(places, axis: position)
    }

    /// The axes at `sources` moved to `destinations`, the others staying in their order.
    public func moveAxes(_ sources: [Int], to destinations: [Int]) throws(SwiftgradError) -> Tensor {
        guard sources.count == destinations.count else {
            throw .value("moveaxis: \(sources.count) axes for \(destinations.count) destinations")
        }
        let from = try Axes.normalise(sources, rank: rank, operation: "moveaxis")
        let to = try Axes.normalise(destinations, rank: rank, operation: "moveaxis")
        var order = (0..<rank).filter { !from.contains($0) }
        for (source, destination) in zip(from, to).sorted(by: { $0.1 < $1.1 }) {
            order.insert(source, at: min(destination, order.count))
        }
        return try permute(order)
    }

    /// Every array broadcast to the shape that all of them fit: views.
    public static func broadcastTogether(_ tensors: [Tensor]) throws(SwiftgradError) -> [Tensor] {
        var shape: [Int] = []
        for tensor in tensors { shape = try Shape.broadcast(shape, tensor.shape, operation: "broadcast_arrays") }
        let common = shape
        return try tensors.map { tensor throws(SwiftgradError) in try tensor.broadcast(to: common) }
    }

    /// Coordinate arrays from vectors: array i holds vector i along axis i. `swapsFirst` exchanges the first two axes, as
    /// for images ("xy").
    public static func mesh(_ vectors: [Tensor], swapsFirst: Bool) throws(SwiftgradError) -> [Tensor] {
        for vector in vectors where vector.rank > 1 {
            throw .value("meshgrid: expected vectors, got shape \(Shape.text(vector.shape))")
        }
        guard vectors.count <= Shape.maximumRank else {
            throw .value("meshgrid: \(vectors.count) vectors, but arrays have at most \(Shape.maximumRank) axes")
        }
        var axes = Array(0..<vectors.count)
        if swapsFirst && vectors.count > 1 { axes.swapAt(0, 1) }
        let spread = try zip(vectors, axes).map { pair throws(SwiftgradError) in
            var shape = [Int](repeating: 1, count: vectors.count)
            shape[pair.1] = pair.0.count
            return try pair.0.reshape(shape)
        }
        return try broadcastTogether(spread)
    }

    /// The n-th differences of neighbours along an axis.
    public func differences(axis: Int = -1, times: Int = 1) throws(SwiftgradError) -> Tensor {
        guard times >= 0 else { throw .value("diff: negative order \(times)") }
        let axis = try Axes.normalise(axis, rank: rank, operation: "diff")
        var result = self
        for _ in 0..<min(times, shape[axis]) {
            let length = result.shape[axis]
            let (later, earlier) = (
                try result.slice(axis: axis, min(1, length)..<length),
                try result.slice(axis: axis, 0..<max(0, length - 1))
            )
            result = try result.dtype == .bool ? later.notEqual(earlier) : later - earlier
        }
        return result
    }
}
