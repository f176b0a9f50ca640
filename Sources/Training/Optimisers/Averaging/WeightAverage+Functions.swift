import Swiftgrad

extension TrainingFunctions {
    /// Behind `optim.swa_utils`, where Python makes lists of its parameters.
    static let averaging: [FunctionDefinition] = [
        FunctionDefinition(
            "move", in: "_averaging", [.tensors("averages"), .tensors("weights"), .float("share")],
            doc: "Moves each average towards its weight, in place: a + share (w - a)."
        ) { arguments throws(SwiftgradError) in
            let share = try arguments.double("share")
            guard share >= 0 && share <= 1 else { throw .value("a share must lie in [0, 1], got \(share)") }
            try WeightAverage.move(
                arguments.tensors("averages"), to: arguments.tensors("weights"), share: share)
            return .none
        }
    ]
}
