/// Count, mean and sum of squared deviations of a set of numbers, merged from parts (Chan, Golub and LeVeque, "Updating
/// formulae and a pairwise algorithm for computing sample variances", 1979).
struct Moments {
    var count = 0.0
    var mean = 0.0
    var squares = 0.0

    mutating func merge(_ other: Moments) {
        if count == 0 {
            self = other
            return
        }
        let total = count + other.count
        let difference = other.mean - mean
        mean += difference * (other.count / total)
        squares += other.squares + difference * difference * (count * other.count / total)
        count = total
    }

    /// The biased variance.
    var variance: Double { squares / count }
}

extension Moments {
    /// Of `count` numbers x, given the sums of d = x - shift and of d².
    ///
    /// Exact to rounding when the shift lies within some deviations of the mean.
    init(count: Int, shift: Double, sum: Double, squares: Double) {
        self.count = Double(count)
        mean = shift + sum / self.count
        let centred = squares - sum * sum / self.count
        self.squares = centred < 0 ? 0 : centred
    }
}

/// A mean in two parts, so that `(x - high) - low` loses nothing of x when the mean is large beside the deviation.
struct SplitMean<V: FoldableVector> {
    let high: V.Scalar
    let low: Double

    @inline(__always)
    init(_ mean: Double) {
        high = V.scalar(mean)
        low = mean - V.double(high)
    }
}
