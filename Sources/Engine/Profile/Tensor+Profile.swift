extension Tensor {
    /// Runs an operation as an event of the profile.
    @inline(never)
    static func profiled(
        _ primitive: any Primitive, _ inputs: [Tensor],
        _ run: (any Primitive, [Tensor]) throws(SwiftgradError) -> [Tensor]
    ) throws(SwiftgradError) -> [Tensor] {
        let thread = ProfiledThread.current
        let scope = thread.begin(.operation, primitive.name, shapes: inputs.map(\.shape))
        let outputs: [Tensor]
        do throws(SwiftgradError) { outputs = try run(primitive, inputs) } catch {
            thread.end(scope)
            throw error
        }
        let time = Profiler.now()
        thread.watch?.inspect(primitive, inputs, outputs, layer: thread.layer)
        let isView = outputs.first.map { output in inputs.contains { $0.storage === output.storage } } ?? false
        if isView {
            thread.end(scope, at: time)
        } else {
            let (given, made) = (inputs.map(\.spec), outputs.map(\.spec))
            thread.end(scope, at: time, flops: primitive.flops(given, made), bytes: primitive.bytes(given, made))
        }
        return outputs
    }
}
