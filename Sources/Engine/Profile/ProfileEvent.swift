/// One stretch of time of one thread that a profile has seen: an operation, or something that contains others.
public struct ProfileEvent: Sendable {
    public enum Kind: String, Sendable {
        /// One primitive.
        case operation
        /// The gradients of one recorded operation, with the operations that compute them inside.
        case backward
        /// A module's forward.
        case layer
        /// A part of a training step: the backward pass, the optimiser's step, fetching a batch.
        case phase
        /// Marked by the user.
        case region
    }

    public enum Phase: String, Sendable { case forward, backward, step, data }

    public let kind: Kind
    public let name: String
    public let phase: Phase
    /// The path of the module that is computing, or whose gradients are computed; "" where that is not known.
    public let layer: String
    /// Shapes of the inputs.
    public let shapes: [[Int]]
    /// Counts threads from 0, in the order in which a profile first saw them.
    public let thread: Int
    /// How many others it is inside of.
    public let depth: Int
    /// Grows in the order of beginning.
    public let number: Int
    /// The number of the event it is inside of.
    public let parent: Int?
    /// Nanoseconds since some moment in the past.
    public let start: Int64
    public let duration: Int64
    /// The duration without what is inside.
    public let selfTime: Int64
    /// Floating-point operations, a multiply-add counted as two; nil where nothing is said about it.
    public let flops: Double?
    /// Bytes read and written at least.
    public let bytes: Double
    /// Bytes taken from the memory pool, without what is inside.
    public let allocated: Int
    /// The most that was in use in the pool when this thread took memory; 0 if it took none.
    public let peak: Int
    /// It lies inside another of the same kind and name, whose duration contains this one's.
    public let isNested: Bool

    /// The name with what tells it from a namesake.
    public var label: String { kind == .backward ? "\(name) (backward)" : name }
}

/// An event that has not ended.
struct OpenSpan {
    let kind: ProfileEvent.Kind
    let name: String
    let phase: ProfileEvent.Phase
    let layer: String
    let shapes: [[Int]]
    let number: Int
    let isNested: Bool
    let start: Int64
    var inside: Int64 = 0
    var allocated = 0
    var peak = 0
}
