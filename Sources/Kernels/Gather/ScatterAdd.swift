/// Sums of runs by position: the gradient of `Gather.take`.
///
/// Several runs may go to one position, and float sums depend on their order. Tasks therefore own positions, not runs: each
/// walks all runs in order and adds those that are its own, so the order at a position is the order of the runs whatever
/// the number of threads. Long runs are cut instead, and a task owns a part of every position.
public enum ScatterAdd {
    /// `target[o, positions[i], :] += source[o, i, :]` for float32 or float64, runs of `inner` elements.
    public static func run(
        dtype: DType, outer: Int, axis: Int, inner: Int, positions: UnsafePointer<Int64>, count: Int,
        source: UnsafeRawPointer, target: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32: run(Float.self, outer, axis, inner, positions, count, source, target)
        case .float64: run(Double.self, outer, axis, inner, positions, count, source, target)
        default: break
        }
    }

    private static func run<Scalar: BinaryFloatingPoint>(
        _: Scalar.Type, _ outer: Int, _ axis: Int, _ inner: Int, _ positions: UnsafePointer<Int64>, _ count: Int,
        _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer
    ) {
        let source = source.assumingMemoryBound(to: Scalar.self)
        let target = target.assumingMemoryBound(to: Scalar.self)
        let wanted = min(max(1, count &* inner / (1 << 14)), 8)
        let parts = min(wanted, max(1, inner / 64))
        let shares = parts > 1 ? 1 : min(wanted, max(1, axis))
        ThreadPool.run(tasks: outer &* shares &* parts) { task in
            let (place, part) = task.quotientAndRemainder(dividingBy: parts)
            let (slab, share) = place.quotientAndRemainder(dividingBy: shares)
            let owned = Int64(axis * share / shares)..<Int64(axis * (share + 1) / shares)
            let columns = inner * part / parts..<inner * (part + 1) / parts
            for index in 0..<count where owned.contains(positions[index]) {
                let from = source + (slab &* count &+ index) &* inner
                let to = target + (slab &* axis &+ Int(positions[index])) &* inner
                for element in columns { to[element] += from[element] }
            }
        }
    }

    /// `target[o, positions[o, i, n], n] += source[o, i, n]` for positions of shape (outer, count, inner): the gradient of
    /// `Gather.takeAlong`. A task owns columns at one outer position and adds in the order of i.
    public static func along(
        dtype: DType, outer: Int, axis: Int, inner: Int, positions: UnsafePointer<Int64>, count: Int,
        source: UnsafeRawPointer, target: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32: along(Float.self, outer, axis, inner, positions, count, source, target)
        case .float64: along(Double.self, outer, axis, inner, positions, count, source, target)
        default: break
        }
    }

    private static func along<Scalar: BinaryFloatingPoint>(
        _: Scalar.Type, _ outer: Int, _ axis: Int, _ inner: Int, _ positions: UnsafePointer<Int64>, _ count: Int,
        _ source: UnsafeRawPointer, _ target: UnsafeMutableRawPointer
    ) {
        guard inner > 0, count > 0 else { return }
        let source = source.assumingMemoryBound(to: Scalar.self)
        let target = target.assumingMemoryBound(to: Scalar.self)
        let width = min(inner, 128)
        let tiles = (inner + width - 1) / width
        ThreadPool.ranges(outer &* tiles, grain: max(1, (1 << 14) / (width &* count))) { range in
            for unit in range {
                let (slab, tile) = unit.quotientAndRemainder(dividingBy: tiles)
                for index in 0..<count {
                    let row = (slab &* count &+ index) &* inner
                    for n in tile &* width..<min((tile &+ 1) &* width, inner) {
                        target[(slab &* axis &+ Int(positions[row &+ n])) &* inner &+ n] += source[row &+ n]
                    }
                }
            }
        }
    }
}
