/// Finds the operation that made the first NaN, or the first infinity, out of finite numbers.
///
/// It looks at every result on this thread, which takes about as long as computing it: for a step that has gone wrong and
/// is run again.
public final class NonFiniteWatch {
    /// One operation and what it made.
    public struct Finding {
        public let operation: String
        /// The path of the module that was computing; empty outside of modules.
        public let layer: String
        /// Which of several networks that module belongs to; empty where that was not said.
        public let network: String
        public let isNaN: Bool
        /// The least and the largest of the numbers that went in.
        public let inputs: ClosedRange<Double>?

        /// `log in layer head.norm (LayerNorm) made the first NaN, out of numbers from -1.0 to 3.0`.
        public var description: String {
            let owner = network.isEmpty ? "" : layer.isEmpty ? " in the \(network)" : " of the \(network)"
            let place = (layer.isEmpty ? "" : " in layer \(layer)") + owner
            let range = inputs.map { ", out of numbers from \($0.lowerBound) to \($0.upperBound)" } ?? ""
            return "\(operation)\(place) made the first \(isNaN ? "NaN" : "infinity")\(range)"
        }
    }

    private var firstNaN: Finding?
    private var firstInfinity: Finding?
    private var isLooking = false
    private var network = ""

    private init() {}

    /// Runs `body` and says what in it made the first NaN, else the first infinity; nil when every result was finite.
    /// An error of `body` ends the search, not the caller.
    public static func find(in body: () throws(SwiftgradError) -> Void) -> Finding? {
        let watch = NonFiniteWatch()
        let thread = ProfiledThread.current
        let outer = thread.watch
        thread.watch = watch
        defer { thread.watch = outer }
        try? Profiler.reporting(body)
        return watch.firstNaN ?? watch.firstInfinity
    }

    /// Runs a network; what `find` finds in it bears its name.
    public static func inside<Result>(
        _ network: String, _ body: () throws(SwiftgradError) -> Result
    ) throws(SwiftgradError) -> Result {
        guard let watch = ProfiledThread.current.watch else { return try body() }
        let outer = watch.network
        watch.network = network
        defer { watch.network = outer }
        return try body()
    }

    func inspect(_ primitive: any Primitive, _ inputs: [Tensor], _ outputs: [Tensor], layer: String) {
        guard !isLooking, firstNaN == nil else { return }
        isLooking = true
        defer { isLooking = false }
        guard let state = outputs.compactMap(NonFiniteWatch.worst).max(), state != .finite else { return }
        let given = inputs.compactMap(NonFiniteWatch.worst).max() ?? .finite
        guard given < state else { return }
        let finding = Finding(
            operation: primitive.name, layer: layer, network: network, isNaN: state == .nan,
            inputs: given == .finite ? NonFiniteWatch.range(inputs) : nil)
        if state == .nan { firstNaN = finding } else { firstInfinity = firstInfinity ?? finding }
    }

    private enum State: Int, Comparable {
        case finite, infinite, nan
        static func < (left: State, right: State) -> Bool { left.rawValue < right.rawValue }
    }

    /// The worst of the elements: any NaN, else any infinity.
    private static func worst(_ tensor: Tensor) -> State? {
        guard tensor.dtype.isFloating, tensor.count > 0 else { return nil }
        return try? withNoGrad { () throws(SwiftgradError) in
            let values = tensor.detach()
            // The product with zero is NaN for whatever is not finite.
            let sum = try (values * Tensor.zeros([], tensor.dtype)).sum().scalarDouble()
            guard sum.isNaN else { return .finite }
            let nans = try values.notEqual(values).cast(to: .float32).sum().scalarDouble()
            return nans > 0 ? .nan : .infinite
        }
    }

    private static func range(_ tensors: [Tensor]) -> ClosedRange<Double>? {
        var low = Double.infinity
        var high = -Double.infinity
        for tensor in tensors where tensor.dtype.isFloating && tensor.count > 0 {
            let values = tensor.detach()
            guard let least = try? (-values).maximum().scalarDouble(), let most = try? values.maximum().scalarDouble()
            else {
                return nil
            }
            low = Swift.min(low, -least)
            high = Swift.max(high, most)
        }
        return low <= high ? low...high : nil
    }
}
