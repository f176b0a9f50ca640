import Swiftgrad

extension TrainingClasses {
    private static let namespace = "data.augment"
    private static let p = Parameter.float("p", 0.5)
    private static let fill = Parameter.float("fill", 0)

    static let augmentations: [ClassDefinition] = [
        ClassDefinition(
            Augmentation.self, name: "Augmentation", in: namespace, [],
            doc: "Base of the transformations of images.",
            methods: [
                .on(
                    Augmentation.self, "apply",
                    [
                        Parameter("batch", .any), Parameter("key", .int, default: .some(.none)),
                        .int("first", 0),
                    ],
                    doc: """
                        The batch, a list of arrays with the images first, transformed.

                        Sample i has the random numbers of the key and first + i; without a key it is drawn from the stream.
                        """
                ) { augmentation, arguments throws(SwiftgradError) in
                    guard case .list(let items) = try arguments.value("batch") else {
                        throw .type("apply() takes a list of arrays")
                    }
                    var batch: [Tensor] = []
                    for item in items {
                        guard case .tensor(let tensor) = item else {
                            throw .type("\(augmentation.className): a batch is arrays, got a \(item.kindName)")
                        }
                        batch.append(tensor)
                    }
                    let first = try arguments.int("first")
                    let key = try arguments.optionalInt("key").map { UInt64(bitPattern: Int64($0)) }
                    let draw = key.map { AugmentationDraw(key: $0, first: first) } ?? .fresh()
                    return .list(try augmentation.apply(batch, draw).map(Value.tensor))
                }
            ]
        ) { _ throws(SwiftgradError) in throw .type("Augmentation is the base of transformations; make one of them") },
        augmentation(
            Compose.self, [Parameter("transforms", .any)], doc: "One transformation after the other."
        ) { arguments throws(SwiftgradError) in
            guard case .list(let items) = try arguments.value("transforms") else {
                throw .type("Compose takes a list of transformations")
            }
            var transforms: [Augmentation] = []
            for item in items {
                guard case .object(let transform as Augmentation) = item else {
                    throw .type("Compose: expected transformations of data.augment, got a \(item.kindName)")
                }
                transforms.append(transform)
            }
            return try Compose(transforms)
        },
        augmentation(
            RandomHorizontalFlip.self, [p], doc: "Mirrors each image with probability p, left and right."
        ) { arguments throws(SwiftgradError) in try RandomHorizontalFlip(p: arguments.double("p"), columns: true) },
        augmentation(
            RandomVerticalFlip.self, [p], doc: "Mirrors each image with probability p, top and bottom."
        ) { arguments throws(SwiftgradError) in try RandomVerticalFlip(p: arguments.double("p"), columns: false) },
        augmentation(
            RandomCrop.self, [.ints("size"), .int("padding", 0), fill],
            doc: "A window (height, width), or a square, at a random place of the image with padding around it."
        ) { arguments throws(SwiftgradError) in
            try RandomCrop(
                arguments.ints("size"), padding: arguments.int("padding"), fill: arguments.double("fill"))
        },
        augmentation(
            RandomRotation.self, [Parameter("degrees", .any), fill],
            doc: "Turns each image by an angle of (low, high), or of (-d, d), counter-clockwise; bilinear."
        ) { arguments throws(SwiftgradError) in
            let degrees = try pair(arguments, "degrees") { (-$0, $0) }
            return try RandomRotation(.init(degrees: degrees, fill: arguments.double("fill")))
        },
        augmentation(
            RandomAffine.self,
            [
                Parameter("degrees", .any), Parameter("translate", .any, default: .some(.none)),
                Parameter("scale", .any, default: .some(.none)), Parameter("shear", .any, default: .some(.none)), fill,
            ],
            doc: """
                Turns, shifts, scales and shears each image around its centre; bilinear.

                degrees and shear are ranges (low, high) of angles, or one number for (-d, d); translate is the largest shift as
                shares of width and height; scale is a range of factors.
                """
        ) { arguments throws(SwiftgradError) in
            var ranges = RandomAffine.Ranges(degrees: try pair(arguments, "degrees") { (-$0, $0) })
            if case .none = try arguments.value("translate") {
            } else {
                let (x, y) = try pair(arguments, "translate") { ($0, $0) }
                ranges.translate = (x, y)
            }
            if case .none = try arguments.value("scale") {
            } else {
                ranges.scale = try pair(arguments, "scale") { ($0, $0) }
            }
            if case .none = try arguments.value("shear") {
            } else {
                ranges.shear = try pair(arguments, "shear") { (-$0, $0) }
            }
            ranges.fill = try arguments.double("fill")
            return try RandomAffine(ranges)
        },
        augmentation(
            ColorJitter.self,
            [.float("brightness", 0), .float("contrast", 0), .float("saturation", 0), .float("hue", 0)],
            doc: """
                Brightness, contrast and saturation, in this order, times factors drawn from 1 - x to 1 + x, then the hue
                turned by -hue to hue, at most 0.5, of the whole circle. Images from 0 to 1.
                """
        ) { arguments throws(SwiftgradError) in
            try ColorJitter(
                brightness: arguments.double("brightness"), contrast: arguments.double("contrast"),
                saturation: arguments.double("saturation"), hue: arguments.double("hue"))
        },
        augmentation(
            Cutout.self, [.int("size"), p, fill],
            doc: "Fills a square of each image at a random place, with probability p (arXiv:1708.04552)."
        ) { arguments throws(SwiftgradError) in
            try Cutout(arguments.int("size"), p: arguments.double("p"), fill: arguments.double("fill"))
        },
        augmentation(
            Normalize.self, [Parameter("mean", .any), Parameter("std", .any)],
            doc: "(x - mean) / std, with a number for each channel, or one for all."
        ) { arguments throws(SwiftgradError) in
            try Normalize(means: numbers(arguments, "mean"), deviations: numbers(arguments, "std"))
        },
        augmentation(
            Mixup.self, [.int("num_classes"), .float("alpha", 0.2)],
            doc: """
                Each sample becomes a weighted mean with another of its batch, with a weight of Beta(alpha, alpha).

                Labels, class numbers or shares, come out as shares (N, num_classes) (arXiv:1710.09412).
                """
        ) { arguments throws(SwiftgradError) in
            try Mixup(alpha: arguments.double("alpha"), classes: arguments.int("num_classes"))
        },
        augmentation(
            CutMix.self, [.int("num_classes"), .float("alpha", 1)],
            doc: """
                Each image gets a box of another of its batch, whose share of the area is of Beta(alpha, alpha).

                Labels, class numbers or shares, come out as shares (N, num_classes) (arXiv:1905.04899).
                """
        ) { arguments throws(SwiftgradError) in
            try CutMix(alpha: arguments.double("alpha"), classes: arguments.int("num_classes"))
        },
    ]

    private static func augmentation(
        _ type: Augmentation.Type, _ parameters: [Parameter], doc: String,
        make: @escaping ClassDefinition.Constructor
    ) -> ClassDefinition {
        ClassDefinition(
            type, name: String(describing: type), in: namespace, base: Augmentation.self, parameters, doc: doc,
            construct: make)
    }

    /// Two numbers, or one, of which `make` makes two.
    private static func pair(
        _ arguments: Arguments, _ name: String, _ make: (Double) -> (Double, Double)
    ) throws(SwiftgradError) -> (low: Double, high: Double) {
        let found = try numbers(arguments, name)
        guard (1...2).contains(found.count) else {
            throw .value("\(arguments.name): \(name) must be one or two numbers, got \(found.count)")
        }
        let (low, high) = found.count == 1 ? make(found[0]) : (found[0], found[1])
        return (low, high)
    }

    /// A number, or several.
    private static func numbers(_ arguments: Arguments, _ name: String) throws(SwiftgradError) -> [Double] {
        let value = try arguments.value(name)
        if let number = value.number { return [number] }
        guard case .list(let items) = value else {
            throw .type("\(arguments.name): \(name) must be a number or several, got \(value.kindName)")
        }
        let numbers = items.compactMap(\.number)
        guard numbers.count == items.count else { throw .type("\(arguments.name): \(name) must be numbers") }
        return numbers
    }
}
