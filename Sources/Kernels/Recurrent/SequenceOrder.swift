/// Which rows of a sequence a slice of the batch visits at a step.
///
/// Items are sorted by falling length, so that those a step concerns come first in every slice, in both directions.
struct SequenceOrder {
    let steps: Int
    let batch: Int
    /// Item (step, b) is row `step * stepStride + b * itemStride`.
    let stepStride: Int
    let itemStride: Int
    /// The item at each place, and its length.
    let items: [Int]
    let lengths: [Int]
    let sliceCount: Int

    /// Two slices from 16 items on, and twice as many while each keeps 16: fewer would read W_hh too often for what they
    /// multiply it with. A power of two keeps as many threads equally busy; the cut depends on the batch alone.
    init(steps: Int, batch: Int, isBatchFirst: Bool, lengths: [Int]?) {
        self.steps = steps
        self.batch = batch
        stepStride = isBatchFirst ? 1 : batch
        itemStride = isBatchFirst ? steps : 1
        var items = Array(0..<batch)
        if let lengths { items.sort { (lengths[$0], $1) > (lengths[$1], $0) } }
        self.items = items
        self.lengths = items.map { lengths?[$0] ?? steps }
        var count = 1
        while count < 64 && batch / (2 * count) >= (count == 1 ? 8 : 16) { count *= 2 }
        sliceCount = count
    }

    /// The places of a slice.
    func places(_ slice: Int) -> Range<Int> { slice * batch / sliceCount..<(slice + 1) * batch / sliceCount }

    var largestSlice: Int { (batch + sliceCount - 1) / sliceCount }

    func row(_ step: Int, _ place: Int) -> Int { step &* stepStride &+ items[place] &* itemStride }

    /// How many of the first places are longer than `step`.
    func active(_ step: Int, _ places: Range<Int>) -> Int {
        var count = places.count
        while count > 0 && lengths[places.lowerBound + count - 1] <= step { count -= 1 }
        return count
    }
}
