import Swiftgrad

/// Keys and values of the tokens that a decoder has read, one array (rows, heads, capacity, size) a layer, and those of
/// what an encoder gave it.
final class KeyValueCache {
    typealias Pair = (keys: Tensor, values: Tensor)

    private let capacity: Int
    private var layers: [Pair] = []
    private var memories: [Pair] = []
    /// Tokens that every layer has taken.
    private(set) var length = 0

    init(capacity: Int) { self.capacity = capacity }

    var isEmpty: Bool { length == 0 }

    /// Puts the keys and values (rows, heads, count, size) of a layer behind those before; returns all of them, as views.
    func append(_ k: Tensor, _ v: Tensor, layer: Int) throws(SwiftgradError) -> (Tensor, Tensor) {
        if layer == layers.count {
            let shape = [k.shape[0], k.shape[1], capacity, k.shape[3]]
            layers.append((try Tensor(uninitialised: shape, k.dtype), try Tensor(uninitialised: shape, v.dtype)))
        }
        let (keys, values) = layers[layer]
        let end = length + k.shape[2]
        try keys.slice(axis: 2, length..<end).overwrite(with: k)
        try values.slice(axis: 2, length..<end).overwrite(with: v)
        return (try keys.slice(axis: 2, 0..<end), try values.slice(axis: 2, 0..<end))
    }

    /// The keys and values of the encoder's result for a layer, computed at its first call.
    func memory(
        layer: Int, _ make: () throws(SwiftgradError) -> (Tensor, Tensor)
    ) throws(SwiftgradError) -> (Tensor, Tensor) {
        if layer == memories.count { memories.append(try make()) }
        return memories[layer]
    }

    /// Notes that every layer has taken `count` more tokens.
    func advance(_ count: Int) { length += count }

    /// Keeps the given rows (count,), in that order.
    func select(_ rows: Tensor) throws(SwiftgradError) {
        for position in layers.indices {
            layers[position] = (
                try selected(layers[position].keys, rows), try selected(layers[position].values, rows)
            )
        }
        for position in memories.indices {
            memories[position] = (
                try memories[position].keys.take(rows), try memories[position].values.take(rows)
            )
        }
    }

    /// Only what has been written is copied.
    private func selected(_ array: Tensor, _ rows: Tensor) throws(SwiftgradError) -> Tensor {
        let result = try Tensor(uninitialised: [rows.count] + array.shape.dropFirst(), array.dtype)
        try result.slice(axis: 2, 0..<length).overwrite(with: array.slice(axis: 2, 0..<length).take(rows))
        return result
    }
}
