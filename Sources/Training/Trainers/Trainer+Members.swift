import Swiftgrad
import SwiftgradNN

// What the definitions of trainers are made of.
extension Trainer {
    /// A property that is one of the step's networks.
    static func network(_ name: String) -> MethodDefinition {
        .on(Trainer.self, name, doc: "The \(name).", isProperty: true) { trainer, _ throws(SwiftgradError) in
            guard let network = trainer.training.networks.first(where: { $0.name == name }) else {
                throw .init(.attribute, "this trainer has no \(name)")
            }
            return .object(network.module)
        }
    }

    /// A property that is one of the step's optimisers.
    static func optimiser(_ name: String = "optimizer") -> MethodDefinition {
        .on(Trainer.self, name, doc: "The optimiser.", isProperty: true) { trainer, _ throws(SwiftgradError) in
            guard let optimiser = trainer.training.optimisers.first(where: { $0.name == name }) else {
                throw .init(.attribute, "this trainer has no \(name)")
            }
            return .object(optimiser.optimiser)
        }
    }

    static let optimiserParameter = Parameter("optimizer", .any, default: .some(.none)).keywordOnly
    static let labelsParameter = Parameter("labels", .any, default: .some(.none))
    static let classesParameter = Parameter("num_classes", .int, default: .some(.none))
}

extension Arguments {
    func optionalOptimiser(_ name: String) throws(SwiftgradError) -> Optimiser? {
        if case .none = try value(name) { return nil }
        return try object(name, as: Optimiser.self)
    }

    /// One of several things by its name.
    func named<Choice>(_ parameter: String, _ choices: KeyValuePairs<String, Choice>) throws(SwiftgradError) -> Choice {
        let name = try string(parameter)
        guard let choice = choices.first(where: { $0.key == name })?.value else {
            let names = choices.map { "'\($0.key)'" }.joined(separator: ", ")
            throw .value("\(self.name): \(parameter) must be one of \(names), got '\(name)'")
        }
        return choice
    }

    /// Two numbers, the lower first; none for None.
    func optionalRange(_ parameter: String) throws(SwiftgradError) -> ClosedRange<Double>? {
        let value = try value(parameter)
        if case .none = value { return nil }
        guard case .list(let items) = value, items.count == 2, let low = items[0].number, let high = items[1].number,
            low < high
        else { throw .value("\(name): \(parameter) must be None or two numbers, the lower first") }
        return low...high
    }

    /// A number of classes, at least 1; none where there are no classes.
    func optionalClasses() throws(SwiftgradError) -> Int? {
        guard let classes = try optionalInt("num_classes") else { return nil }
        guard 1..<1 << 31 ~= classes else {
            throw .value("\(name): num_classes must be at least 1, got \(classes)")
        }
        return classes
    }
}
