import Swiftgrad
import SwiftgradNN

extension TrainingClasses {
    static let trainers: [ClassDefinition] = [
        History.definition,
        ClassDefinition(
            Trainer.self, name: "Trainer", in: "train",
            [
                Parameter("model", .object), Parameter("optimizer", .object), Parameter("loss", .any),
                Parameter("metrics", .any, default: .some(.none)),
            ] + UpdateSettings.parameters(),
            doc: """
                Trains a model to map inputs to targets.

                loss is a loss of nn or a function of output and target that returns one number as a tensor; metrics lists
                "accuracy" and functions of output and target, or maps names to functions.

                \(UpdateSettings.documentation)
                """,
            methods: trainerMethods
        ) { arguments throws(SwiftgradError) in
            try Trainer(
                arguments.object("model", as: Module.self), arguments.object("optimizer", as: Optimiser.self),
                loss: arguments.value("loss"), metrics: arguments.value("metrics"),
                updates: UpdateSettings(arguments))
        },
        GANTrainer.definition,
        AutoencoderTrainer.definition,
        VAETrainer.definition,
        DiffusionTrainer.definition,
        LanguageModelTrainer.definition,
        Seq2SeqTrainer.definition,
    ]

    private static let trainerMethods: [MethodDefinition] = [
        .on(
            Trainer.self, "fit",
            [
                Parameter("data", .any), .int("epochs", 1), Parameter("validation", .any, default: .some(.none)),
                .int("first_epoch", 1), Parameter("observers", .any, default: .some(.none)),
                Parameter("schedules", .any, default: .some(.none)), Parameter("start", .any, default: .some(.none)),
                .int("first_update", 0),
            ],
            doc: """
                Trains for a number of passes over the data and returns a History.

                data is a DataLoader, arrays (the target last; shuffled batches of 32), a list of batches, or a function that
                returns the next batch and None at the end of an epoch. observers are lists of a function, the moment it is
                called at ("batch_begin", "batch_end", "validation_begin", "validation_end", "epoch_end"), and for batch_end the numbers of
                updates and of seconds between two calls, 0 for never; it is called with the epoch, the batch, the number of
                batches and the means so far, and ends training there by returning True. schedules of learning rates are stepped
                after each update. first_epoch, first_update and start (a position of a history) are where training goes on.
                """,
            isBlocking: true
        ) { trainer, arguments throws(SwiftgradError) in
            .object(
                try trainer.fit(
                    arguments.value("data"), epochs: arguments.int("epochs"), validation: arguments.value("validation"),
                    firstEpoch: arguments.int("first_epoch"), callbacks: LoopCallbacks.read(arguments),
                    start: arguments.value("start"), firstUpdate: arguments.int("first_update")))
        },
        .on(
            Trainer.self, "step", [Parameter("batch", .any, isVariadic: true)],
            doc: "One update from one batch, given as one list or as its arrays: its losses and metrics by name.",
            isBlocking: true
        ) { trainer, arguments throws(SwiftgradError) in
            guard case .list(let batch) = try arguments.value("batch") else {
                throw .type("step() takes the arrays of a batch")
            }
            return .means(try trainer.step(batch))
        },
        .on(
            Trainer.self, "evaluate", [Parameter("data", .any)],
            doc: "Losses and metrics over all batches, in evaluation mode, without an update.", isBlocking: true
        ) { trainer, arguments throws(SwiftgradError) in
            .means(try trainer.evaluate(arguments.value("data")))
        },
        .on(
            Trainer.self, "predict", [Parameter("data", .any)],
            doc: "The model's outputs for a tensor of samples or all batches of a loader, in evaluation mode.",
            isBlocking: true
        ) { trainer, arguments throws(SwiftgradError) in .tensor(try trainer.predict(arguments.value("data"))) },
        Trainer.network("model"), Trainer.optimiser(),
        .on(Trainer.self, "networks", doc: "The networks by name.", isProperty: true) { trainer, _ in
            .map(trainer.training.networks.map { (key: $0.name, value: .object($0.module)) })
        },
        .on(Trainer.self, "optimizers", doc: "The optimisers by name.", isProperty: true) { trainer, _ in
            .map(trainer.training.optimisers.map { (key: $0.name, value: .object($0.optimiser)) })
        },
        .on(
            Trainer.self, "step_state",
            doc:
                "What a checkpoint keeps beside networks and optimisers: averages of weights, waiting gradients, counts."
        ) { trainer, _ in .map(trainer.training.ownState) },
        .on(
            Trainer.self, "load_step_state", [Parameter("state", .any)], doc: "Restores what step_state gave."
        ) { trainer, arguments throws(SwiftgradError) in
            guard case .map(let state) = try arguments.value("state") else {
                throw .type("load_step_state() takes what step_state() gave")
            }
            try trainer.training.restore(state)
            return .none
        },
        .on(
            Trainer.self, "history", doc: "What the last fit reported, also when it ended with an error.",
            isProperty: true
        ) { trainer, _ in .object(trainer.history) },
    ]
}

extension Value {
    static func means(_ means: [(name: String, value: Double)]) -> Value {
        .map(means.map { (key: $0.name, value: .double($0.value)) })
    }
}
