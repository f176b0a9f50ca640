/// Adds at integer places along one axis of a contiguous array seen as (outer, axis, inner): the gradients of `Gather`.
///
/// A task owns a tile of columns at one outer position and adds the sources in their order, so that an index may occur
/// any number of times and the bits do not depend on the number of threads. Float32 and float64; others do nothing.
public struct ScatterAdd: Sendable {
    public var outer: Int
    public var axis: Int
    public var inner: Int

    private static let tile = 128

    public init(outer: Int, axis: Int, inner: Int) {
        self.outer = outer
        self.axis = axis
        self.inner = inner
    }

    /// `destination[o, indices[j], i] += source[o, j, i]` for `count` indices, the gradient of `Gather.take`.
    public func add(
        dtype: DType, source: UnsafeRawPointer, indices: UnsafePointer<Int64>, count: Int,
        destination: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32: add(Float.self, source, indices, count, destination)
        case .float64: add(Double.self, source, indices, count, destination)
        default: break
        }
    }

    /// `destination[o, indices[o, j, i], i] += source[o, j, i]`, the gradient of `Gather.takeAlong`.
    public func addAlong(
        dtype: DType, source: UnsafeRawPointer, indices: UnsafePointer<Int64>, count: Int,
        destination: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32: addAlong(Float.self, source, indices, count, destination)
        case .float64: addAlong(Double.self, source, indices, count, destination)
        default: break
        }
    }

    @inline(__always)
    private func add<Item: BinaryFloatingPoint>(
        _ type: Item.Type, _ source: UnsafeRawPointer, _ indices: UnsafePointer<Int64>, _ count: Int,
        _ destination: UnsafeMutableRawPointer
    ) {
        let source = source.assumingMemoryBound(to: Item.self)
        let destination = destination.assumingMemoryBound(to: Item.self)
        forTiles(count) { o, columns in
            for j in 0..<count {
                let from = source + (o &* count &+ j) &* inner
                let to = destination + (o &* axis &+ Indices.place(indices[j], axis)) &* inner
                for i in columns { to[i] += from[i] }
            }
        }
    }

    @inline(__always)
    private func addAlong<Item: BinaryFloatingPoint>(
        _ type: Item.Type, _ source: UnsafeRawPointer, _ indices: UnsafePointer<Int64>, _ count: Int,
        _ destination: UnsafeMutableRawPointer
    ) {
        let source = source.assumingMemoryBound(to: Item.self)
        let destination = destination.assumingMemoryBound(to: Item.self)
        forTiles(count) { o, columns in
            for j in 0..<count {
                let row = (o &* count &+ j) &* inner
                for i in columns {
                    let place = Indices.place(indices[row &+ i], axis)
                    destination[(o &* axis &+ place) &* inner &+ i] += source[row &+ i]
                }
            }
        }
    }

    /// Calls `body(outer position, columns)` for every tile, some of them to a task if they are small.
    @inline(__always)
    private func forTiles(_ count: Int, _ body: (Int, Range<Int>) -> Void) {
        guard inner > 0, count > 0 else { return }
        let width = min(inner, ScatterAdd.tile)
        let tiles = (inner + width - 1) / width
        let grain = max(1, (1 << 14) / (width &* count))
        ThreadPool.ranges(outer &* tiles, grain: grain) { range in
            for unit in range {
                let first = unit % tiles &* width
                body(unit / tiles, first..<min(first &+ width, inner))
            }
        }
    }
}
