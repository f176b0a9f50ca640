import Swiftgrad

extension NNClasses {
    /// The base of all layers. Made by the host, it is a module whose forward the host computes.
    static let module = ClassDefinition(
        ForeignModule.self, name: "Module", in: "nn", [Parameter.string("class_name", "Module").keywordOnly],
        doc: """
            Base of all layers and models: a tree of parameters, buffers and child modules.

            Subclass it, assign parameters and modules to attributes, and write forward().
            """,
        methods: members + inspection + state + patterns
    ) { arguments throws(SwiftgradError) in ForeignModule(className: try arguments.string("class_name")) }

    private static let members: [MethodDefinition] = [
        .on(Module.self, "set_child", [.string("name"), Parameter("module", .object)], doc: "Sets a child module.") {
            module, arguments throws(SwiftgradError) in
            try module.setChild(arguments.string("name"), arguments.object("module", as: Module.self))
            return .none
        },
        .on(
            Module.self, "set_parameter", [.string("name"), .tensor("tensor", default: .some(.none))],
            doc: "Sets a parameter, or None in its place."
        ) { module, arguments throws(SwiftgradError) in
            try module.setParameter(arguments.string("name"), arguments.optionalTensor("tensor"))
            return .none
        },
        .on(
            Module.self, "set_buffer",
            [.string("name"), .tensor("tensor", default: .some(.none)), .bool("persistent", true)],
            doc: "Sets a tensor that is part of the state without being trained; in the state dict if persistent."
        ) { module, arguments throws(SwiftgradError) in
            try module.setBuffer(
                arguments.string("name"), arguments.optionalTensor("tensor"),
                isPersistent: arguments.bool("persistent"))
            return .none
        },
        .on(Module.self, "get", [.string("name")], doc: "The parameter, buffer or child of that name.") {
            module, arguments throws(SwiftgradError) in
            let name = try arguments.string("name")
            switch module.member(name) {
            case .parameter(let tensor), .buffer(let tensor): return tensor.map(Value.tensor) ?? .none
            case .child(let child): return .object(child)
            case nil:
                if let list = module.parametrization(of: name) { return .tensor(try list.value()) }
                throw .init(.attribute, "'\(module.className)' object has no attribute '\(name)'")
            }
        },
        .on(Module.self, "delete", [.string("name")], doc: "Removes the parameter, buffer or child of that name.") {
            module, arguments throws(SwiftgradError) in
            try module.removeMember(arguments.string("name"))
            return .none
        },
    ]

    private static let inspection: [MethodDefinition] = [
        .on(
            Module.self, "call", [Parameter("arguments", .any, isVariadic: true)],
            doc: "Computes; an error says which layer it came from.", isBlocking: true
        ) { module, arguments throws(SwiftgradError) in
            guard case .list(let values) = try arguments.value("arguments") else {
                throw .type("call() takes a list of arguments")
            }
            return try module.compute(values)
        },
        .on(
            Module.self, "call_named", [Parameter("arguments", .any), Parameter("named", .any)],
            doc: "Computes from a list of arguments and a dict of those given by name.", isBlocking: true
        ) { module, arguments throws(SwiftgradError) in
            guard case .list(let values) = try arguments.value("arguments"),
                case .map(let named) = try arguments.value("named")
            else { throw .type("call_named() takes a list and a dict") }
            return try module.compute(values, named: named)
        },
        .on(
            Module.self, "begin_profile",
            doc: "Opens the module's scope in a running profile; returns its number, or None."
        ) { module, _ in module.beginProfile().map(Value.int) ?? .none },
        .on(
            Module.self, "set_host_call", [.bool("flag")],
            doc: "Whether calls from the library go through the host's object, which has hooks or a forward of its own."
        ) { module, arguments throws(SwiftgradError) in
            module.isCalledThroughHost = try arguments.bool("flag")
            return .none
        },
        .on(Module.self, "children", doc: "The child modules by name.") { module, _ in
            .map(module.children.map { (key: $0, value: .object($1)) })
        },
        .on(Module.self, "modules", doc: "This module and all below it, each once.") { module, _ in
            .list(module.modules.map(Value.object))
        },
        .on(Module.self, "named_modules", doc: "This module (under '') and all below it by path, each once.") {
            module, _ in .map(module.namedModules.map { (key: $0.path, value: .object($0.module)) })
        },
        .on(
            Module.self, "named_parameters", [.bool("recurse", true)],
            doc: "Parameters by path, one that is shared once; without recurse only the module's own."
        ) { module, arguments throws(SwiftgradError) in
            .map(module.namedParameters(recurse: try arguments.bool("recurse")).map(Value.entry))
        },
        .on(
            Module.self, "named_buffers", [.bool("recurse", true)],
            doc: "Buffers by path, one that is shared once; without recurse only the module's own."
        ) { module, arguments throws(SwiftgradError) in
            .map(module.namedBuffers(recurse: try arguments.bool("recurse")).map(Value.entry))
        },
        .on(Module.self, "num_parameters", doc: "Elements in all parameters.") { module, _ in
            .int(module.parameterCount)
        },
        .on(Module.self, "path", doc: "Place in the model, as 'head.fc1'; empty at the root.", isProperty: true) {
            module, _ in .string(module.path)
        },
        .on(Module.self, "extra_repr", doc: "The module's settings, as printing shows them.") { module, _ in
            .string(module.extraDescription)
        },
    ]

    private static let state: [MethodDefinition] = [
        .on(Module.self, "training", doc: "Whether the module is in training mode.", isProperty: true) { module, _ in
            .bool(module.isTraining)
        },
        .on(Module.self, "train", [.bool("mode", true)], doc: "Puts the tree into training or evaluation mode.") {
            module, arguments throws(SwiftgradError) in
            module.train(try arguments.bool("mode"))
            return .object(module)
        },
        .on(Module.self, "eval", doc: "Puts the tree into evaluation mode.") { module, _ in
            module.train(false)
            return .object(module)
        },
        .on(
            Module.self, "state_dict",
            doc: "Parameters and persistent buffers by path, as tensors that share their memory, off the tape."
        ) { module, _ in .map(module.stateDict.map(Value.entry)) },
        .on(
            Module.self, "load_state_dict", [Parameter("state_dict", .any), .bool("strict", true)],
            doc: """
                Copies a state dict into the module; returns the missing and the unexpected paths.

                strict makes either an error. Whatever does not fit is named in one error, and then nothing has changed.
                """
        ) { module, arguments throws(SwiftgradError) in
            let source = try arguments.namedTensors("state_dict")
            let result = try module.loadStateDict(source, strict: arguments.bool("strict"))
            return .list([.list(result.missing.map(Value.string)), .list(result.unexpected.map(Value.string))])
        },
        .on(
            Module.self, "zero_grad", [.bool("set_to_none", true)],
            doc: "Lets go of the gradients of all parameters, or fills them with zeros."
        ) { module, arguments throws(SwiftgradError) in
            try module.zeroGrad(setToNone: arguments.bool("set_to_none"))
            return .none
        },
        .on(
            Module.self, "requires_grad_", [.bool("requires_grad", true)],
            doc: "Asks for gradients of all parameters, or freezes them."
        ) { module, arguments throws(SwiftgradError) in
            try module.setRequiresGrad(arguments.bool("requires_grad"))
            return .object(module)
        },
    ]
}

extension Value {
    static func entry(_ named: (path: String, tensor: Tensor)) -> (key: String, value: Value) {
        (named.path, .tensor(named.tensor))
    }
}
