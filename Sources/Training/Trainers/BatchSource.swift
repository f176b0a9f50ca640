import Swiftgrad

/// Where a trainer's batches come from, epoch after epoch.
enum BatchSource {
    case loader(DataLoader)
    /// Batches that are there already.
    case list([Value])
    /// A function of the host that returns the next batch, or None at the end of an epoch; the call after that begins anew.
    case foreign(any ForeignCallable)

    /// A loader, a data set or arrays (shuffled for training, in batches of 32), a list of batches, or a function.
    init(_ value: Value, isTraining: Bool) throws(SwiftgradError) {
        switch value {
        case .object(let loader as DataLoader): self = .loader(loader)
        case .object(let dataset as Dataset):
            self = .loader(try DataLoader(dataset, batchSize: 32, shuffle: isTraining))
        case .callable(let function): self = .foreign(function)
        case .list(let items):
            var arrays: [Tensor] = []
            for case .tensor(let tensor) in items { arrays.append(tensor) }
            if !arrays.isEmpty && arrays.count == items.count {
                self = .loader(try DataLoader(ArrayDataset(arrays), batchSize: 32, shuffle: isTraining))
            } else {
                self = .list(items)
            }
        default: throw .type("data must be a DataLoader, arrays or batches, got \(value.kindName)")
        }
    }

    /// Batches in an epoch, where that is known beforehand.
    var count: Int? {
        switch self {
        case .loader(let loader): loader.count
        case .list(let items): items.count
        case .foreign: nil
        }
    }

    /// Calls `body` with the batches of one epoch, until it returns false. A function of the host begins after those that
    /// are skipped by itself.
    func eachBatch(
        skipping skipped: Int = 0, _ body: ([Value]) throws(SwiftgradError) -> Bool
    ) throws(SwiftgradError) {
        switch self {
        case .loader(let loader):
            if skipped > 0 { try loader.restore(seed: loader.seed, epoch: loader.epoch, position: skipped) }
            let iterator = try loader.makeIterator()
            while let batch = try BatchSource.fetch({ () throws(SwiftgradError) in try iterator.next() }) {
                guard try body(batch.map(Value.tensor)) else { return }
            }
        case .list(let items):
            for item in items.dropFirst(skipped) {
                guard try body(BatchSource.batch(item)) else { return }
            }
        case .foreign(let function):
            while true {
                let item = try BatchSource.fetch { () throws(SwiftgradError) in try function.call([]) }
                if case .none = item { return }
                guard try body(BatchSource.batch(item)) else { return }
            }
        }
    }

    private static func fetch<Item>(
        _ body: () throws(SwiftgradError) -> Item
    ) throws(SwiftgradError) -> Item {
        try Profiler.scope(.phase, "data", phase: .data, body)
    }

    private static func batch(_ item: Value) throws(SwiftgradError) -> [Value] {
        switch item {
        case .list(let values): return values
        case .tensor: return [item]
        default: throw .type("a batch must be a tensor or a list of them, got \(item.kindName)")
        }
    }
}
