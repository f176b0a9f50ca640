import CPlatform

/// What this build targets. Read through functions that are always inlined, the constants still fold, and the compiler
/// does not warn of the branches it drops.
enum InstructionSet {
    @inline(__always) static var vectorBytes: Int { Int(SG_VECTOR_BYTES) }
    @inline(__always) static var hasFusedMultiplyAdd: Bool { SG_HAS_FMA == 1 }
    @inline(__always) static var hasBFloat16Products: Bool { SG_HAS_BF16_PRODUCTS == 1 }
}
