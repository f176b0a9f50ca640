import Swiftgrad

extension TrainingClasses {
    private static let namespace = "optim.lr_scheduler"
    private static let optimizer = Parameter("optimizer", .object)

    static let schedules: [ClassDefinition] =
        [
            ClassDefinition(
                Schedule.self, name: "LRScheduler", in: namespace, [optimizer],
                doc: "Base of all schedules of learning rates; call step() after the optimiser's.", methods: methods
            ) { arguments throws(SwiftgradError) in try Schedule(arguments.object("optimizer", as: Optimiser.self)) }
        ] + factors + cosines + composites + averaging

    private static func schedule(
        _ type: Schedule.Type, in namespace: String = namespace, _ parameters: [Parameter], doc: String,
        methods: [MethodDefinition] = [],
        make: @escaping @Sendable (Optimiser, Arguments) throws(SwiftgradError) -> Schedule
    ) -> ClassDefinition {
        ClassDefinition(
            type, name: String(describing: type), in: namespace, base: Schedule.self, [optimizer] + parameters,
            doc: doc, methods: methods
        ) { arguments throws(SwiftgradError) in
            try make(arguments.object("optimizer", as: Optimiser.self), arguments)
        }
    }

    private static let methods: [MethodDefinition] = [
        .on(Schedule.self, "step", doc: "Sets the learning rates of the next step.") {
            schedule, _ throws(SwiftgradError) in
            try schedule.step()
            return .none
        },
        .on(
            Schedule.self, "set_rates", [Parameter("rates", .any)], doc: "Sets the learning rates, one a group."
        ) { schedule, arguments throws(SwiftgradError) in
            try schedule.set(arguments.doubles("rates"))
            return .none
        },
        .on(Schedule.self, "set_last_epoch", [.int("epoch")], doc: "Sets the count of steps.") {
            schedule, arguments throws(SwiftgradError) in
            let epoch = try arguments.int("epoch")
            guard Schedule.counts.contains(epoch) else {
                throw .value("\(schedule.className): last_epoch must be a count of steps or -1, got \(epoch)")
            }
            schedule.lastEpoch = epoch
            return .none
        },
        .on(Schedule.self, "get_last_lr", doc: "The learning rates that were set last, one a group.") { schedule, _ in
            .list(schedule.lastRates.map(Value.double))
        },
        .on(Schedule.self, "last_epoch", doc: "Steps taken.", isProperty: true) { schedule, _ in
            .int(schedule.lastEpoch)
        },
        .on(
            Schedule.self, "base_lrs", doc: "The learning rates before any schedule, one a group.", isProperty: true
        ) { schedule, _ throws(SwiftgradError) in
            var rates: [Value] = []
            for position in schedule.optimiser.groups.indices { rates.append(.double(try schedule.base(position))) }
            return .list(rates)
        },
        .on(Schedule.self, "state_dict", doc: "What the schedule needs to go on.") { schedule, _ in
            .map(schedule.stateDict)
        },
        .on(
            Schedule.self, "load_state_dict", [Parameter("state_dict", .any)],
            doc: "Restores what state_dict gave; the rates themselves are in the optimiser's state."
        ) { schedule, arguments throws(SwiftgradError) in
            guard case .map(let state) = try arguments.value("state_dict") else {
                throw .type("load_state_dict() takes a dict")
            }
            try schedule.loadStateDict(state)
            return .none
        },
    ]

    private static let factors: [ClassDefinition] = [
        schedule(
            StepLR.self, [.int("step_size"), .float("gamma", 0.1)], doc: "The rate times gamma every step_size steps."
        ) { optimiser, arguments throws(SwiftgradError) in
            try StepLR(optimiser, stepSize: arguments.int("step_size"), gamma: arguments.double("gamma"))
        },
        schedule(
            MultiStepLR.self, [.ints("milestones"), .float("gamma", 0.1)],
            doc: "The rate times gamma at each milestone."
        ) { optimiser, arguments throws(SwiftgradError) in
            try MultiStepLR(optimiser, milestones: arguments.ints("milestones"), gamma: arguments.double("gamma"))
        },
        schedule(ExponentialLR.self, [.float("gamma")], doc: "The rate times gamma at each step.") {
            optimiser, arguments throws(SwiftgradError) in
            try ExponentialLR(optimiser, gamma: arguments.double("gamma"))
        },
        schedule(
            ConstantLR.self, [.float("factor", 1.0 / 3), .int("total_iters", 5)],
            doc: "The rate times factor for the first total_iters steps."
        ) { optimiser, arguments throws(SwiftgradError) in
            try ConstantLR(optimiser, factor: arguments.double("factor"), steps: arguments.int("total_iters"))
        },
        schedule(
            LinearLR.self, [.float("start_factor", 1.0 / 3), .float("end_factor", 1), .int("total_iters", 5)],
            doc:
                "A linear warm-up: the rate times a factor that moves from start_factor to end_factor in total_iters steps."
        ) { optimiser, arguments throws(SwiftgradError) in
            try LinearLR(
                optimiser, start: arguments.double("start_factor"), end: arguments.double("end_factor"),
                steps: arguments.int("total_iters"))
        },
        schedule(
            LambdaLR.self, [Parameter("lr_lambda", .any)],
            doc: "The rate before any schedule times lr_lambda(step); one function, or a list of one a group."
        ) { optimiser, arguments throws(SwiftgradError) in try LambdaLR(optimiser, arguments.callables("lr_lambda")) },
        schedule(
            MultiplicativeLR.self, [Parameter("lr_lambda", .any)],
            doc: "The rate times lr_lambda(step) at each step but the first; one function, or a list of one a group."
        ) { optimiser, arguments throws(SwiftgradError) in
            try MultiplicativeLR(optimiser, arguments.callables("lr_lambda"))
        },
        schedule(
            PolynomialLR.self, [.int("total_iters", 5), .float("power", 1)],
            doc: "The rate times (1 - t / total_iters)^power, 0 from total_iters on."
        ) { optimiser, arguments throws(SwiftgradError) in
            try PolynomialLR(optimiser, steps: arguments.int("total_iters"), power: arguments.double("power"))
        },
    ]

    private static let cosines: [ClassDefinition] = [
        schedule(
            CosineAnnealingLR.self, [.int("T_max"), .float("eta_min", 0)],
            doc: "Half a cosine from the rate down to eta_min in T_max steps, and up again (arXiv:1608.03983)."
        ) { optimiser, arguments throws(SwiftgradError) in
            try CosineAnnealingLR(optimiser, period: arguments.int("T_max"), minimum: arguments.double("eta_min"))
        },
        schedule(
            CosineAnnealingWarmRestarts.self, [.int("T_0"), .int("T_mult", 1), .float("eta_min", 0)],
            doc:
                "Half a cosine in T_0 steps, then again from the top, each time T_mult times as long (arXiv:1608.03983)."
        ) { optimiser, arguments throws(SwiftgradError) in
            try CosineAnnealingWarmRestarts(
                optimiser, period: arguments.int("T_0"), growth: arguments.int("T_mult"),
                minimum: arguments.double("eta_min"))
        },
        schedule(
            OneCycleLR.self,
            [
                Parameter("max_lr", .any), Parameter("total_steps", .int, default: .some(.none)),
                Parameter("epochs", .int, default: .some(.none)),
                Parameter("steps_per_epoch", .int, default: .some(.none)), .float("pct_start", 0.3),
                .string("anneal_strategy", "cos"), .bool("cycle_momentum", true), .float("base_momentum", 0.85),
                .float("max_momentum", 0.95), .float("div_factor", 25), .float("final_div_factor", 1e4),
                .bool("three_phase", false),
            ],
            doc: """
                One cycle of total_steps (or epochs * steps_per_epoch) steps (arXiv:1708.07120).

                The rate rises from max_lr / div_factor to max_lr in the first pct_start of the steps and falls to the first
                rate / final_div_factor; momentum, or betas[0], moves the other way.
                """
        ) { optimiser, arguments throws(SwiftgradError) in
            var shape = OneCycleLR.Shape()
            shape.rise = try arguments.double("pct_start")
            switch try arguments.string("anneal_strategy") {
            case "cos": shape.isCosine = true
            case "linear": shape.isCosine = false
            case let other: throw .value("OneCycleLR: anneal_strategy must be 'cos' or 'linear', got '\(other)'")
            }
            let momentum = (low: try arguments.double("base_momentum"), high: try arguments.double("max_momentum"))
            shape.momentum = try arguments.bool("cycle_momentum") ? momentum : nil
            shape.divisor = try arguments.double("div_factor")
            shape.finalDivisor = try arguments.double("final_div_factor")
            shape.hasThreePhases = try arguments.bool("three_phase")
            return try OneCycleLR(
                optimiser, maximum: arguments.doubles("max_lr"), steps: OneCycleLR.steps(arguments), shape: shape)
        },
    ]

    private static let composites: [ClassDefinition] = [
        schedule(
            SequentialLR.self, [Parameter("schedulers", .any), .ints("milestones")],
            doc: "One schedule after another, each from its milestone on: a warm-up and then a decay."
        ) { optimiser, arguments throws(SwiftgradError) in
            try SequentialLR(optimiser, arguments.schedules(), milestones: arguments.ints("milestones"))
        },
        ClassDefinition(
            ChainedScheduler.self, name: "ChainedScheduler", in: namespace, base: Schedule.self,
            [Parameter("schedulers", .any)],
            doc: "Several schedules at once: each changes the rates that the one before it left."
        ) { arguments throws(SwiftgradError) in try ChainedScheduler(arguments.schedules()) },
        schedule(
            ReduceLROnPlateau.self,
            [
                .string("mode", "min"), .float("factor", 0.1), .int("patience", 10), .float("threshold", 1e-4),
                .string("threshold_mode", "rel"), .int("cooldown", 0), Parameter("min_lr", .any, default: .float(0)),
                .float("eps", 1e-8),
            ],
            doc: """
                The rate times factor once a value has not improved for more than patience steps: step(value).

                Improving means being below (mode 'min') or above ('max') the best so far by threshold, which is a part of it
                ('rel') or a difference ('abs'). cooldown steps after a reduction are not counted.
                """,
            methods: [
                .on(ReduceLROnPlateau.self, "step", [.scalar("metrics")], doc: "Looks at the value of this step.") {
                    schedule, arguments throws(SwiftgradError) in
                    try schedule.step(arguments.number("metrics"))
                    return .none
                }
            ]
        ) { optimiser, arguments throws(SwiftgradError) in
            var settings = ReduceLROnPlateau.Settings()
            settings.isMaximum = try arguments.choice("mode", "min", "max")
            settings.factor = try arguments.double("factor")
            settings.patience = try arguments.int("patience")
            settings.threshold = try arguments.double("threshold")
            settings.isRelative = try arguments.choice("threshold_mode", "abs", "rel")
            settings.cooldown = try arguments.int("cooldown")
            settings.minimum = try arguments.doubles("min_lr")
            settings.epsilon = try arguments.double("eps")
            return try ReduceLROnPlateau(optimiser, settings)
        },
    ]
}

extension TrainingClasses {
    private static let averaging: [ClassDefinition] = [
        schedule(
            SWALR.self, in: "optim.swa_utils",
            [Parameter("swa_lr", .any), .int("anneal_epochs", 10), .string("anneal_strategy", "cos")],
            doc: """
                From the rate that a group has to swa_lr, one number or one a group, in anneal_epochs steps; then constant.

                anneal_strategy is 'cos' or 'linear'. For the part of a training whose weights are averaged
                (arXiv:1803.05407).
                """
        ) { optimiser, arguments throws(SwiftgradError) in
            try SWALR(
                optimiser, goal: arguments.doubles("swa_lr"), length: arguments.int("anneal_epochs"),
                isCosine: !arguments.choice("anneal_strategy", "cos", "linear"))
        }
    ]
}

extension OneCycleLR {
    fileprivate static func steps(_ arguments: Arguments) throws(SwiftgradError) -> Int {
        if let total = try arguments.optionalInt("total_steps") { return total }
        guard let epochs = try arguments.optionalInt("epochs"), let steps = try arguments.optionalInt("steps_per_epoch")
        else { throw .value("OneCycleLR: needs total_steps, or epochs and steps_per_epoch") }
        let (total, overflow) = epochs.multipliedReportingOverflow(by: steps)
        guard epochs > 0 && steps > 0 && !overflow else {
            throw .value("OneCycleLR: epochs and steps_per_epoch must be positive, got \(epochs) and \(steps)")
        }
        return total
    }
}

extension Arguments {
    /// One number, or a list of them.
    fileprivate func doubles(_ name: String) throws(SwiftgradError) -> [Double] {
        let value = try value(name)
        if let number = value.number { return [number] }
        guard case .list(let items) = value, !items.contains(where: { $0.number == nil }) else {
            throw .type(
                "\(self.name)(): argument '\(name)' must be a number or a list of numbers, got \(value.kindName)")
        }
        return items.compactMap(\.number)
    }

    /// One function, or a list of them, to be kept.
    fileprivate func callables(_ name: String) throws(SwiftgradError) -> [any ForeignCallable] {
        let value = try value(name)
        var items = [value]
        if case .list(let list) = value { items = list }
        var callables: [any ForeignCallable] = []
        for item in items {
            guard case .callable(let callable) = item else {
                throw .type(
                    "\(self.name)(): argument '\(name)' must be a function or a list of them, got \(item.kindName)")
            }
            callables.append(callable.retained())
        }
        return callables
    }

    /// A number, or a tensor of one.
    fileprivate func number(_ name: String) throws(SwiftgradError) -> Double {
        var value = try value(name)
        if case .tensor(let tensor) = value { value = try tensor.item() }
        guard let number = value.number else {
            throw .type("\(self.name)(): argument '\(name)' must be a number, got \(value.kindName)")
        }
        return number
    }

    /// Whether a string is the second of two.
    fileprivate func choice(_ name: String, _ first: String, _ second: String) throws(SwiftgradError) -> Bool {
        let text = try string(name)
        guard text == first || text == second else {
            throw .value("\(self.name): \(name) must be '\(first)' or '\(second)', got '\(text)'")
        }
        return text == second
    }

    fileprivate func schedules() throws(SwiftgradError) -> [Schedule] {
        guard case .list(let items) = try value("schedulers") else {
            throw .type("\(name)() takes a list of schedules")
        }
        var schedules: [Schedule] = []
        for item in items {
            guard case .object(let object) = item, let schedule = object as? Schedule else {
                throw .type("\(name)() takes a list of schedules, got \(item.kindName)")
            }
            schedules.append(schedule)
        }
        return schedules
    }
}
