import SwiftgradKernels

/// Guards the references that backward passes on several threads share: gradients, and what nodes have saved.
///
/// Held for the exchange of a reference only: nothing is computed or released under it.
enum TapeLock {
    private static let lock = SpinLock()

    static func with<Result>(_ body: () -> Result) -> Result {
        lock.with(body)
    }
}

extension Tensor {
    /// dL/dself, accumulated by `backward`.
    public var grad: Tensor? {
        get { TapeLock.with { storedGradient } }
        set {
            let previous = TapeLock.with {
                let previous = storedGradient
                storedGradient = newValue
                return previous
            }
            withExtendedLifetime(previous) {}
        }
    }

    /// Sets the gradient if it still is `previous`, from which `gradient` was computed.
    func replaceGradient(_ previous: Tensor?, with gradient: Tensor) -> Bool {
        TapeLock.with {
            guard storedGradient === previous else { return false }
            storedGradient = gradient
            return true
        }
    }
}

extension Node {
    /// What was saved at a position; nil when it was given up, or there is nothing.
    func savedTensor(_ index: Int) -> SavedTensor? {
        TapeLock.with { saved.indices.contains(index) ? saved[index] : nil }
    }

    /// Lets go of what was saved: the tape cannot be walked again.
    func giveUpSaved() {
        let given = TapeLock.with {
            let given = saved
            isReleased = true
            saved = []
            return given
        }
        withExtendedLifetime(given) {}
    }

    /// Keeps the gradient of an output; asking twice is asking once.
    func retainGradient(of tensor: Tensor) {
        TapeLock.with {
            if !retainers.contains(where: { $0.tensor === tensor }) { retainers.append(Retainer(tensor: tensor)) }
        }
    }

    /// The outputs that keep their gradients.
    var retaining: [Tensor] { TapeLock.with { retainers.compactMap(\.tensor) } }
}
