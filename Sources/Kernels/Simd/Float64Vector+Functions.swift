import Glibc

// Transcendental functions of doubles go through Glibc, lane by lane: they are right to an ulp, and float64 is for
// checking gradients, not for speed.
extension Float64Vector {
    @inlinable
    public func exp() -> Self { mapLanes { Glibc.exp($0) } }
    @inlinable
    public func expm1() -> Self { mapLanes { Glibc.expm1($0) } }
    @inlinable
    public func log() -> Self { mapLanes { Glibc.log($0) } }
    @inlinable
    public func log1p() -> Self { mapLanes { Glibc.log1p($0) } }
    @inlinable
    public func sin() -> Self { mapLanes { Glibc.sin($0) } }
    @inlinable
    public func cos() -> Self { mapLanes { Glibc.cos($0) } }
    @inlinable
    public func tanh() -> Self { mapLanes { Glibc.tanh($0) } }
    @inlinable
    public func erf() -> Self { mapLanes { Glibc.erf($0) } }
    @inlinable
    public func pow(_ exponent: Self) -> Self { mapLanes(exponent) { Glibc.pow($0, $1) } }

    /// 1 / (1 + exp(-x)), from the side that does not overflow.
    @inlinable
    public func sigmoid() -> Self {
        let e = (-abs()).exp()
        return Self.select(self < Self(0), e, Self(1)) / (e + 1)
    }
}
