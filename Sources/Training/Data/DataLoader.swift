import Swiftgrad
import SwiftgradKernels

/// Batches of a data set, epoch after epoch. The order depends on the seed and the number of the epoch only.
public final class DataLoader: ManagedObject {
    public let dataset: Dataset
    public let batchSize: Int
    public let shuffles: Bool
    public let dropsLast: Bool
    public private(set) var seed: UInt64
    /// The epoch that is running, or comes next; from 0.
    public internal(set) var epoch = 0
    /// Batches of that epoch that have been handed out.
    public internal(set) var position = 0

    public init(
        _ dataset: Dataset, batchSize: Int = 1, shuffle: Bool = false, seed: UInt64? = nil, dropLast: Bool = false
    ) throws(SwiftgradError) {
        guard batchSize >= 1 else { throw .value("DataLoader: batch_size must be at least 1, got \(batchSize)") }
        self.dataset = dataset
        self.batchSize = batchSize
        shuffles = shuffle
        dropsLast = dropLast
        self.seed = seed ?? Generator.shared.reserve(1).drawnKey
        super.init()
    }

    /// Batches in an epoch.
    public var count: Int {
        dropsLast ? dataset.count / batchSize : dataset.count / batchSize + (dataset.count % batchSize > 0 ? 1 : 0)
    }

    /// The batches of the epoch, from the position that `restore` set, else from the first.
    public func makeIterator() -> LoaderIterator {
        if isRestored { isRestored = false } else if position > 0 { begin(epoch: epoch + 1) }
        return LoaderIterator(self)
    }

    private var isRestored = false

    /// Continues at a place that `epoch` and `position` gave earlier.
    public func restore(seed: UInt64, epoch: Int, position: Int) throws(SwiftgradError) {
        guard epoch >= 0 && epoch < Int.max / 2 && position >= 0 && position <= count else {
            throw .value("DataLoader: there is no batch \(position) of epoch \(epoch), an epoch has \(count)")
        }
        self.seed = seed
        begin(epoch: epoch)
        self.position = position
        isRestored = true
    }

    func begin(epoch: Int) {
        self.epoch = epoch
        position = 0
    }
}

/// One epoch of a loader.
public final class LoaderIterator: ManagedObject {
    private let loader: DataLoader
    private let epoch: Int
    private let order: [Int]?
    private var position: Int

    init(_ loader: DataLoader) {
        self.loader = loader
        epoch = loader.epoch
        position = loader.position
        order =
            loader.shuffles
            ? LoaderIterator.order(loader.dataset.count, seed: loader.seed, epoch: loader.epoch) : nil
        super.init()
    }

    /// A random order of `0..<count`; each epoch has its own key of the generator.
    private static func order(_ count: Int, seed: UInt64, epoch: Int) -> [Int] {
        let key = seed &+ UInt64(truncatingIfNeeded: epoch) &* 0x9E37_79B9_7F4A_7C15
        return [Int](unsafeUninitializedCapacity: count) { buffer, initialised in
            buffer.withMemoryRebound(to: Int64.self) { numbers in
                if let numbers = numbers.baseAddress { RandomFill.permutation(count, numbers, RandomState(key: key)) }
            }
            initialised = count
        }
    }

    /// The next batch; nil at the end of the epoch.
    public func next() throws(SwiftgradError) -> [Tensor]? {
        guard position < loader.count else {
            if loader.epoch == epoch { loader.begin(epoch: epoch + 1) }
            return nil
        }
        let start = position * loader.batchSize
        let range = start..<min(loader.batchSize, loader.dataset.count - start) + start
        let batch: [Tensor]
        if let order {
            batch = try loader.dataset.batch(Array(order[range]))
        } else {
            batch = try loader.dataset.batch(range)
        }
        position += 1
        if loader.epoch == epoch { loader.position = position }
        return batch
    }
}

extension RandomState {
    /// A seed for another stream, from this place of the stream.
    fileprivate var drawnKey: UInt64 {
        var word: [Int64] = [0]
        RandomFill.integers(1, &word, low: 0, high: .max, self)
        return UInt64(bitPattern: word[0])
    }
}
