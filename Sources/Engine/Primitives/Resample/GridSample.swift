/// How images are read between their pixels.
enum GridInterpolation: String { case nearest, bilinear, bicubic }

/// What lies outside of an image: nothing, its edge, or its mirror image.
enum GridPadding: String { case zeros, border, reflection }

/// One axis of an image, along which coordinates from -1 to 1 name its places.
private struct GridAxis {
    let length: Int
    let padding: GridPadding
    /// Whether -1 and 1 are the centres of the end pixels rather than their outer edges.
    let alignsCorners: Bool

    /// Pixels and their weights, each (N, taps, samples), for coordinates (N, samples); a pixel outside is -1.
    func taps(
        _ coordinates: Tensor, _ mode: GridInterpolation
    ) throws(SwiftgradError) -> (pixels: Tensor, weights: Tensor) {
        let scaled = try (coordinates + 1) * (Double(alignsCorners ? length - 1 : length) / 2)
        let place = try alignsCorners ? scaled : scaled - 0.5
        let inner = try mode == .bicubic ? (padding == .zeros ? confined(place) : place) : padded(place)
        if mode == .nearest {
            let nearest = try Tensor.apply(Rounding.round, inner)
            // A product with zero ties the constant weights to the coordinates, whose gradient is zero.
            let weights = try (inner - inner.detach()) * 0 + 1
            return (try pixels(nearest.expandDims([1])), try weights.expandDims([1]))
        }
        let floor = try Tensor.apply(Rounding.floor, inner)
        let t = try inner - floor
        let offsets = mode == .bicubic ? -1...2 : 0...1
        let steps = try Tensor.arange(offsets.lowerBound, offsets.upperBound + 1, t.dtype).reshape([-1, 1])
        var taps = try floor.expandDims([1]) + steps
        if mode == .bicubic { taps = try padded(taps) }
        let weights = try mode == .bicubic ? GridAxis.cubic(t) : [1 - t, t]
        return (try pixels(taps), try .stack(weights, axis: 1))
    }

    /// Keys' cubic convolution kernel with a = -3/4 at the distances 1 + t, t, 1 - t and 2 - t.
    private static func cubic(_ t: Tensor) throws(SwiftgradError) -> [Tensor] {
        let a = -0.75
        func near(_ x: Tensor) throws(SwiftgradError) -> Tensor { try ((a + 2) * x - (a + 3)) * x * x + 1 }
        func far(_ x: Tensor) throws(SwiftgradError) -> Tensor { try ((a * x - 5 * a) * x + 8 * a) * x - 4 * a }
        let rest = try 1 - t
        return [try far(t + 1), try near(t), try near(rest), try far(rest + 1)]
    }

    private func padded(_ place: Tensor) throws(SwiftgradError) -> Tensor {
        switch padding {
        case .zeros: try confined(place)
        case .border: try clipped(place)
        case .reflection: try clipped(reflected(place))
        }
    }

    /// Places far outside, and those that are no number, moved to where no tap of theirs meets the image.
    private func confined(_ place: Tensor) throws(SwiftgradError) -> Tensor {
        let outside = try number(-3, place)
        return try .select(
            place.greater(outside), .select(place.less(number(Double(length + 2), place)), place, outside), outside)
    }

    /// The nearest place inside, without a gradient where that is another or an end; 0 where there is no number.
    private func clipped(_ place: Tensor) throws(SwiftgradError) -> Tensor {
        let (first, last) = (try number(0, place), try number(Double(length - 1), place))
        return try .select(place.greater(first), .select(place.less(last), place, last), first)
    }

    /// Mirrored at the ends as often as needed to lie between them.
    private func reflected(_ place: Tensor) throws(SwiftgradError) -> Tensor {
        let start = alignsCorners ? 0 : -0.5
        let span = Double(alignsCorners ? length - 1 : length)
        guard span > 0 else { return try place * 0 }
        let distance = try (place - start).abs()
        let turns = try Tensor.apply(Rounding.floor, distance / span)
        let rest = try distance - turns * span
        let isOdd = try (turns - Tensor.apply(Rounding.floor, turns / 2) * 2).greater(number(0.5, turns))
        return try .select(isOdd, span - rest, rest) + start
    }

    /// Whole places as int64, -1 where there is no pixel.
    private func pixels(_ places: Tensor) throws(SwiftgradError) -> Tensor {
        let (none, end) = (try number(-1, places), try number(Double(length), places))
        let inside = try Tensor.select(places.greater(none), .select(places.less(end), places, none), none)
        return try inside.detach().cast(to: .int64)
    }

    private func number(_ value: Double, _ beside: Tensor) throws(SwiftgradError) -> Tensor {
        try .full([], value, beside.dtype)
    }
}

extension Tensor {
    /// Images (N, C, H, W) or (N, C, D, H, W) at the places of a grid (N, ..., 2) or (N, ..., 3): (N, C, ...).
    func gridSample(
        _ grid: Tensor, _ mode: GridInterpolation, _ padding: GridPadding, alignsCorners: Bool
    ) throws(SwiftgradError) -> Tensor {
        let name = "grid_sample"
        guard dtype.isFloating, grid.dtype.isFloating else {
            throw .type("\(name): needs floating-point tensors, got \(dtype) and \(grid.dtype)")
        }
        let axes = rank - 2
        guard axes == 2 || axes == 3, grid.rank == rank, grid.shape[0] == shape[0], grid.shape.last == axes else {
            throw .value(
                "\(name): expected an input (N, C, H, W) with a grid (N, h, w, 2), or (N, C, D, H, W) with (N, d, h, w, 3), "
                    + "got \(Shape.text(shape)) and \(Shape.text(grid.shape))")
        }
        guard mode != .bicubic || axes == 2 else {
            throw .value("\(name): mode 'bicubic' needs an input (N, C, H, W), got \(Shape.text(shape))")
        }
        let lengths = Array(shape[2...])
        guard !lengths.contains(0) else { throw .value("\(name): the input has no pixels: \(Shape.text(shape))") }
        let places = Array(grid.shape[1...axes])
        let (batch, count, total) = (shape[0], places.reduce(1, *), lengths.reduce(1, *))
        let coordinates = try grid.cast(to: dtype.computeType).reshape([batch, count, axes])
        var taps: (positions: Tensor, weights: Tensor)?
        var stride = total
        for axis in 0..<axes {
            stride /= lengths[axis]
            // The last axis of the image is the first coordinate.
            let along = try coordinates.narrow(axis: 2, start: axes - 1 - axis, length: 1).squeeze([2])
            let line = GridAxis(length: lengths[axis], padding: padding, alignsCorners: alignsCorners)
            let (pixels, weights) = try line.taps(along, mode)
            let outside = try Tensor.full([], Double(-total), .int64)
            // One pixel outside along any axis makes the sum of the offsets negative.
            let offsets = try Tensor.select(
                pixels.less(.zeros([], .int64)), outside, pixels * Tensor.full([], Double(stride), .int64))
            guard let before = taps else {
                taps = (offsets, weights)
                continue
            }
            func all(
                _ outer: Tensor, _ inner: Tensor, _ combine: (Tensor, Tensor) throws(SwiftgradError) -> Tensor
            ) throws(SwiftgradError) -> Tensor {
                try combine(outer.expandDims([2]), inner.expandDims([1])).reshape(
                    [batch, outer.shape[1] * inner.shape[1], count])
            }
            taps = (
                try all(before.positions, offsets) { outer, inner throws(SwiftgradError) in try outer + inner },
                try all(before.weights, weights) { outer, inner throws(SwiftgradError) in try outer * inner }
            )
        }
        guard let taps else { return self }
        let product = TapProduct(name: name, result: .samples, pixels: total)
        let samples = try Tensor.apply(product, reshape([batch, shape[1], total]), taps.weights, taps.positions)
        return try samples.reshape([batch, shape[1]] + places)
    }

    /// The grid (N, H, W, 2) or (N, D, H, W, 3) of the places to which affine maps theta (N, 2, 3) or (N, 3, 4) take those of
    /// an image of a size (N, C, H, W) or (N, C, D, H, W).
    static func affineGrid(
        _ theta: Tensor, size: [Int], alignsCorners: Bool
    ) throws(SwiftgradError) -> Tensor {
        let name = "affine_grid"
        let axes = size.count - 2
        guard theta.dtype.isFloating else {
            throw .type("\(name): needs a floating-point tensor, got \(theta.dtype)")
        }
        guard axes == 2 || axes == 3, theta.shape == [size[0], axes, axes + 1] else {
            throw .value(
                "\(name): expected theta (N, 2, 3) with a size (N, C, H, W), or (N, 3, 4) with (N, C, D, H, W), got "
                    + "\(Shape.text(theta.shape)) and \(Shape.text(size))")
        }
        guard size.allSatisfy({ $0 > 0 }), Shape.elementCount(size + [axes + 1]) != nil else {
            throw .value(
                "\(name): size must be positive and have elements that can be counted, got \(Shape.text(size))")
        }
        let lengths = Array(size[2...])
        var columns: [Tensor] = []
        for axis in (0..<axes).reversed() {
            let length = lengths[axis]
            let edge = length == 1 ? 0 : alignsCorners ? 1 : Double(length - 1) / Double(length)
            var shape = [Int](repeating: 1, count: axes)
            shape[axis] = length
            let line = try Tensor.linspace(-edge, edge, count: length, theta.dtype)
            columns.append(try line.reshape(shape).broadcast(to: lengths))
        }
        columns.append(try .ones(lengths, theta.dtype))
        let base = try Tensor.stack(columns, axis: axes).reshape([1, -1, axes + 1])
        return try base.matmul(theta.transpose(1, 2)).reshape([size[0]] + lengths + [axes])
    }
}
