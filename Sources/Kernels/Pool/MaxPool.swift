/// The largest element of each window, and where it is: its number in the plane (depth, height, width).
///
/// Of equal elements the first counts, NaN before everything; padding never counts. Float32 arrays have int32 positions,
/// float64 arrays int64 ones.
public enum MaxPool {
    public static func forward(
        dtype: DType, _ shape: PoolShape, input: UnsafeRawPointer, output: UnsafeMutableRawPointer,
        positions: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32: MaxPoolPasses<Float32Vector>(shape: shape).forward(input, output, positions)
        case .float64: MaxPoolPasses<Float64Vector>(shape: shape).forward(input, output, positions)
        default: break
        }
    }

    /// Adds each gradient to the input's element at its position, over zeros.
    public static func scatter(
        dtype: DType, planes: Int, inputSize: Int, outputSize: Int, gradient: UnsafeRawPointer,
        positions: UnsafeRawPointer, inputGradient: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32:
            PositionPasses<Float32Vector>(planes: planes, inputSize: inputSize, outputSize: outputSize)
                .scatter(gradient, positions, inputGradient)
        case .float64:
            PositionPasses<Float64Vector>(planes: planes, inputSize: inputSize, outputSize: outputSize)
                .scatter(gradient, positions, inputGradient)
        default: break
        }
    }

    /// The input's elements at the positions.
    public static func gather(
        dtype: DType, planes: Int, inputSize: Int, outputSize: Int, input: UnsafeRawPointer,
        positions: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32:
            PositionPasses<Float32Vector>(planes: planes, inputSize: inputSize, outputSize: outputSize)
                .gather(input, positions, output)
        case .float64:
            PositionPasses<Float64Vector>(planes: planes, inputSize: inputSize, outputSize: outputSize)
                .gather(input, positions, output)
        default: break
        }
    }
}

private struct MaxPoolPasses<V: PoolVector> {
    let shape: PoolShape
    typealias Scalar = V.Scalar

    func forward(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer, _ positions: UnsafeMutableRawPointer) {
        let x = input.assumingMemoryBound(to: Scalar.self)
        let y = output.assumingMemoryBound(to: Scalar.self)
        if let pairs = MaxPoolPairs<V>(shape) { return pairs.forward(x, y, positions) }
        let places = positions.assumingMemoryBound(to: V.Position.self)
        let count = PoolLine<V>.count(shape.width)
        let room = shape.width.output &+ V.width
        shape.forPlanes { planes in
            withUnsafeTemporaryAllocation(of: Scalar.self, capacity: count &+ 2 &* room) { memory in
                guard let start = memory.baseAddress else { return }
                let line = PoolLine<V>(shape.width, start)
                line.fill(-Scalar.infinity)
                for plane in planes {
                    pool(x, y, places, plane, line, largest: start + count, found: start + count + room)
                }
            }
        }
    }

    private func pool(
        _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>, _ places: UnsafeMutablePointer<V.Position>,
        _ plane: Int, _ line: PoolLine<V>, largest: UnsafeMutablePointer<Scalar>, found: UnsafeMutablePointer<Scalar>
    ) {
        let (depth, height, width) = (shape.depth, shape.height, shape.width)
        let end = shape.planes &* shape.inputSize
        var target = plane &* shape.outputSize
        for oz in 0..<depth.output {
            for oy in 0..<height.output {
                var isFirst = true
                for kz in depth.taps(oz) {
                    for ky in height.taps(oy) {
                        let z = depth.start(oz) &+ kz &* depth.dilation
                        let row = (z &* height.input &+ height.start(oy) &+ ky &* height.dilation) &* width.input
                        let source = plane &* shape.inputSize &+ row
                        line.read(x + source, readable: end &- source, padding: -Scalar.infinity)
                        takeRow(line, row &- width.padding, isFirst, largest, found)
                        isFirst = false
                    }
                }
                if isFirst {
                    largest.update(repeating: -Scalar.infinity, count: width.output)
                    V.clear(found, width.output)
                }
                finishRow(y + target, places + target, largest, found, plane, oz, oy, x)
                target = target &+ width.output
            }
        }
    }

    /// Takes the taps of one row of the windows into the largest elements and their positions in the plane, less what
    /// the output's column adds.
    @inline(never)
    private func takeRow(
        _ line: PoolLine<V>, _ base: Int, _ isFirst: Bool, _ largest: UnsafeMutablePointer<Scalar>,
        _ found: UnsafeMutablePointer<Scalar>
    ) {
        let lowest = V(-Double.infinity)
        let width = shape.width
        var o = 0
        while o < width.output {
            var best = isFirst ? lowest : V(loading: largest + o)
            var place = isFirst ? V.positions(base) : V(loading: found + o)
            for k in 0..<width.kernel {
                let x = V(loading: line.tap(k) + o)
                let here = V.positions(base &+ k &* width.dilation)
                let (larger, isNaN) = (best < x, x != x)
                best = V.select(isNaN, x, V.select(larger, x, best))
                place = V.select(isNaN, here, V.select(larger, here, place))
            }
            best.store(to: largest + o)
            place.store(to: found + o)
            o = o &+ V.width
        }
    }

    @inline(__always)
    private func finishRow(
        _ y: UnsafeMutablePointer<Scalar>, _ places: UnsafeMutablePointer<V.Position>,
        _ largest: UnsafeMutablePointer<Scalar>, _ found: UnsafeMutablePointer<Scalar>, _ plane: Int, _ oz: Int,
        _ oy: Int, _ x: UnsafePointer<Scalar>
    ) {
        let width = shape.width
        y.update(from: largest, count: width.output)
        var o = 0
        while o < width.output {
            V(loading: found + o).positions(adding: o &* width.stride, step: width.stride).store(to: found + o)
            o = o &+ V.width
        }
        found.withMemoryRebound(to: V.Position.self, capacity: width.output) {
            places.update(from: $0, count: width.output)
        }
        for o in 0..<width.output where y[o] == -Scalar.infinity { places[o] = firstTap(oz, oy, o) }
    }

    /// Where a window of nothing but -infinity has its first element; -1 if all of it is padding.
    private func firstTap(_ oz: Int, _ oy: Int, _ ox: Int) -> V.Position {
        guard let z = shape.depth.taps(oz).first, let y = shape.height.taps(oy).first,
            let x = shape.width.taps(ox).first
        else { return -1 }
        let row =
            (shape.depth.start(oz) &+ z &* shape.depth.dilation) &* shape.height.input
            &+ shape.height.start(oy) &+ y &* shape.height.dilation
        return V.Position(
            truncatingIfNeeded: row &* shape.width.input &+ shape.width.start(ox) &+ x &* shape.width.dilation)
    }
}

extension PoolVector {
    fileprivate static func clear(_ found: UnsafeMutablePointer<Scalar>, _ count: Int) {
        var o = 0
        while o < count {
            positions(0).store(to: found + o)
            o = o &+ width
        }
    }
}

private struct PositionPasses<V: PoolVector> {
    let planes: Int
    let inputSize: Int
    let outputSize: Int

    private func forPlanes(_ body: (Range<Int>) -> Void) {
        ThreadPool.ranges(planes, grain: max(1, (1 << 14) / max(1, inputSize)), body)
    }

    func scatter(
        _ gradient: UnsafeRawPointer, _ positions: UnsafeRawPointer, _ inputGradient: UnsafeMutableRawPointer
    ) {
        let dy = gradient.assumingMemoryBound(to: V.Scalar.self)
        let places = positions.assumingMemoryBound(to: V.Position.self)
        let dx = inputGradient.assumingMemoryBound(to: V.Scalar.self)
        forPlanes { range in
            for plane in range {
                let target = dx + plane &* inputSize
                target.update(repeating: 0, count: inputSize)
                for o in plane &* outputSize..<(plane &+ 1) &* outputSize where places[o] >= 0 {
                    target[Int(places[o])] += dy[o]
                }
            }
        }
    }

    func gather(_ input: UnsafeRawPointer, _ positions: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
        let x = input.assumingMemoryBound(to: V.Scalar.self)
        let places = positions.assumingMemoryBound(to: V.Position.self)
        let y = output.assumingMemoryBound(to: V.Scalar.self)
        forPlanes { range in
            for plane in range {
                let source = x + plane &* inputSize
                for o in plane &* outputSize..<(plane &+ 1) &* outputSize {
                    y[o] = places[o] >= 0 ? source[Int(places[o])] : 0
                }
            }
        }
    }
}
