import SwiftgradKernels

/// What has arrived so far at an output of a node that waits for its turn.
///
/// The gradient of a slice is zeros but for one window. Windows are kept as they come and put together when the node's turn
/// is there: the query, key and value of one projection are then copied once, instead of three arrays of zeros being made
/// and added.
struct PendingGradient {
    private var whole: Tensor?
    private var windows: [(parts: [Slice.Part], gradient: Tensor)] = []

    mutating func add(_ gradient: Tensor) throws(SwiftgradError) { whole = try BackwardPass.sum(whole, gradient) }

    /// `gradient` belongs at a slice of zeros.
    mutating func add(_ gradient: Tensor, at parts: [Slice.Part]) { windows.append((parts, gradient)) }

    /// The sum of all that arrived, of the shape `shape`; nil of nothing.
    func total(_ shape: [Int]) throws(SwiftgradError) -> Tensor? {
        guard let first = windows.first else { return whole }
        let sum = try Tensor(uninitialised: shape, first.gradient.dtype)
        let tiles = windowsTile(shape)
        if !tiles { sum.fill(0) }
        for (position, window) in windows.enumerated() {
            guard let layout = Slice(parts: window.parts).layout(sum, shape: window.gradient.shape) else { continue }
            let target = Tensor(
                storage: sum.storage, shape: window.gradient.shape, strides: layout.strides, offset: layout.offset,
                dtype: sum.dtype)
            if tiles || position == 0 {
                window.gradient.copyElements(to: target)
            } else {
                try target.accumulate(window.gradient)
            }
        }
        if let whole { try sum.accumulate(whole) }
        return sum
    }

    /// Whether each element lies in just one window: all are whole but along one axis, where they follow each other.
    private func windowsTile(_ shape: [Int]) -> Bool {
        let axes = shape.indices.filter { axis in
            windows.contains { $0.parts[axis] != Slice.Part(start: 0, step: 1, count: shape[axis]) }
        }
        guard axes.count <= 1 else { return false }
        guard let axis = axes.first else { return windows.count == 1 }
        var end = 0
        for part in windows.map({ $0.parts[axis] }).sorted(by: { $0.start < $1.start }) {
            guard part.start == end && (part.step == 1 || part.count == 1) else { return false }
            end += part.count
        }
        return end == shape[axis]
    }
}

extension Tensor {
    /// `self += other`, off the tape, in memory that nobody else sees; both have the same shape and type.
    fileprivate func accumulate(_ other: Tensor) throws(SwiftgradError) {
        guard let kernel = Add.kernels[dtype] else { return }
        try Denormals.flushed { () throws(SwiftgradError) in
            withExtendedLifetime(other) { Pointwise.run(kernel, [self, other], self) }
        }
    }
}
