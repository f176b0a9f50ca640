/// One axis of a reduction: its length, the input's stride, and how far a step moves in the output (a kept axis, in
/// elements) or in the flattened reduced position (a reduced axis).
struct ReductionAxis {
    var count: Int
    var stride: Int
    var step: Int
}

/// The axes of a reduction, neighbours merged where memory allows, with one inner axis of each kind for the kernel.
///
/// The inner reduced axis is the one with the smallest stride. The inner kept axis is the contiguous one if the input
/// runs along it, so that the kernel adds whole rows, and otherwise the one with the smallest stride.
struct ReductionLayout {
    private(set) var outerKept: [ReductionAxis]
    private(set) var innerKept: ReductionAxis
    private(set) var outerReduced: [ReductionAxis]
    private(set) var innerReduced: ReductionAxis
    let keptCount: Int
    let reducedCount: Int

    init(keptShape: [Int], keptStrides: [Int], reducedShape: [Int], reducedStrides: [Int]) {
        keptCount = keptShape.reduce(1, &*)
        reducedCount = reducedShape.reduce(1, &*)
        outerKept = ReductionLayout.merged(keptShape, keptStrides)
        // Of nothing there is nothing to walk, however long the other axes are.
        outerReduced =
            reducedCount == 0 ? ReductionLayout.merged([0], [1]) : ReductionLayout.merged(reducedShape, reducedStrides)
        innerKept = ReductionLayout.removeInnermost(&outerKept)
        innerReduced = ReductionLayout.removeInnermost(&outerReduced)
    }

    private static func merged(_ shape: [Int], _ strides: [Int]) -> [ReductionAxis] {
        var axes: [ReductionAxis] = []
        var step = 1
        for (count, stride) in zip(shape, strides).reversed() where count != 1 {
            if let last = axes.last, last.stride &* last.count == stride {
                axes[axes.count - 1].count = last.count &* count
            } else {
                axes.append(ReductionAxis(count: count, stride: stride, step: step))
            }
            step = step &* count
        }
        return axes
    }

    private static func removeInnermost(_ axes: inout [ReductionAxis]) -> ReductionAxis {
        guard let inner = axes.indices.min(by: { axes[$0].stride.magnitude < axes[$1].stride.magnitude }) else {
            return ReductionAxis(count: 1, stride: 0, step: 1)
        }
        return axes.remove(at: inner)
    }
}

/// Walks the positions of several axes in order of one flat index.
struct AxisWalk {
    private let axes: [ReductionAxis]
    let count: Int

    init(_ axes: [ReductionAxis]) {
        self.axes = axes
        count = axes.reduce(1) { $0 &* $1.count }
    }

    /// Where the flat index lies: offset in the input, and in the output or the reduced position.
    func position(_ flat: Int) -> (offset: Int, step: Int) {
        if axes.count == 1 { return (flat &* axes[0].stride, flat &* axes[0].step) }
        var rest = flat
        var offset = 0
        var step = 0
        for axis in axes {
            let (quotient, index) = rest.quotientAndRemainder(dividingBy: axis.count)
            offset = offset &+ index &* axis.stride
            step = step &+ index &* axis.step
            rest = quotient
        }
        return (offset, step)
    }
}
