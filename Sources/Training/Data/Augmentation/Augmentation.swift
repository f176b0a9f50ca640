import Swiftgrad
import SwiftgradKernels

/// Where the random numbers of a batch come from: a key, and the number of the first sample in it.
///
/// Sample p has 32 numbers of its own for each transformation, which follow from the key, p and the transformation's
/// place: they depend neither on threads nor on the order in which batches are made.
public struct AugmentationDraw {
    let key: UInt64
    let first: Int

    static let numbers = 32

    public init(key: UInt64, first: Int) {
        self.key = key
        self.first = first
    }

    /// A key of its own from the shared random stream.
    static func fresh() -> AugmentationDraw {
        let state = Generator.shared.reserve(1)
        return AugmentationDraw(key: mixed(state.key ^ mixed(state.counter)), first: 0)
    }

    /// The draw of the transformation at a place in a sequence.
    func child(_ place: Int) -> AugmentationDraw {
        AugmentationDraw(key: AugmentationDraw.mixed(key &+ UInt64(truncatingIfNeeded: place + 1)), first: first)
    }

    /// The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
    static func mixed(_ word: UInt64) -> UInt64 {
        var z = word &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// 32 numbers of [0, 1) for each of the samples.
    func uniforms(_ samples: Int) -> [Float] {
        let count = samples * AugmentationDraw.numbers
        return [Float](unsafeUninitializedCapacity: count) { buffer, initialised in
            if let start = buffer.baseAddress {
                let state = RandomState(key: key, counter: UInt64(truncatingIfNeeded: first) &* 8)
                RandomFill.uniform(count, start, state)
            }
            initialised = count
        }
    }
}

/// Changes the images of a batch, and its labels where that is part of it, by random numbers of each sample's own.
open class Augmentation: ManagedObject {
    /// The class as users write it.
    public var className: String { String(describing: type(of: self)) }

    /// A new batch. Its first array is the images, float32 (N, C, H, W); the last of several the labels.
    func apply(_ batch: [Tensor], _ draw: AugmentationDraw) throws(SwiftgradError) -> [Tensor] {
        guard let images = batch.first else { throw .value("\(className): a batch has at least the images") }
        return [try transform(floats(images), draw)] + batch.dropFirst()
    }

    /// New images, for a transformation that leaves labels as they are.
    func transform(_ images: Tensor, _ draw: AugmentationDraw) throws(SwiftgradError) -> Tensor {
        throw .notImplemented("\(className) has no transformation")
    }

    /// The images as contiguous float32.
    final func floats(_ images: Tensor) throws(SwiftgradError) -> Tensor {
        guard images.rank == 4, images.shape[1] > 0, images.dtype.isFloating else {
            throw .value(
                "\(className): expected images (N, C, H, W) of floats, got \(Shape.text(images.shape)) of \(images.dtype)"
            )
        }
        guard images.shape[0] < 1 << 24, images.shape[2] > 0, images.shape[3] > 0 else {
            throw .value("\(className): images have pixels, and a batch not this many, got \(Shape.text(images.shape))")
        }
        return try images.detach().cast(to: .float32).contiguous()
    }

    /// Runs a kernel from the images into new ones of another size.
    final func made(
        _ images: Tensor, height: Int? = nil, width: Int? = nil,
        _ body: (ImageBatch, UnsafePointer<Float>, UnsafeMutablePointer<Float>) throws(SwiftgradError) -> Void
    ) throws(SwiftgradError) -> Tensor {
        let shape = images.shape
        let result = try Tensor(
            uninitialised: [shape[0], shape[1], height ?? shape[2], width ?? shape[3]], .float32)
        let batch = ImageBatch(count: shape[0], channels: shape[1], height: shape[2], width: shape[3])
        try withExtendedLifetime(images) { () throws(SwiftgradError) in
            try body(
                batch, UnsafePointer(images.pointer.assumingMemoryBound(to: Float.self)),
                result.pointer.assumingMemoryBound(to: Float.self))
        }
        return result
    }

    /// A copy of the images for a kernel that changes them in place.
    final func changed(
        _ images: Tensor, _ body: (ImageBatch, UnsafeMutablePointer<Float>) throws(SwiftgradError) -> Void
    ) throws(SwiftgradError) -> Tensor {
        let result = try images.copy()
        let shape = images.shape
        let batch = ImageBatch(count: shape[0], channels: shape[1], height: shape[2], width: shape[3])
        try body(batch, result.pointer.assumingMemoryBound(to: Float.self))
        return result
    }

    /// A probability, or an error that names the argument.
    final func checkProbability(_ p: Double) throws(SwiftgradError) {
        guard p >= 0 && p <= 1 else { throw .value("\(className): p must lie in [0, 1], got \(p)") }
    }
}

/// One transformation after the other.
final class Compose: Augmentation {
    private let transforms: [Augmentation]
    /// Sequences inside each other, this one included.
    private let depth: Int

    init(_ transforms: [Augmentation]) throws(SwiftgradError) {
        self.transforms = transforms
        depth = 1 + (transforms.compactMap { ($0 as? Compose)?.depth }.max() ?? 0)
        guard depth <= 500 else { throw .value("Compose: transformations can be nested 500 deep at most") }
    }

    override func apply(_ batch: [Tensor], _ draw: AugmentationDraw) throws(SwiftgradError) -> [Tensor] {
        var batch = batch
        for (place, transform) in transforms.enumerated() { batch = try transform.apply(batch, draw.child(place)) }
        return batch
    }
}
