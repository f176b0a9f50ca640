import Swiftgrad
import SwiftgradNN

/// Puts back what an update has changed when it fails halfway, as one of networks written in the host's language can at any
/// of their lines: Ctrl-C then finds the end of a whole update. Networks of the engine alone do not fail halfway, and are
/// not copied.
struct StepUndo {
    private struct Entry {
        let entry: Optimiser.Entry
        let step: Int
        let states: [Tensor]
        let names: [String]
        let scalars: [String: Double]
        let isFresh: Bool
        let gradient: Tensor?
    }

    private var tensors: [(target: Tensor, copy: Tensor)] = []
    private var entries: [Entry] = []

    /// Whether any part of the networks is written in the host's language.
    static func isNeeded(_ networks: [(name: String, module: Module)]) -> Bool {
        networks.contains { $0.module.modules.contains { type(of: $0) == ForeignModule.self } }
    }

    /// Keeps the networks' buffers, such as the statistics of batch norms.
    init(buffersOf networks: [(name: String, module: Module)]) throws(SwiftgradError) {
        for (_, network) in networks { try keep(network.namedBuffers().map(\.tensor)) }
    }

    /// Keeps the weights of an optimiser, and what it knows of them.
    init(_ optimiser: Optimiser) throws(SwiftgradError) {
        for entry in optimiser.groups.flatMap(\.entries) {
            try keep([entry.parameter] + entry.states)
            entries.append(
                Entry(
                    entry: entry, step: entry.step, states: entry.states, names: entry.stateNames,
                    scalars: entry.scalars, isFresh: entry.isFresh,
                    gradient: try entry.parameter.grad.map { gradient throws(SwiftgradError) in
                        try gradient.detach().copy()
                    }))
        }
    }

    private mutating func keep(_ kept: [Tensor]) throws(SwiftgradError) {
        for tensor in kept { tensors.append((tensor, try tensor.detach().copy())) }
    }

    func callAsFunction() {
        for (target, copy) in tensors { try? target.overwrite(with: copy) }
        for kept in entries {
            (kept.entry.step, kept.entry.states, kept.entry.stateNames) = (kept.step, kept.states, kept.names)
            (kept.entry.scalars, kept.entry.isFresh) = (kept.scalars, kept.isFresh)
            kept.entry.parameter.grad = kept.gradient
        }
    }
}
