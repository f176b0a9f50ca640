import Swiftgrad

/// Samples by number. A batch of them is a list of arrays whose first axis is the sample.
open class Dataset: ManagedObject {
    /// Number of samples.
    open var count: Int { 0 }

    /// Samples in a row: views where that is possible.
    open func batch(_ range: Range<Int>) throws(SwiftgradError) -> [Tensor] { try batch(Array(range)) }

    /// Any samples, in the order given; all numbers are in `0..<count`.
    open func batch(_ numbers: [Int]) throws(SwiftgradError) -> [Tensor] {
        throw .notImplemented("\(type(of: self)) has no batches")
    }
}

/// Arrays with one sample a row: sample i is row i of each of them. Shares their memory.
public final class ArrayDataset: Dataset {
    public let arrays: [Tensor]

    public init(_ arrays: [Tensor]) throws(SwiftgradError) {
        guard let first = arrays.first else { throw .value("ArrayDataset: needs at least one array") }
        for array in arrays where array.rank == 0 {
            throw .value("ArrayDataset: an array without axes has no samples")
        }
        guard arrays.allSatisfy({ $0.shape[0] == first.shape[0] }) else {
            let lengths = arrays.map { String($0.shape[0]) }.joined(separator: ", ")
            throw .value("ArrayDataset: the arrays must have one length, got \(lengths)")
        }
        self.arrays = arrays.map { $0.detach() }
        super.init()
    }

    public override var count: Int { arrays[0].shape[0] }

    public override func batch(_ range: Range<Int>) throws(SwiftgradError) -> [Tensor] {
        var views: [Tensor] = []
        for array in arrays { views.append(try array.slice(axis: 0, range)) }
        return views
    }

    public override func batch(_ numbers: [Int]) throws(SwiftgradError) -> [Tensor] {
        var copies: [Tensor] = []
        for array in arrays { copies.append(try array.rows(numbers)) }
        return copies
    }
}
