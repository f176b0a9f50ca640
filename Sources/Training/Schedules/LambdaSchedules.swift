import Swiftgrad

/// The rate before any schedule times a function of the step.
public class LambdaLR: Schedule {
    private let functions: [any ForeignCallable]

    /// One function, or one a group.
    public init(_ optimiser: Optimiser, _ functions: [any ForeignCallable]) throws(SwiftgradError) {
        guard functions.count == 1 || functions.count == optimiser.groups.count else {
            throw .value(
                "\(Self.self): \(functions.count) functions for \(optimiser.groups.count) parameter groups")
        }
        self.functions = functions
        try super.init(optimiser)
        try begin()
    }

    public override func firstRate(base: Double) -> Double? { nil }

    public override func rate(ofGroup position: Int, base: Double, current: Double) throws(SwiftgradError) -> Double {
        try base * factor(position)
    }

    fileprivate func factor(_ position: Int) throws(SwiftgradError) -> Double {
        var result = try functions[min(position, functions.count - 1)].call([.int(lastEpoch)])
        if case .tensor(let tensor) = result { result = try tensor.item() }
        guard let number = result.number else {
            throw .type("\(className): lr_lambda must return a number, got \(result.kindName)")
        }
        return number
    }
}

/// The rate times a function of the step at each step but the first.
public final class MultiplicativeLR: LambdaLR {
    public override func rate(ofGroup position: Int, base: Double, current: Double) throws(SwiftgradError) -> Double {
        lastEpoch > 0 ? try current * factor(position) : current
    }
}
