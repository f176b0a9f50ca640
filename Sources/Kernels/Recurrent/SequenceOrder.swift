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

    /// A slice for each thread, and as many again while one has more than 64 items, whose products would leave the nearer
    /// caches; where items are not equally long, more of them, which even out. No slice has less than 16 items if there are
    /// two of them: all of W_hh is read for each. An item's numbers do not depend on the cut.
    init(steps: Int, batch: Int, isBatchFirst: Bool, lengths: [Int]?) {
        self.steps = steps
        self.batch = batch
        stepStride = isBatchFirst ? 1 : batch
        itemStride = isBatchFirst ? steps : 1
        var items = Array(0..<batch)
        if let lengths { items.sort { (lengths[$0], $1) > (lengths[$1], $0) } }
        self.items = items
        self.lengths = items.map { lengths?[$0] ?? steps }
        let most = batch < 32 ? (batch < 16 ? 1 : 2) : batch / 16
        if let shortest = self.lengths.last, shortest < self.lengths[0] {
            sliceCount = min(most, 64)
        } else {
            let threads = ThreadPool.threadsOfNextRegion
            sliceCount = min(most, max((batch - 1) / 64 / threads + 1, 1) * threads)
        }
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
