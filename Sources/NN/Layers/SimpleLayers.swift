import Swiftgrad

/// Hands on its argument.
public final class Identity: Module {
    public override func forward(_ x: Tensor) -> Tensor { x }
}

/// Axes `start` to `end` merged into one; by default all but the first.
public final class Flatten: Module {
    public let start: Int
    public let end: Int

    public init(start: Int = 1, end: Int = -1) {
        self.start = start
        self.end = end
        super.init()
    }

    public override var extraDescription: String { "start_dim=\(start), end_dim=\(end)" }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        try x.flatten(from: start, to: end)
    }
}

/// One axis split into several of these lengths, of which one may be -1.
public final class Unflatten: Module {
    public let axis: Int
    public let lengths: [Int]

    public init(_ axis: Int, _ lengths: [Int]) throws(SwiftgradError) {
        guard !lengths.isEmpty, lengths.allSatisfy({ $0 >= -1 }), lengths.filter({ $0 == -1 }).count <= 1 else {
            throw .value(
                "Unflatten: unflattened_size must be lengths, of which one may be -1, got \(Shape.text(lengths))")
        }
        self.axis = axis
        self.lengths = lengths
        super.init()
    }

    public override var extraDescription: String { "dim=\(axis), unflattened_size=\(Shape.text(lengths))" }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        guard axis >= -x.rank, axis < x.rank else {
            throw .index("axis \(axis) is out of range for an input of shape \(Shape.text(x.shape))")
        }
        let place = axis < 0 ? axis + x.rank : axis
        let length = x.shape[place]
        let known = Shape.elementCount(lengths.filter { $0 != -1 })
        let free = lengths.contains(-1)
        guard let known, free ? known > 0 && length % known == 0 : known == length else {
            throw .value("axis \(axis) of shape \(Shape.text(x.shape)) does not split into \(Shape.text(lengths))")
        }
        let split = lengths.map { $0 == -1 ? length / known : $0 }
        return try x.reshape(Array(x.shape[..<place]) + split + x.shape[(place + 1)...])
    }
}

extension NNClasses {
    static let layers: [ClassDefinition] =
        [
            Linear.definition,
            Bilinear.definition,
            ClassDefinition(
                Identity.self, name: "Identity", in: "nn", base: ForeignModule.self,
                [], doc: "Hands on its argument."
            ) { _ in Identity() },
            ClassDefinition(
                Flatten.self, name: "Flatten", in: "nn", base: ForeignModule.self,
                [.int("start_dim", 1), .int("end_dim", -1)],
                doc: "Axes start_dim to end_dim (both included) merged into one; by default all but the first."
            ) { arguments throws(SwiftgradError) in
                Flatten(start: try arguments.int("start_dim"), end: try arguments.int("end_dim"))
            },
            ClassDefinition(
                Unflatten.self, name: "Unflatten", in: "nn", base: ForeignModule.self,
                [.int("dim"), .ints("unflattened_size")],
                doc: "Axis dim split into axes of the lengths unflattened_size, of which one may be -1."
            ) { arguments throws(SwiftgradError) in
                try Unflatten(arguments.int("dim"), arguments.ints("unflattened_size"))
            },
        ] + dropouts + paddings + imageLayers + positionLayers
}
