import CPlatform

/// A vector of which pooling takes positions too, as integers of the elements' size.
protocol PoolVector: FoldableVector {
    associatedtype Position: FixedWidthInteger & SignedInteger & Sendable
    /// The same integer in every lane, as bits that `select` moves.
    static func positions(_ value: Int) -> Self
    /// The integers in the lanes plus `first`, `first + step`, ...
    func positions(adding first: Int, step: Int) -> Self
    static func evens(_ x: Self, _ y: Self) -> Self
    static func odds(_ x: Self, _ y: Self) -> Self
}

extension Float32Vector: PoolVector {
    typealias Position = Int32
    @inline(__always)
    static func positions(_ value: Int) -> Self { Self(bits: Bits(repeating: Int32(truncatingIfNeeded: value))) }
    @inline(__always)
    func positions(adding first: Int, step: Int) -> Self {
        let lanes = Bits(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
        let steps = lanes &* Bits(repeating: Int32(truncatingIfNeeded: step))
        return Self(bits: bits &+ Bits(repeating: Int32(truncatingIfNeeded: first)) &+ steps)
    }
    @inline(__always)
    static func evens(_ x: Self, _ y: Self) -> Self { Self(sg_evens_f32(x.lanes, y.lanes)) }
    @inline(__always)
    static func odds(_ x: Self, _ y: Self) -> Self { Self(sg_odds_f32(x.lanes, y.lanes)) }
}

extension Float64Vector: PoolVector {
    typealias Position = Int64
    @inline(__always)
    static func positions(_ value: Int) -> Self { Self(bits: Bits(repeating: Int64(value))) }
    @inline(__always)
    func positions(adding first: Int, step: Int) -> Self {
        var all = bits &+ Bits(repeating: Int64(first))
        for lane in 0..<8 { all[lane] = all[lane] &+ Int64(lane &* step) }
        return Self(bits: all)
    }
    @inline(__always)
    static func evens(_ x: Self, _ y: Self) -> Self { Self(sg_evens_f64(x.lanes, y.lanes)) }
    @inline(__always)
    static func odds(_ x: Self, _ y: Self) -> Self { Self(sg_odds_f64(x.lanes, y.lanes)) }
}
