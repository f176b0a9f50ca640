/// What a backward pass will add to `.grad`, in the order of arrival. It is added when the pass is through, so that one that
/// ends with an error, or is interrupted, leaves every gradient as it was.
struct ArrivedGradients {
    private var items: [(tensor: Tensor, gradient: Tensor)] = []
    private var positions: [ObjectIdentifier: Int] = [:]

    mutating func add(_ gradient: Tensor, to tensor: Tensor) throws(SwiftgradError) {
        if let position = positions[ObjectIdentifier(tensor)] {
            items[position].gradient = try BackwardPass.sum(items[position].gradient, gradient)
        } else {
            positions[ObjectIdentifier(tensor)] = items.count
            items.append((tensor, gradient))
        }
    }

    /// Adds all of it to the gradients that are there.
    mutating func accumulate(createGraph: Bool) throws(SwiftgradError) {
        var updates: [(tensor: Tensor, previous: Tensor?, sum: Tensor, arrived: Tensor)] = []
        updates.reserveCapacity(items.count)
        for (tensor, arrived) in items {
            let gradient = tensor.hooks.isEmpty ? arrived : try tensor.hooks.apply(arrived)
            let previous = tensor.grad
            updates.append((tensor, previous, try Self.total(previous, gradient, createGraph), gradient))
        }
        for update in updates {
            var (previous, sum) = (update.previous, update.sum)
            while !update.tensor.replaceGradient(previous, with: sum) {
                previous = update.tensor.grad
                sum = try Self.total(previous, update.arrived, createGraph)
            }
        }
    }

    /// The new gradient, in memory that no other tensor has.
    private static func total(
        _ previous: Tensor?, _ arrived: Tensor, _ createGraph: Bool
    ) throws(SwiftgradError) -> Tensor {
        let sum = try BackwardPass.sum(previous, arrived)
        return createGraph ? previous == nil ? try sum.copy() : sum : try sum.ownedGradient()
    }
}
