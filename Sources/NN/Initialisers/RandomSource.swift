import Synchronization

/// Random numbers for initial weights.
enum RandomSource {
    private static let state = Atomic<UInt64>(0)

    static func next() -> UInt64 {
        var z = state.wrappingAdd(0x9E37_79B9_7F4A_7C15, ordering: .relaxed).newValue
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    static func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}
