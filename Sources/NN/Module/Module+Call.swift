import Swiftgrad

extension Module {
    /// Computes; an error says which layer of the model it came from.
    public final func callAsFunction(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        do throws(SwiftgradError) {
            try Interruption.check()
            guard isCalledThroughHost else { return try forward(x) }
            return try ForeignModule.callHost(self, [.tensor(x)]).asResult()
        } catch { throw located(error) }
    }

    /// Computes from any arguments; an error says which layer of the model it came from.
    public final func call(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        do throws(SwiftgradError) {
            try Interruption.check()
            return isCalledThroughHost ? try ForeignModule.callHost(self, arguments) : try forward(arguments)
        } catch { throw located(error) }
    }

    /// `call` by the host, which has done what it adds, with some of the arguments by name.
    final func compute(
        _ arguments: [Value], named: [(key: String, value: Value)] = []
    ) throws(SwiftgradError) -> Value {
        do throws(SwiftgradError) { return try forward(place(named, after: arguments)) } catch { throw located(error) }
    }

    /// The arguments in order: those given by name take their places among `inputs`.
    private func place(
        _ named: [(key: String, value: Value)], after arguments: [Value]
    ) throws(SwiftgradError) -> [Value] {
        var all = arguments
        let inputs = Self.inputs
        for (name, value) in named {
            guard let position = inputs.firstIndex(where: { $0.name == name }) else {
                throw .type("forward() has no argument '\(name)', it takes \(Signature("forward", inputs).text)")
            }
            guard position >= arguments.count else { throw .type("forward() got argument '\(name)' twice") }
            while all.count <= position { all.append(.absent) }
            all[position] = value
        }
        return all
    }

    /// The arguments of forward checked against `inputs`, defaults filled in.
    public final func bind(_ arguments: [Value]) throws(SwiftgradError) -> Arguments {
        let inputs = Self.inputs
        guard arguments.count <= inputs.count else {
            throw .type("forward() takes \(Signature("forward", inputs).text), got \(arguments.count) arguments")
        }
        let rest = [Value](repeating: .absent, count: inputs.count - arguments.count)
        return try Arguments(Signature("forward", inputs), arguments + rest)
    }

    /// `head.fc1 (Linear): expected ...`: the error with this module's place, unless it has one or is the host's own.
    func located(_ error: SwiftgradError) -> SwiftgradError {
        if error.isLocated || error.kind == .foreign { return error }
        let path = path
        var located = error
        located.message =
            (path.isEmpty ? className : "\(path) (\(className))") + ": " + withoutOperationName(error.message)
        located.isLocated = true
        return located
    }

    /// Drops the name of an operation that only repeats that of the class: "linear: " in a `Linear`, "batch_norm: " in a
    /// `BatchNorm2d`.
    private func withoutOperationName(_ message: String) -> Substring {
        guard let colon = message.firstIndex(of: ":") else { return message[...] }
        let operation = message[..<colon].filter { $0 != "_" }
        let rest = message[message.index(after: colon)...]
        let own = className.lowercased()
        let repeats = own == operation || (own.last == "d" && own.dropLast(2) == operation)
        return repeats && rest.first == " " ? rest.dropFirst() : message[...]
    }
}
