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
            ]
        ) { _ throws(SwiftgradError) in throw .type("Dataset is the base of data sets; make one of them") },
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
                dropLast: arguments.bool("drop_last"))
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
        .on(DataLoader.self, "iter", doc: "The batches of the next epoch.") { loader, _ in
            .object(loader.makeIterator())
        },
        .on(DataLoader.self, "batch_size", doc: "Samples in a batch.", isProperty: true) { loader, _ in
            .int(loader.batchSize)
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
}
