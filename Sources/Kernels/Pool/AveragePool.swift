/// The mean of each window.
public struct AveragePool: Sendable {
    public let shape: PoolShape
    /// Whether padding counts as elements of a window.
    public let countsPadding: Bool
    /// What every sum is divided by, instead of the number of elements; 0 for none.
    public let divisor: Int

    public init(shape: PoolShape, countsPadding: Bool, divisor: Int) {
        self.shape = shape
        self.countsPadding = countsPadding
        self.divisor = divisor
    }

    public func forward(dtype: DType, input: UnsafeRawPointer, output: UnsafeMutableRawPointer) {
        switch dtype {
        case .float32: AveragePoolPasses<Float32Vector>(pool: self).forward(input, output)
        case .float64: AveragePoolPasses<Float64Vector>(pool: self).forward(input, output)
        default: break
        }
    }

    /// Writes the gradient of the input: each of its elements has a share of every window over it.
    public func backward(dtype: DType, gradient: UnsafeRawPointer, inputGradient: UnsafeMutableRawPointer) {
        switch dtype {
        case .float32: AveragePoolPasses<Float32Vector>(pool: self).backward(gradient, inputGradient)
        case .float64: AveragePoolPasses<Float64Vector>(pool: self).backward(gradient, inputGradient)
        default: break
        }
    }

    /// Elements of a window along one axis.
    func extent(_ axis: PoolAxis, _ output: Int) -> Int {
        let start = axis.start(output)
        if countsPadding { return min(axis.kernel, axis.input &+ axis.padding &- start) }
        return min(start &+ axis.kernel, axis.input) &- max(start, 0)
    }
}

private struct AveragePoolPasses<V: PoolVector> {
    let pool: AveragePool
    private var shape: PoolShape { pool.shape }
    typealias Scalar = V.Scalar

    /// Runs `body(plane, line, row of outputs, reciprocals by column)` for the planes, with scratch memory.
    private func forPlanes(
        _ body: (Int, PoolLine<V>, UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>) -> Void
    ) {
        let count = PoolLine<V>.count(shape.width)
        let room = shape.width.output &+ V.width
        shape.forPlanes { planes in
            withUnsafeTemporaryAllocation(of: Scalar.self, capacity: count &+ 2 &* room) { memory in
                guard let start = memory.baseAddress else { return }
                let line = PoolLine<V>(shape.width, start)
                let (row, extents) = (start + count, start + count + room)
                row.update(repeating: 0, count: room)
                extents.update(repeating: 1, count: room)
                if pool.divisor == 0 {
                    for o in 0..<shape.width.output { extents[o] = Scalar(pool.extent(shape.width, o)) }
                }
                for plane in planes { body(plane, line, row, extents) }
            }
        }
    }

    private func rows(_ oz: Int, _ oy: Int) -> V {
        let count = pool.extent(shape.depth, oz) &* pool.extent(shape.height, oy)
        return V(Double(pool.divisor != 0 ? pool.divisor : count))
    }

    func forward(_ input: UnsafeRawPointer, _ output: UnsafeMutableRawPointer) {
        let x = input.assumingMemoryBound(to: Scalar.self)
        let y = output.assumingMemoryBound(to: Scalar.self)
        let (depth, height, width) = (shape.depth, shape.height, shape.width)
        let end = shape.planes &* shape.inputSize
        forPlanes { plane, line, sums, extents in
            line.fill(0)
            var target = plane &* shape.outputSize
            for oz in 0..<depth.output {
                for oy in 0..<height.output {
                    var o = 0
                    while o < width.output {
                        V(0).store(to: sums + o)
                        o = o &+ V.width
                    }
                    for kz in depth.taps(oz) {
                        for ky in height.taps(oy) {
                            let z = (depth.start(oz) &+ kz) &* height.input
                            let source =
                                plane &* shape.inputSize &+ (z &+ height.start(oy) &+ ky) &* width.input
                            line.read(x + source, readable: end &- source, padding: 0)
                            addTaps(line, sums)
                        }
                    }
                    divide(sums, extents, rows(oz, oy))
                    (y + target).update(from: sums, count: width.output)
                    target = target &+ width.output
                }
            }
        }
    }

    @inline(never)
    private func addTaps(_ line: PoolLine<V>, _ sums: UnsafeMutablePointer<Scalar>) {
        var o = 0
        while o < shape.width.output {
            var sum = V(loading: sums + o)
            for k in 0..<shape.width.kernel { sum = sum + V(loading: line.tap(k) + o) }
            sum.store(to: sums + o)
            o = o &+ V.width
        }
    }

    @inline(never)
    private func divide(_ row: UnsafeMutablePointer<Scalar>, _ extents: UnsafeMutablePointer<Scalar>, _ rows: V) {
        var o = 0
        while o < shape.width.output {
            (V(loading: row + o) / (V(loading: extents + o) * rows)).store(to: row + o)
            o = o &+ V.width
        }
    }

    func backward(_ gradient: UnsafeRawPointer, _ inputGradient: UnsafeMutableRawPointer) {
        let dy = gradient.assumingMemoryBound(to: Scalar.self)
        let dx = inputGradient.assumingMemoryBound(to: Scalar.self)
        let (depth, height, width) = (shape.depth, shape.height, shape.width)
        forPlanes { plane, line, share, extents in
            var target = plane &* shape.inputSize
            for z in 0..<depth.input {
                for y in 0..<height.input {
                    line.fill(0)
                    depth.covering(z) { oz, _ in
                        height.covering(y) { oy, _ in
                            let row = (plane &* depth.output &+ oz) &* height.output &+ oy
                            share.update(from: dy + row &* width.output, count: width.output)
                            divide(share, extents, rows(oz, oy))
                            spread(share, line)
                        }
                    }
                    line.write(dx + target)
                    target = target &+ width.input
                }
            }
        }
    }

    /// Adds a row of shares to every tap of its windows.
    @inline(never)
    private func spread(_ share: UnsafeMutablePointer<Scalar>, _ line: PoolLine<V>) {
        // What lies past the row's end must add nothing to elements of other windows.
        (share + shape.width.output).update(repeating: 0, count: V.width)
        for k in 0..<shape.width.kernel {
            let tap = line.tap(k)
            var o = 0
            while o < shape.width.output {
                (V(loading: tap + o) + V(loading: share + o)).store(to: tap + o)
                o = o &+ V.width
            }
        }
    }
}
