import Synchronization

/// Functions that see, and may replace, a gradient on its way.
struct GradientHooks {
    private var hooks: [(number: Int, callable: any ForeignCallable)] = []
    private static let counter = Atomic<Int>(0)

    var isEmpty: Bool { hooks.isEmpty }

    /// Returns the number by which the hook can be removed.
    mutating func add(_ callable: any ForeignCallable) -> Int {
        let number = GradientHooks.counter.wrappingAdd(1, ordering: .relaxed).oldValue
        hooks.append((number, callable))
        return number
    }

    mutating func remove(_ number: Int) { hooks.removeAll { $0.number == number } }

    /// The gradient after all hooks, in the order in which they were added; one that returns nothing leaves it as it is.
    func apply(_ gradient: Tensor) throws(SwiftgradError) -> Tensor {
        var gradient = gradient
        for hook in hooks {
            switch try hook.callable.call([.tensor(gradient)]) {
            case .none: continue
            case .tensor(let replaced):
                guard replaced.spec == gradient.spec else {
                    throw .runtime(
                        "register_hook: the hook returned \(Shape.text(replaced.shape)) \(replaced.dtype) for a gradient "
                            + "\(Shape.text(gradient.shape)) \(gradient.dtype)")
                }
                replaced.storage.isGradient = true
                gradient = replaced
            case let other: throw .type("register_hook: a hook must return a tensor or None, got \(other.kindName)")
            }
        }
        return gradient
    }
}

extension Tensor {
    /// Calls a function with each gradient of this tensor that a backward pass has summed up; what it returns, unless
    /// nothing, goes on in its place. Returns a number for `removeHook`.
    func addHook(_ callable: any ForeignCallable) throws(SwiftgradError) -> Int {
        guard requiresGrad else { throw .runtime("register_hook: this tensor does not require gradients") }
        guard let node else { return hooks.add(callable) }
        return node.hooks[outputIndex, default: GradientHooks()].add(callable)
    }

    func removeHook(_ number: Int) {
        hooks.remove(number)
        node?.hooks[outputIndex]?.remove(number)
    }
}

extension Node {
    /// The gradients of the outputs after the hooks of these.
    func hooked(_ gradients: [Tensor?]) throws(SwiftgradError) -> [Tensor?] {
        var result = gradients
        for (output, hooks) in hooks {
            if let gradient = gradients[output] { result[output] = try hooks.apply(gradient) }
        }
        return result
    }
}
