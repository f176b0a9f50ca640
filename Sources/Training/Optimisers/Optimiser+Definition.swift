import Swiftgrad

extension Optimiser {
    /// The entry of an optimiser in the registry: `params`, then its hyperparameters.
    static func definition(_ type: Optimiser.Type, doc: String) -> ClassDefinition {
        let hyperparameters = type.hyperparameters
        return ClassDefinition(
            type, name: String(describing: type), in: "optim", base: Optimiser.self,
            [Parameter("params", .any)] + hyperparameters, doc: doc
        ) { arguments throws(SwiftgradError) in
            try type.init(arguments.value("params"), defaults: Hyperparameters(hyperparameters, from: arguments))
        }
    }
}

extension Parameter {
    /// Decay rates of the running means of the gradient and of its square.
    static let betas = Parameter("betas", .any, default: .floats([0.9, 0.999]))
    /// Ascend instead of descend.
    static let maximize = Parameter.bool("maximize", false).keywordOnly
}

extension TrainingClasses {
    static let optimisers: [ClassDefinition] = [
        ClassDefinition(
            Optimiser.self, name: "Optimizer", in: "optim", [],
            doc: "Base of all optimisers: groups of parameters, each with hyperparameters of its own.",
            methods: optimiserMethods
        ) { _ throws(SwiftgradError) in throw .type("Optimizer is the base of optimisers; make one of them") },
        SGD.definition, Adam.definition, AdamW.decoupledDefinition, NAdam.definition, RAdam.definition,
        RMSprop.definition,
        Adagrad.definition, Adadelta.definition, Lion.definition, Muon.definition,
    ]

    private static let optimiserMethods: [MethodDefinition] = [
        .on(Optimiser.self, "step", doc: "Changes every parameter that has a gradient.", isBlocking: true) {
            optimiser, _ throws(SwiftgradError) in
            try optimiser.step()
            return .none
        },
        .on(
            Optimiser.self, "zero_grad", [.bool("set_to_none", true)],
            doc: "Lets go of the gradients of all parameters, or fills them with zeros."
        ) { optimiser, arguments throws(SwiftgradError) in
            try optimiser.zeroGrad(setToNone: arguments.bool("set_to_none"))
            return .none
        },
        .on(
            Optimiser.self, "add_param_group", [Parameter("param_group", .any)],
            doc: "Adds the parameters of a dict with 'params' and the hyperparameters that differ from the defaults."
        ) { optimiser, arguments throws(SwiftgradError) in
            try optimiser.addGroup(arguments.value("param_group"))
            return .none
        },
        .on(
            Optimiser.self, "param_groups", doc: "The parameter groups: 'params' and the hyperparameters of each.",
            isProperty: true
        ) { optimiser, _ in optimiser.describeGroups { _, entry in .tensor(entry.parameter) } },
        .on(
            Optimiser.self, "set_hyperparameter",
            [.string("name"), Parameter("value", .any), Parameter("group", .int, default: .some(.none))],
            doc: "Changes one hyperparameter of one parameter group, or of all."
        ) { optimiser, arguments throws(SwiftgradError) in
            try optimiser.set(
                arguments.string("name"), arguments.value("value"), group: arguments.optionalInt("group"))
            return .none
        },
        .on(
            Optimiser.self, "state_dict", doc: "The state of every parameter by number, and the hyperparameters."
        ) { optimiser, _ in optimiser.stateDict },
        .on(
            Optimiser.self, "load_state_dict", [Parameter("state_dict", .any)],
            doc: "Restores what state_dict gave, for the same parameters in the same order."
        ) { optimiser, arguments throws(SwiftgradError) in
            try optimiser.loadStateDict(arguments.value("state_dict"))
            return .none
        },
    ]
}
