import Swiftgrad

/// Keys and values of the tokens that a model has read, one array (batch, heads, context, size) a layer.
final class KeyValueCache {
    private let capacity: Int
    private var layers: [(keys: Tensor, values: Tensor)] = []
    /// Tokens that every layer has taken.
    private(set) var length = 0

    init(capacity: Int) { self.capacity = capacity }

    var isEmpty: Bool { length == 0 }

    /// Puts the keys and values (batch, heads, count, size) of a layer behind those before; returns all of them, as views.
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

    /// Notes that every layer has taken `count` more tokens.
    func advance(_ count: Int) { length += count }
}
