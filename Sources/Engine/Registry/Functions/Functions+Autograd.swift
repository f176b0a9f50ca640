extension EngineFunctions {
    static let autograd: [FunctionDefinition] = [
        FunctionDefinition(
            "backward", in: "_tensor", method: "backward",
            [
                .x, .tensor("gradient", default: .some(.none)),
                Parameter("retain_graph", .bool, default: .some(.none)), .bool("create_graph", false),
            ],
            doc: """
                Accumulates the gradient of x with respect to every leaf that requires it into the leaf's .grad.

                gradient weighs the elements of x and has its shape; one element needs none. The tape is freed on the way
                unless retain_graph; with create_graph the gradients can be differentiated again.
                """,
            isBlocking: true
        ) { arguments throws(SwiftgradError) in
            var retain: Bool?
            if case .bool(let flag) = try arguments.value("retain_graph") { retain = flag }
            try arguments.tensor("x").backward(
                gradient: arguments.optionalTensor("gradient"), retainGraph: retain,
                createGraph: arguments.bool("create_graph"))
            return .none
        },
        FunctionDefinition(
            "grad", in: "_autograd",
            [
                .tensors("outputs"), .tensors("inputs"), Parameter("grad_outputs", .any, default: .some(.none)),
                Parameter("retain_graph", .bool, default: .some(.none)), .bool("create_graph", false),
                .bool("allow_unused", false),
            ],
            doc: "Gradients of the sum of outputs, weighed by grad_outputs, with respect to inputs.", isBlocking: true
        ) { arguments throws(SwiftgradError) in
            var retain: Bool?
            if case .bool(let flag) = try arguments.value("retain_graph") { retain = flag }
            var seeds: [Tensor?] = []
            if case .list = try arguments.value("grad_outputs") {
                seeds = try arguments.optionalTensors("grad_outputs")
            }
            let gradients = try Tensor.gradients(
                of: arguments.tensors("outputs"), withRespectTo: arguments.tensors("inputs"), seeds: seeds,
                retainGraph: retain, createGraph: arguments.bool("create_graph"))
            let allowUnused = try arguments.bool("allow_unused")
            for (position, gradient) in gradients.enumerated() where gradient == nil && !allowUnused {
                throw .runtime(
                    "grad: input \(position) was not used to compute the outputs; pass allow_unused=True for None")
            }
            return .list(gradients.map { $0.map(Value.tensor) ?? .none })
        },
        FunctionDefinition(
            "set_grad_enabled", in: "_autograd", [.bool("flag")],
            doc: "Turns recording on or off on this thread; returns what it was."
        ) { arguments throws(SwiftgradError) in
            let previous = GradMode.isEnabled
            GradMode.isEnabled = try arguments.bool("flag")
            return .bool(previous)
        },
        FunctionDefinition(
            "is_grad_enabled", [], doc: "Whether operations of this thread are recorded for the backward pass."
        ) { _ in .bool(GradMode.isEnabled) },
        FunctionDefinition(
            "record", in: "_autograd",
            [
                Parameter("pullback", .callable), .string("name"), .tensors("inputs"), .tensors("outputs"),
                .tensors("saved"),
            ],
            doc: """
                Puts a function of the host's language on the tape.

                pullback is called with the gradients of the outputs and the saved tensors, and returns one gradient or None
                for each input. Returns the outputs as tensors on the tape.
                """
        ) { arguments throws(SwiftgradError) in
            guard let pullback = try arguments.optionalCallable("pullback") else {
                throw .type("record() needs a pullback")
            }
            let outputs = try ForeignFunction.record(
                pullback, name: arguments.string("name"), inputs: arguments.tensors("inputs"),
                outputs: arguments.tensors("outputs"), saved: arguments.tensors("saved"))
            return .list(outputs.map(Value.tensor))
        },
    ]
}
