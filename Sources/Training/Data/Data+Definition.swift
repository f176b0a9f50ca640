import Swiftgrad

extension TrainingClasses {
    static let data: [ClassDefinition] = [
        ClassDefinition(
            Dataset.self, name: "Dataset", in: "data", [], doc: "Base of all data sets: samples by number.",
            methods: [
                .on(Dataset.self, "len", doc: "Number of samples.") { dataset, _ in .int(dataset.count) },
                .on(Dataset.self, "index", [.int("position")], doc: "One sample: a row of each array, a view.") {
                    dataset, arguments throws(SwiftgradError) in
                    let position = try arguments.int("position")
                    let count = dataset.count
                    guard position >= -count && position < count else {
                        throw .index("sample \(position) is out of range for \(count) samples")
                    }
                    let row = position < 0 ? position + count : position
                    var sample: [Value] = []
                    for rows in try dataset.batch(row..<row + 1) {
                        sample.append(.tensor(try rows.reshape(Array(rows.shape.dropFirst()))))
                    }
                    return .list(sample)
                },
                .on(
                    Dataset.self, "take", [.ints("indices")],
                    doc: "A batch of the samples with these numbers: a list of arrays."
                ) { dataset, arguments throws(SwiftgradError) in
                    let numbers = try arguments.ints("indices")
                    if let wrong = numbers.first(where: { !(0..<dataset.count).contains($0) }) {
                        throw .index("sample \(wrong) is out of range for \(dataset.count) samples")
                    }
                    return .list(try dataset.batch(numbers).map(Value.tensor))
                },
            ]
        ) { _ throws(SwiftgradError) in throw .type("Dataset is the base of data sets; make one of them") },
        ClassDefinition(
            Subset.self, name: "Subset", in: "data", base: Dataset.self,
            [Parameter("dataset", .object), .ints("indices")],
            doc: "The samples of a data set with these numbers, in this order. Negative ones count from the end."
        ) { arguments throws(SwiftgradError) in
            try Subset(arguments.object("dataset", as: Dataset.self), arguments.ints("indices"))
        },
        ClassDefinition(
            Sampler.self, name: "Sampler", in: "data", [], doc: "Base of the samplers of the engine.",
            methods: [
                .on(Sampler.self, "len", doc: "Samples in an epoch.") { sampler, _ in .int(sampler.count) },
                .on(Sampler.self, "order", [.int("seed", 0), .int("epoch", 0)], doc: "The samples of an epoch.") {
                    sampler, arguments throws(SwiftgradError) in
                    let seed = UInt64(bitPattern: Int64(try arguments.int("seed")))
                    let order = try sampler.order(Sampler.state(seed: seed, epoch: arguments.int("epoch")))
                    return .list(order.map(Value.int))
                },
            ]
        ) { _ throws(SwiftgradError) in throw .type("Sampler is the base of samplers; make one of them") },
        ClassDefinition(
            WeightedSampler.self, name: "WeightedSampler", in: "data", base: Sampler.self,
            [
                Parameter("weights", .any), Parameter("num_samples", .int, default: .some(.none)),
                .bool("replacement", true),
            ],
            doc: """
                Samples drawn with probabilities proportional to their weights; num_samples an epoch, as many as weights if None.
                """
        ) { arguments throws(SwiftgradError) in
            try WeightedSampler(
                numbers(arguments, "weights"), count: arguments.optionalInt("num_samples"),
                replacement: arguments.bool("replacement"))
        },
        ClassDefinition(
            ClassBalancedSampler.self, name: "ClassBalancedSampler", in: "data", base: Sampler.self,
            [Parameter("labels", .any), Parameter("num_samples", .int, default: .some(.none))],
            doc: "Samples drawn, with replacement, so that every class comes equally often."
        ) { arguments throws(SwiftgradError) in
            try ClassBalancedSampler(
                labels: numbers(arguments, "labels").map { Int(exactly: $0) ?? -1 },
                count: arguments.optionalInt("num_samples"))
        },
        ClassDefinition(
            ArrayDataset.self, name: "ArrayDataset", in: "data", base: Dataset.self,
            [Parameter("arrays", .tensors, isVariadic: true)],
            doc: "Arrays with one sample a row: sample i is row i of each of them. Shares their memory."
        ) { arguments throws(SwiftgradError) in try ArrayDataset(arguments.tensors("arrays")) },
        ClassDefinition(
            DataLoader.self, name: "DataLoader", in: "data",
            [
                Parameter("dataset", .object), .int("batch_size", 1), .bool("shuffle", false),
                Parameter("seed", .int, default: .some(.none)), .bool("drop_last", false),
                Parameter("sampler", .object, default: .some(.none)),
                Parameter("transform", .object, default: .some(.none)),
            ],
            doc: """
                Batches of a data set, epoch after epoch, as lists of arrays.

                The order depends on seed and the number of the epoch only. Batches that are not shuffled are views.
                """,
            methods: loaderMethods
        ) { arguments throws(SwiftgradError) in
            try DataLoader(
                arguments.object("dataset", as: Dataset.self), batchSize: arguments.int("batch_size"),
                shuffle: arguments.bool("shuffle"),
                seed: arguments.optionalInt("seed").map { UInt64(bitPattern: Int64($0)) },
                dropLast: arguments.bool("drop_last"), sampler: arguments.optionalObject("sampler", as: Sampler.self),
                augmentation: arguments.optionalObject("transform", as: Augmentation.self))
        },
        ClassDefinition(
            LoaderIterator.self, name: "LoaderIterator", in: "data", [], doc: "One epoch of a loader.",
            methods: [
                .on(LoaderIterator.self, "next", doc: "The next batch; stops the iteration at the end of the epoch.") {
                    iterator, _ throws(SwiftgradError) in
                    guard let batch = try iterator.next() else {
                        throw SwiftgradError(.stopIteration, "the epoch is over")
                    }
                    return .list(batch.map(Value.tensor))
                }
            ]
        ) { _ throws(SwiftgradError) in throw .type("a LoaderIterator comes from a DataLoader") },
    ]

    private static let loaderMethods: [MethodDefinition] = [
        .on(DataLoader.self, "len", doc: "Batches in an epoch.") { loader, _ in .int(loader.count) },
        .on(DataLoader.self, "iter", doc: "The batches of the next epoch.") { loader, _ throws(SwiftgradError) in
            .object(try loader.makeIterator())
        },
        .on(DataLoader.self, "batch_size", doc: "Samples in a batch.", isProperty: true) { loader, _ in
            .int(loader.batchSize)
        },
        .on(DataLoader.self, "drop_last", doc: "Whether a last, smaller batch is left out.") { loader, _ in
            .bool(loader.dropsLast)
        },
        .on(DataLoader.self, "dataset", doc: "The data set.", isProperty: true) { loader, _ in
            .object(loader.dataset)
        },
        .on(DataLoader.self, "epoch", doc: "The epoch that is running, or comes next.", isProperty: true) { loader, _ in
            .int(loader.epoch)
        },
        .on(DataLoader.self, "state_dict", doc: "Where the loader is: seed, epoch, and batches handed out of it.") {
            loader, _ in
            .map([
                ("seed", .int(Int(Int64(bitPattern: loader.seed)))), ("epoch", .int(loader.epoch)),
                ("position", .int(loader.position)),
            ])
        },
        .on(
            DataLoader.self, "key", [.int("epoch")],
            doc: "The key of the random numbers with which the samples of an epoch are transformed."
        ) { loader, arguments throws(SwiftgradError) in
            let key = loader.draw(epoch: try arguments.int("epoch"), first: 0).key
            return .int(Int(Int64(bitPattern: key)))
        },
        .on(
            DataLoader.self, "load_state_dict", [Parameter("state_dict", .any)],
            doc: "Continues where state_dict was taken: the next iterator starts in the middle of that epoch."
        ) { loader, arguments throws(SwiftgradError) in
            guard case .map(let fields) = try arguments.value("state_dict"),
                case .int(let seed)? = fields.value("seed"),
                case .int(let epoch)? = fields.value("epoch"), case .int(let position)? = fields.value("position")
            else { throw .value("DataLoader: a state has 'seed', 'epoch' and 'position'") }
            try loader.restore(seed: UInt64(bitPattern: Int64(seed)), epoch: epoch, position: position)
            return .none
        },
    ]

    /// An array of numbers, or a list of them.
    private static func numbers(_ arguments: Arguments, _ name: String) throws(SwiftgradError) -> [Double] {
        let value = try arguments.value(name)
        switch value {
        case .tensor(let tensor) where tensor.rank == 1: return try tensor.doubles()
        case .list(let items):
            let numbers = items.compactMap(\.number)
            if numbers.count == items.count { return numbers }
        default: break
        }
        throw .type("\(arguments.name): \(name) must be an array of one axis or a list of numbers")
    }
}
