import Swiftgrad

/// What models ask of their settings.
enum ModelSettings {
    /// Larger sizes are mistakes, and their products could not be counted.
    private static let largest = 1 << 30

    /// Each of the named sizes is positive and of a size that can be.
    static func checkSizes(_ model: String, _ sizes: KeyValuePairs<String, Int>) throws(SwiftgradError) {
        for (name, size) in sizes where size < 1 || size > largest {
            throw .value("\(model): \(name) must be positive\(size > largest ? " and sensible" : ""), got \(size)")
        }
    }

    static func checkCount(_ model: String, _ name: String, _ count: Int) throws(SwiftgradError) {
        guard count >= 0 && count <= 1 << 16 else {
            throw .value("\(model): \(name) must lie between 0 and \(1 << 16), got \(count)")
        }
    }

    static func checkHeads(_ model: String, heads: Int, width: Int) throws(SwiftgradError) {
        try checkSizes(model, ["heads": heads, "width": width])
        guard width % heads == 0 else {
            throw .value("\(model): heads must divide width, got \(heads) and \(width)")
        }
    }
}

extension Module {
    /// Images (N, channels, height, width), or one without the batch.
    func checkImages(_ x: Tensor, channels: Int, size: (height: Int, width: Int)? = nil) throws(SwiftgradError) {
        let text = "\(channels), \(size.map { "\($0.height), \($0.width)" } ?? "H, W")"
        guard x.rank == 4, x.shape[1] == channels,
            size.map({ x.shape[2] == $0.height && x.shape[3] == $0.width }) ?? true
        else { throw .value("expected images (N, \(text)), got \(Shape.text(x.shape))") }
    }

    /// Token numbers (batch, length).
    func checkTokens(_ x: Tensor, _ name: String = "tokens") throws(SwiftgradError) {
        guard x.rank == 2 else { throw .value("expected \(name) (batch, length), got \(Shape.text(x.shape))") }
        guard x.dtype.isInteger else { throw .type("\(name) must be integers, got \(x.dtype)") }
    }

    /// The child of that name now: another may have taken the place of the first.
    func child<Child: Module>(_ name: String, as type: Child.Type = Module.self) throws(SwiftgradError) -> Child {
        guard let child = children[name] else { throw .runtime("the child '\(name)' is missing") }
        guard let typed = child as? Child else {
            throw .type("the child '\(name)' must be a \(Child.self) here, got \(child.className)")
        }
        return typed
    }

    /// What the child of that name makes of x.
    func apply(_ name: String, _ x: Tensor) throws(SwiftgradError) -> Tensor { try child(name)(x) }

    /// max(child(x), 0), in one pass where the child can.
    func rectified(_ name: String, _ x: Tensor) throws(SwiftgradError) -> Tensor {
        let child = try child(name)
        guard let layer = child as? any ReLUFusing, !child.isForeign else { return try child(x).relu() }
        return try child.profiled { () throws(SwiftgradError) in try layer.withReLU(x) }
    }

    /// What `body` computes, or the host's object for this module from the same arguments, where it takes part.
    func routed(
        _ arguments: @autoclosure () -> [Value], _ body: () throws(SwiftgradError) -> Tensor
    ) throws(SwiftgradError) -> Tensor {
        if isForeign { return try call(arguments()).asResult() }
        do throws(SwiftgradError) {
            try Interruption.check()
            return try profiled(body)
        } catch { throw located(error) }
    }
}
