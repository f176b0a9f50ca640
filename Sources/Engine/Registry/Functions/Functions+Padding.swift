extension EngineFunctions {
    static let paddings: [FunctionDefinition] = [
        FunctionDefinition(
            "pad", in: "nn.functional",
            [.x, .ints("pad"), .string("mode", "constant"), Parameter("value", .float, default: .some(.none))],
            doc: """
                x with elements added before and behind its last axes: pad holds two numbers an axis, the last axis first, so that
                (1, 2) adds 1 before and 2 behind the last one. Negative numbers cut elements off.

                mode is 'constant' (value, 0 unless given), 'reflect' (mirrored without the edge), 'replicate' (the edge) or
                'circular' (the other end); the last three leave the first one or two axes alone.
                """
        ) { arguments throws(SwiftgradError) in
            let named = try arguments.string("mode")
            let value = try arguments.optionalDouble("value")
            let modes: [String: PaddingMode] = [
                "constant": .zeros, "reflect": .reflect, "replicate": .replicate, "circular": .circular,
            ]
            guard let mode = modes[named] else {
                throw .value("pad: mode must be 'constant', 'reflect', 'replicate' or 'circular', got '\(named)'")
            }
            guard mode == .zeros || value == nil || value == 0 else {
                throw .value("pad: value needs mode 'constant', not '\(named)'")
            }
            return .tensor(try arguments.tensor("x").pad(arguments.ints("pad"), mode: mode, value: value ?? 0))
        }
    ]
}
