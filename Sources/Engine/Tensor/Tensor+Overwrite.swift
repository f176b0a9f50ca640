extension Tensor {
    /// Writes the elements of `source`, of the same shape, converted, over these. Not recorded on the tape.
    public func overwrite(with source: Tensor) throws(SwiftgradError) {
        guard source.shape == shape else {
            throw .value("expected shape \(Shape.text(shape)), got \(Shape.text(source.shape))")
        }
        try checkWritable("overwrite")
        let scope = Profiler.begin(.operation, "overwrite", shapes: [shape])
        defer { Profiler.end(scope) }
        let source = source.storage.overlaps(storage) ? try source.detach().copy() : source
        source.copyElements(to: self)
        storage.markWritten()
    }

    /// Whether `overwrite` may write here.
    public var isWritable: Bool {
        !storage.isReadOnly && !zip(shape, strides).contains { $0 > 1 && $1 == 0 }
    }
}
