/// How windows lie along one axis: window `o` has its taps at `o * stride - padding + k * dilation`.
public struct PoolAxis: Sendable {
    public let input: Int
    public let output: Int
    public let kernel: Int
    public let stride: Int
    public let padding: Int
    public let dilation: Int

    public init(input: Int, output: Int, kernel: Int, stride: Int, padding: Int, dilation: Int) {
        self.input = input
        self.output = output
        self.kernel = kernel
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
    }

    /// Where the window starts, which may lie before the input.
    func start(_ output: Int) -> Int { output &* stride &- padding }

    /// The taps of a window that lie inside the input.
    func taps(_ output: Int) -> Range<Int> {
        let start = start(output)
        let first = start >= 0 ? 0 : (-start &+ dilation &- 1) / dilation
        let last = input > start ? min(kernel, (input &- start &+ dilation &- 1) / dilation) : 0
        return first..<max(first, last)
    }

    /// The outputs whose windows have a tap at `position`, with that tap's number, in rising order.
    func covering(_ position: Int, _ body: (Int, Int) -> Void) {
        for tap in (0..<kernel).reversed() {
            let reach = position &+ padding &- tap &* dilation
            guard reach >= 0, reach % stride == 0, reach / stride < output else { continue }
            body(reach / stride, tap)
        }
    }
}

/// Pooling of a contiguous array (planes, depth, height, width); a plane is one channel of one sample.
public struct PoolShape: Sendable {
    public let planes: Int
    public let depth: PoolAxis
    public let height: PoolAxis
    public let width: PoolAxis

    public init(planes: Int, depth: PoolAxis, height: PoolAxis, width: PoolAxis) {
        self.planes = planes
        self.depth = depth
        self.height = height
        self.width = width
    }

    public var inputSize: Int { depth.input &* height.input &* width.input }
    public var outputSize: Int { depth.output &* height.output &* width.output }

    /// Runs `body(planes of the task)`: about 16,000 elements.
    func forPlanes(_ body: (Range<Int>) -> Void) {
        ThreadPool.ranges(planes, grain: max(1, (1 << 14) / max(1, inputSize)), body)
    }
}

/// Rows of the input taken apart by stride: element i of a padded row lies in phase i % stride at i / stride, so that
/// the same tap of neighbouring windows is one load. Both ends are padded, and vectors may run past the end.
struct PoolLine<V: PoolVector> {
    let axis: PoolAxis
    /// Elements of a phase.
    let length: Int
    let memory: UnsafeMutablePointer<V.Scalar>

    static func length(_ axis: PoolAxis) -> Int {
        let last = (axis.output &- 1) &* axis.stride &+ (axis.kernel &- 1) &* axis.dilation
        return max(last, axis.input &+ axis.padding) / axis.stride &+ 2 &* V.width &+ 1
    }

    /// Elements for the phases of a row.
    static func count(_ axis: PoolAxis) -> Int { length(axis) &* axis.stride }

    init(_ axis: PoolAxis, _ memory: UnsafeMutablePointer<V.Scalar>) {
        self.axis = axis
        length = PoolLine.length(axis)
        self.memory = memory
    }

    func fill(_ value: V.Scalar) { memory.update(repeating: value, count: PoolLine.count(axis)) }

    /// The elements that a tap of the windows from the first on reads.
    func tap(_ k: Int) -> UnsafeMutablePointer<V.Scalar> {
        let place = k &* axis.dilation
        return memory + (place % axis.stride) &* length + place / axis.stride
    }

    private func place(_ position: Int) -> UnsafeMutablePointer<V.Scalar> {
        let padded = position &+ axis.padding
        return memory + (padded % axis.stride) &* length + padded / axis.stride
    }

    /// Takes a row in; `readable` elements from its start may be read.
    @inline(__always)
    func read(_ row: UnsafePointer<V.Scalar>, readable: Int, padding: V.Scalar) {
        let count = axis.input
        if axis.stride == 1 {
            place(0).update(from: row, count: count)
            return
        }
        var i = 0
        if axis.stride == 2 {
            let (first, second) = (place(0), place(1))
            while i < count, i &+ 2 &* V.width <= readable {
                let (x, y) = (V(loading: row + i), V(loading: row + i + V.width))
                V.evens(x, y).store(to: first + i / 2)
                V.odds(x, y).store(to: second + i / 2)
                i = i &+ 2 &* V.width
            }
            if i > count {
                for position in count..<i { place(position).pointee = padding }
                return
            }
        }
        while i < count {
            place(i).pointee = row[i]
            i = i &+ 1
        }
    }

    /// Gives a row out, the inverse of `read`.
    @inline(__always)
    func write(_ row: UnsafeMutablePointer<V.Scalar>) {
        if axis.stride == 1 {
            row.update(from: place(0), count: axis.input)
            return
        }
        for i in 0..<axis.input { row[i] = place(i).pointee }
    }
}
