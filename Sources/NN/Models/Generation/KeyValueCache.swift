import Swiftgrad

/// Keys and values of the tokens that a decoder has read, one array (rows, heads, capacity, size) a layer, which grows as
/// they do, and those of what an encoder gave it.
final class KeyValueCache {
    typealias Pair = (keys: Tensor, values: Tensor)

    private let limit: Int
    private var layers: [Pair] = []
    private var memories: [Pair] = []
    /// Tokens that every layer has taken.
    private(set) var length = 0

    /// Of at most `limit` tokens.
    init(limit: Int) { self.limit = limit }

    var isEmpty: Bool { length == 0 }

    /// Puts the keys and values (rows, heads, count, size) of a layer behind those before; returns all of them, as views.
    func append(_ k: Tensor, _ v: Tensor, layer: Int) throws(SwiftgradError) -> (Tensor, Tensor) {
        let end = length + k.shape[2]
        if layer == layers.count {
            let shape = [k.shape[0], k.shape[1], capacity(for: end), k.shape[3]]
            layers.append((try Tensor(uninitialised: shape, k.dtype), try Tensor(uninitialised: shape, v.dtype)))
        } else if layers[layer].keys.shape[2] < end {
            let (keys, values) = layers[layer]
            layers[layer] = (try copied(keys, capacity(for: end)), try copied(values, capacity(for: end)))
        }
        let (keys, values) = layers[layer]
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
                try copied(layers[position].keys, rows: rows), try copied(layers[position].values, rows: rows)
            )
        }
        for position in memories.indices {
            memories[position] = (
                try memories[position].keys.take(rows), try memories[position].values.take(rows)
            )
        }
    }

    /// Room for twice as many tokens, so that copying costs each token a constant.
    private func capacity(for count: Int) -> Int { max(count, min(limit, max(64, 2 * count))) }

    /// What has been written, in an array for as many tokens, of the given rows.
    private func copied(
        _ array: Tensor, _ capacity: Int? = nil, rows: Tensor? = nil
    ) throws(SwiftgradError) -> Tensor {
        let count = rows?.count ?? array.shape[0]
        let result = try Tensor(
            uninitialised: [count, array.shape[1], capacity ?? array.shape[2], array.shape[3]], array.dtype)
        let written = try array.slice(axis: 2, 0..<length)
        let source = if let rows { try written.take(rows) } else { written }
        try result.slice(axis: 2, 0..<length).overwrite(with: source)
        return result
    }
}
