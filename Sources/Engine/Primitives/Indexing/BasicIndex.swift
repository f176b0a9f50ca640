/// One entry of an index expression `x[a, b, ...]`.
enum IndexEntry {
    case position(Int)
    case range(Int?, Int?, Int?)
    case newAxis
    case ellipsis
    case array(Tensor)

    static func parse(_ value: Value) throws(SwiftgradError) -> [IndexEntry] {
        guard case .list(let items) = value else { throw .type("an index must be a list of entries") }
        return try items.map { item throws(SwiftgradError) in
            switch item {
            case .int(let position): return .position(position)
            case .slice(let start, let stop, let step): return .range(start, stop, step)
            case .none: return .newAxis
            case .ellipsis: return .ellipsis
            case .tensor(let tensor): return .array(tensor)
            case .bool(let flag): return .array(try Tensor.full([], flag ? 1 : 0, .bool))
            default: throw .type("\(item.kindName) is not an index")
            }
        }
    }

    /// Axes of the array that the entry takes up.
    var consumedAxes: Int {
        switch self {
        case .position, .range: 1
        case .newAxis, .ellipsis: 0
        case .array(let tensor): tensor.dtype == .bool ? tensor.rank : 1
        }
    }
}

/// An index made of ints, slices, None and Ellipsis: it selects a view.
struct BasicIndex {
    let parts: [Slice.Part]
    /// The shape after axes indexed by an int are dropped and new ones added.
    let shape: [Int]
    /// For each array entry of the index, the axis of `shape` at which its axes start; those axes are untouched.
    let arrays: [(axis: Int, tensor: Tensor)]

    init(_ entries: [IndexEntry], shape: [Int]) throws(SwiftgradError) {
        let consumed = entries.map(\.consumedAxes).reduce(0, +)
        guard consumed <= shape.count else {
            throw .index("too many indices: \(consumed) for an array of shape \(Shape.text(shape))")
        }
        var ellipses = 0
        for case .ellipsis in entries { ellipses += 1 }
        guard ellipses <= 1 else { throw .index("an index can have one Ellipsis only") }
        var parts: [Slice.Part] = []
        var result: [Int] = []
        var arrays: [(axis: Int, tensor: Tensor)] = []
        func takeWhole(_ count: Int) {
            for _ in 0..<count {
                result.append(shape[parts.count])
                parts.append(Slice.Part(start: 0, step: 1, count: shape[parts.count]))
            }
        }
        for entry in entries + (ellipses == 0 ? [.ellipsis] : []) {
            let axis = parts.count
            switch entry {
            case .newAxis: result.append(1)
            case .ellipsis: takeWhole(shape.count - consumed)
            case .position(let position):
                let length = shape[axis]
                guard position >= -length && position < length else {
                    throw .index("index \(position) is out of range for axis \(axis) of shape \(Shape.text(shape))")
                }
                parts.append(Slice.Part(start: position < 0 ? position + length : position, step: 1, count: 1))
            case .range(let start, let stop, let step):
                let part = try BasicIndex.part(start, stop, step ?? 1, length: shape[axis])
                parts.append(part)
                result.append(part.count)
            case .array(let tensor):
                arrays.append((result.count, tensor))
                takeWhole(entry.consumedAxes)
            }
        }
        self.parts = parts
        self.shape = result
        self.arrays = arrays
    }

    /// A Python slice on an axis: bounds are clipped, a negative step walks backwards.
    private static func part(_ start: Int?, _ stop: Int?, _ step: Int, length: Int) throws(SwiftgradError) -> Slice.Part
    {
        guard step != 0 && step != .min else { throw .value("a slice step cannot be \(step)") }
        func clip(_ bound: Int) -> Int {
            let position = bound < 0 ? bound + length : bound
            return step > 0 ? min(max(position, 0), length) : min(max(position, -1), length - 1)
        }
        let first = start.map(clip) ?? (step > 0 ? 0 : length - 1)
        let end = stop.map(clip) ?? (step > 0 ? length : -1)
        let distance = step > 0 ? end - first : first - end
        let count = distance <= 0 ? 0 : (distance - 1) / abs(step) + 1
        return Slice.Part(start: first, step: step, count: count)
    }

    /// The view of `x`, with the axes of array entries left whole.
    func view(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try Tensor.apply(Slice(parts: parts), x).reshape(shape)
    }
}
