import SwiftgradKernels

// Losses of a prediction x and a target t, with PyTorch's formulas and its slopes where a formula has a corner.

/// (x - t)².
struct SquaredError: PairFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V { (x - t) * (x - t) }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E { 2 * (x - t) }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E { 2 * (t - x) }
}

/// |x - t|; the slope at 0 is 0.
struct AbsoluteError: PairFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V { (x - t).abs() }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E { clipped(x - t, at: 0, to: 1) }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E { clipped(t - x, at: 0, to: 1) }
}

/// d²/2 for |d| below delta and delta (|d| - delta/2) above, d = x - t (Huber, Ann. Math. Stat. 35, 1964).
struct Huber: PairFormula {
    let delta: Double
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V {
        let distance = (x - t).abs()
        return V.select(distance <= delta, 0.5 * (distance * distance), delta * (distance - 0.5 * delta))
    }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E { clipped(x - t, at: delta, to: delta) }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E { clipped(t - x, at: delta, to: delta) }
}

/// d²/(2 beta) for |d| below beta > 0 and |d| - beta/2 above, d = x - t (Girshick, arXiv:1504.08083).
struct SmoothAbsoluteError: PairFormula {
    let beta: Double
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V {
        let distance = (x - t).abs()
        return V.select(distance < beta, (0.5 / beta) * (distance * distance), distance - 0.5 * beta)
    }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E {
        clipped((x - t) * (1 / beta), at: 1, to: 1)
    }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E {
        clipped((t - x) * (1 / beta), at: 1, to: 1)
    }
}

/// ±`limit` where the distance lies at or beyond ±`bound`, the distance between; NaN stays NaN.
@inline(__always)
private func clipped<E: Expression>(_ distance: E, at bound: Double, to limit: Double) -> E {
    if bound == 0 { return E.select(distance < E(0), E(-limit), E.select(0 < distance, E(limit), distance)) }
    return E.select(distance <= -bound, E(-limit), E.select(E(bound) <= distance, E(limit), distance))
}

/// -t log(p) - (1 - t) log(1 - p) of the probability p = sigmoid(x): max(x, 0) - x t + log(1 + exp(-|x|)).
struct LogisticCrossEntropy: PairFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V {
        V.maximum(x, V(0)) - x * t + (-x.abs()).exp().log1p()
    }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E { x.sigmoid() - t }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E { -x }
}

/// -t log(x) - (1 - t) log(1 - x) of a probability x; logarithms are cut off at -100.
struct BinaryCrossEntropy: PairFormula {
    @inline(__always) private func logarithms<E: Expression>(_ x: E) -> (of: E, ofRest: E) {
        let (of, rest) = (x.log(), (-x).log1p())
        return (E.select(of < -100.0, E(-100), of), E.select(rest < -100.0, E(-100), rest))
    }
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V {
        let logarithm = logarithms(x)
        return (t - 1) * logarithm.ofRest - t * logarithm.of
    }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E {
        let variance = (1 - x) * x
        return (x - t) / E.select(variance < 1e-12, E(1e-12), variance)
    }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E {
        let logarithm = logarithms(x)
        return logarithm.ofRest - logarithm.of
    }
}

/// t (log t - x) of a log-probability x and a probability t; 0 where t is 0.
struct KullbackLeibler: PairFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V {
        V.select(t == V(0), V(0), t * t.log()) - t * x
    }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E { -t }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E { t.log() + 1 - x }
}

/// exp(t) (t - x) of log-probabilities x and t.
struct LogKullbackLeibler: PairFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V { t.exp() * (t - x) }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E { -t.exp() }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E { t.exp() * (t - x + 1) }
}

/// log(1 + exp(-t x)) for t = ±1.
struct SoftMargin: PairFormula {
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V {
        let z = -(t * x)
        return V.maximum(z, V(0)) + (-z.abs()).exp().log1p()
    }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E { -t * (-(t * x)).sigmoid() }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E { -x * (-(t * x)).sigmoid() }
}

/// x where t is 1, max(margin - x, 0) where t is -1; any other t gets both.
struct HingeEmbedding: PairFormula {
    let margin: Double
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V {
        V.select(t == V(1), V(0), V.maximum(margin - x, V(0))) + V.select(t == V(-1), V(0), x)
    }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E {
        let hinge = E.select(x <= margin, E(-1), E(0))
        return E.select(t == E(1), E(0), hinge) + E.select(t == E(-1), E(0), E(1))
    }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E { 0 * x }
}

/// The negative log-likelihood of a count t under a Poisson distribution of mean exp(x), or x, without log(t!).
struct PoissonLikelihood: PairFormula {
    let isLogarithm: Bool
    /// Adds Stirling's approximation of log(t!) where t > 1: t log t - t + log(2 pi t) / 2.
    let isFull: Bool
    let epsilon: Double

    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V {
        let loss = isLogarithm ? x.exp() - t * x : x - t * (x + epsilon).log()
        guard isFull else { return loss }
        let stirling = t * t.log() - t + 0.5 * (6.283185307179586 * t).log()
        return loss + V.select(V(1) < t, stirling, V(0))
    }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E {
        isLogarithm ? x.exp() - t : 1 - t / (x + epsilon)
    }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E {
        let slope = isLogarithm ? -x : -(x + epsilon).log()
        guard isFull else { return slope }
        return slope + E.select(E(1) < t, t.log() + 0.5 / t, E(0))
    }
}

/// a_t (1 - p_t)^gamma times `LogisticCrossEntropy`, where p_t = p t + (1 - p)(1 - t), p = sigmoid(x), and likewise
/// a_t = a t + (1 - a)(1 - t); a negative `alpha` leaves the weight out (Lin et al., arXiv:1708.02002).
struct FocalCrossEntropy: PairFormula {
    let alpha: Double
    let gamma: Double

    @inline(__always) private func weight<E: Expression>(_ t: E) -> E {
        alpha < 0 ? E(1) : (2 * alpha - 1) * t + (1 - alpha)
    }
    /// 1 - p_t and its power.
    @inline(__always) private func miss<E: Expression>(_ p: E, _ t: E) -> (E, power: E) {
        let miss = p + t - 2 * (p * t)
        return (miss, gamma == 0 ? E(1) : gamma == 1 ? miss : gamma == 2 ? miss * miss : miss.pow(E(gamma)))
    }
    /// d(1 - p_t)^gamma / d(1 - p_t).
    @inline(__always) private func powerSlope<E: Expression>(_ miss: E) -> E {
        gamma == 0 ? E(0) : gamma == 1 ? E(1) : gamma == 2 ? 2 * miss : gamma * miss.pow(E(gamma - 1))
    }
    @inline(__always) private func loss<E: Expression>(_ x: E, _ t: E) -> E {
        E.select(0 < x, x, E(0)) - x * t + (-x.abs()).exp().log1p()
    }
    @inline(__always) func apply<V: FloatVector>(_ x: V, _ t: V) -> V {
        weight(t) * miss(x.sigmoid(), t).power * loss(x, t)
    }
    @inline(__always) func slope<E: Expression>(_ x: E, _ t: E) -> E {
        let p = x.sigmoid()
        let (miss, power) = miss(p, t)
        return weight(t) * (power * (p - t) + powerSlope(miss) * (1 - 2 * t) * (p * (1 - p)) * loss(x, t))
    }
    @inline(__always) func targetSlope<E: Expression>(_ x: E, _ t: E) -> E {
        let p = x.sigmoid()
        let (miss, power) = miss(p, t)
        let change = weight(t) * (powerSlope(miss) * (1 - 2 * p) * loss(x, t) - power * x)
        return alpha < 0 ? change : change + (2 * alpha - 1) * (power * loss(x, t))
    }
}
