import Swiftgrad

extension NNClasses {
    static let containers: [ClassDefinition] = [
        ClassDefinition(
            Sequential.self, name: "Sequential", in: "nn", base: ForeignModule.self,
            [Parameter("modules", .any, isVariadic: true)],
            doc: """
                Modules in a row, each fed with what the one before it returns; their names are "0", "1", ...

                Takes the modules, a list of them, or a dict that also names them.
                """,
            methods: numbered
        ) { arguments throws(SwiftgradError) in
            let sequence = try Sequential()
            try sequence.adopt(arguments.value("modules"), of: "Sequential")
            return sequence
        },
        ClassDefinition(
            ModuleList.self, name: "ModuleList", in: "nn", base: ForeignModule.self,
            [Parameter("modules", .any, default: .some(.none))],
            doc: "Modules by position, for a forward of one's own; their names are \"0\", \"1\", ...",
            methods: numbered
        ) { arguments throws(SwiftgradError) in
            let list = try ModuleList()
            try list.adopt(arguments.value("modules"), of: "ModuleList")
            return list
        },
        ClassDefinition(
            ModuleDict.self, name: "ModuleDict", in: "nn", base: ForeignModule.self,
            [Parameter("modules", .any, default: .some(.none))],
            doc: "Modules by name, for a forward of one's own.",
            methods: [length]
        ) { arguments throws(SwiftgradError) in
            let dictionary = try ModuleDict()
            try dictionary.adopt(arguments.value("modules"), of: "ModuleDict")
            return dictionary
        },
    ]

    private static let length = MethodDefinition.on(Module.self, "len", doc: "Number of modules.") { module, _ in
        .int(module.children.count)
    }

    private static let numbered: [MethodDefinition] = [
        .on(Module.self, "append", [Parameter("module", .object)], doc: "Adds a module at the end.") {
            module, arguments throws(SwiftgradError) in
            try module.append(arguments.object("module", as: Module.self))
            return .object(module)
        },
        length,
        .on(Module.self, "index", [.int("position")], doc: "The module at a position, from the end if negative.") {
            module, arguments throws(SwiftgradError) in
            .object(try module.child(at: arguments.int("position")))
        },
    ]
}

extension Module {
    /// Takes over the modules of a list (numbered) or a map (named).
    func adopt(_ modules: Value, of constructor: String) throws(SwiftgradError) {
        func add(_ value: Value, _ name: String?) throws(SwiftgradError) {
            guard case .object(let object) = value, let module = object as? Module else {
                throw .type("\(constructor)() needs modules, got \(value.kindName)")
            }
            if let name { try setChild(name, module) } else { try append(module) }
        }
        switch modules {
        case .none: return
        case .map(let entries): for (name, value) in entries { try add(value, name) }
        case .list(let items):
            if items.count == 1, case .map = items[0] { return try adopt(items[0], of: constructor) }
            for item in items { try add(item, nil) }
        default: try add(modules, nil)
        }
    }
}
