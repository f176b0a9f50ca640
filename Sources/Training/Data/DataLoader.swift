import Swiftgrad
import SwiftgradKernels

/// Batches of a data set, epoch after epoch. The order depends on the seed and the number of the epoch only.
public final class DataLoader: ManagedObject {
    public let dataset: Dataset
    public let batchSize: Int
    public let shuffles: Bool
    public let dropsLast: Bool
    public let sampler: Sampler?
    public let augmentation: Augmentation?
    public private(set) var seed: UInt64
    /// The epoch that is running, or comes next; from 0.
    public internal(set) var epoch = 0
    /// Batches of that epoch that have been handed out.
    public internal(set) var position = 0

    public init(
        _ dataset: Dataset, batchSize: Int = 1, shuffle: Bool = false, seed: UInt64? = nil, dropLast: Bool = false,
        sampler: Sampler? = nil, augmentation: Augmentation? = nil
    ) throws(SwiftgradError) {
        guard batchSize >= 1 else { throw .value("DataLoader: batch_size must be at least 1, got \(batchSize)") }
        if let sampler {
            guard !shuffle else { throw .value("DataLoader: a sampler has an order of its own; leave shuffle out") }
            guard sampler.highest < dataset.count else {
                throw .value(
                    "DataLoader: the sampler is made for \(sampler.highest + 1) samples, there are \(dataset.count)")
            }
        }
        self.dataset = dataset
        self.batchSize = batchSize
        shuffles = shuffle
        dropsLast = dropLast
        self.sampler = sampler
        self.augmentation = augmentation
        self.seed = seed ?? Generator.shared.reserve(1).drawnKey
        super.init()
    }

    /// Batches in an epoch.
    public var count: Int {
        sampleCount / batchSize + (dropsLast || sampleCount % batchSize == 0 ? 0 : 1)
    }

    /// Samples in an epoch.
    var sampleCount: Int { sampler?.count ?? dataset.count }

    /// The random numbers of the samples from a place of an epoch on.
    public func draw(epoch: Int, first: Int) -> AugmentationDraw {
        AugmentationDraw(key: AugmentationDraw.mixed(~Sampler.state(seed: seed, epoch: epoch).key), first: first)
    }

    /// The batches of the epoch, from the position that `restore` set, else from the first.
    public func makeIterator() throws(SwiftgradError) -> LoaderIterator {
        if isRestored { isRestored = false } else if position > 0 { begin(epoch: epoch + 1) }
        return try LoaderIterator(self)
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

    init(_ loader: DataLoader) throws(SwiftgradError) {
        self.loader = loader
        epoch = loader.epoch
        position = loader.position
        let state = Sampler.state(seed: loader.seed, epoch: loader.epoch)
        if let sampler = loader.sampler {
            order = try sampler.order(state)
        } else {
            order = loader.shuffles ? Sampler.permutation(loader.dataset.count, state) : nil
        }
        super.init()
    }

    /// The next batch; nil at the end of the epoch.
    public func next() throws(SwiftgradError) -> [Tensor]? {
        guard position < loader.count else {
            if loader.epoch == epoch { loader.begin(epoch: epoch + 1) }
            return nil
        }
        let start = position * loader.batchSize
        let range = start..<min(loader.batchSize, loader.sampleCount - start) + start
        var batch: [Tensor]
        if let order {
            batch = try loader.dataset.batch(Array(order[range]))
        } else {
            batch = try loader.dataset.batch(range)
        }
        if let augmentation = loader.augmentation {
            batch = try augmentation.apply(batch, loader.draw(epoch: epoch, first: start))
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
