import Glibc

/// Cross-entropy of softmax(logits) against integer targets, fused with the softmax.
///
/// With the log-probabilities `l_c = x_c - logSumExp(x)` of a row, its target t, class weights w, C classes and label
/// smoothing s (Szegedy et al. 2016), as PyTorch defines them:
///
///     loss = (1 - s) w_t (-l_t) + s / C sum_c w_c (-l_c)
///     dloss/dx_c = p_c A - (1 - s) w_t [c = t] - s / C w_c,     A = (1 - s) w_t + s / C sum_c w_c
///
/// Rows whose target is `ignoreIndex` have loss and gradient zero. The mean is taken over the total weight
/// `sum of w_t` of the other rows. The backward pass computes p again from the logits and the saved log-sum-exp: one
/// exponential an element is cheaper than writing and reading the probabilities. The log-sum-exp is a double in any case:
/// for logits of 10^4 a float32 would be off by 5e-4, and p with it. The vectors subtract its float32 part, and what that
/// leaves out is a factor e^-rest of the row.
public struct CrossEntropy {
    public var dtype: DType
    public var rows: Int
    public var classes: Int
    /// One class in `0..<classes`, or `ignoreIndex`, for each row.
    public var targets: UnsafePointer<Int64>
    public var ignoreIndex: Int64
    /// In 0...1.
    public var labelSmoothing: Double
    /// One weight a class, of type `dtype`; nil means 1.
    public var classWeights: UnsafeRawPointer?

    /// `dtype` is float32 or float64; with others the methods do nothing.
    public init(
        dtype: DType, rows: Int, classes: Int, targets: UnsafePointer<Int64>, ignoreIndex: Int64 = -100,
        labelSmoothing: Double = 0, classWeights: UnsafeRawPointer? = nil
    ) {
        self.dtype = dtype
        self.rows = rows
        self.classes = classes
        self.targets = targets
        self.ignoreIndex = ignoreIndex
        self.labelSmoothing = labelSmoothing
        self.classWeights = classWeights
    }

    /// The first row whose target is neither a class nor `ignoreIndex`; the other methods need there to be none.
    public func firstInvalidTarget() -> Int? {
        let (classes, ignoreIndex) = (Int64(classes), ignoreIndex)
        return (0..<rows).first { !(targets[$0] >= 0 && targets[$0] < classes) && targets[$0] != ignoreIndex }
    }

    /// Writes each row's loss and log-sum-exp (both of `rows` elements) and returns the total weight for the mean.
    public func forward(
        logits: UnsafeRawPointer, losses: UnsafeMutableRawPointer, logSumExp: UnsafeMutablePointer<Double>
    ) -> Double {
        switch dtype {
        case .float32: CrossEntropyRows<Float32Vector>(self).forward(logits, losses, logSumExp)
        case .float64: CrossEntropyRows<Float64Vector>(self).forward(logits, losses, logSumExp)
        default: 0
        }
    }

    /// Writes `dlogits[r, c] = gradient[r * gradientStride] * scale * dloss_r/dx_c`.
    ///
    /// `gradient` is that of the losses (stride 1), or of their sum or mean (stride 0; the mean's scale is one over the
    /// total weight). `logitsGradient` may be `logits`.
    public func backward(
        logits: UnsafeRawPointer, logSumExp: UnsafePointer<Double>, gradient: UnsafeRawPointer, gradientStride: Int,
        scale: Double, logitsGradient: UnsafeMutableRawPointer
    ) {
        switch dtype {
        case .float32:
            CrossEntropyRows<Float32Vector>(self)
                .backward(logits, logSumExp, gradient, gradientStride, scale, logitsGradient)
        case .float64:
            CrossEntropyRows<Float64Vector>(self)
                .backward(logits, logSumExp, gradient, gradientStride, scale, logitsGradient)
        default: break
        }
    }
}

private struct CrossEntropyRows<V: FoldableVector> {
    typealias Passes = RowPasses<V>
    typealias Row = UnsafePointer<V.Scalar>

    let rows: Int
    let classes: Int
    let targets: UnsafePointer<Int64>
    let ignoreIndex: Int64
    let weights: Row?
    /// 1 - s, and s / C.
    let confidence: Double
    let smoothing: Double
    let weightSum: Double

    init(_ problem: CrossEntropy) {
        rows = problem.rows
        classes = problem.classes
        targets = problem.targets
        ignoreIndex = problem.ignoreIndex
        let weights = problem.classWeights?.assumingMemoryBound(to: V.Scalar.self)
        self.weights = weights
        confidence = 1 - problem.labelSmoothing
        smoothing = problem.classes > 0 ? problem.labelSmoothing / Double(problem.classes) : 0
        let classes = problem.classes
        weightSum =
            weights.map { w in (0..<classes).reduce(0) { $0 + V.double(w[$1]) } } ?? Double(classes)
    }

    @inline(__always)
    private func weight(_ row: Int) -> Double {
        let target = Int(targets[row])
        return weights.map { V.double($0[target]) } ?? 1
    }

    func forward(
        _ logits: UnsafeRawPointer, _ losses: UnsafeMutableRawPointer, _ logSums: UnsafeMutablePointer<Double>
    ) -> Double {
        let x = logits.assumingMemoryBound(to: V.Scalar.self)
        let losses = losses.assumingMemoryBound(to: V.Scalar.self)
        forRows(rows, classes) { range in
            for row in range {
                let logSum = Passes.logSumExp(x + row &* classes, classes)
                logSums[row] = logSum
                losses[row] = targets[row] == ignoreIndex ? 0 : V.scalar(loss(row, x + row &* classes, logSum))
            }
        }
        var total = 0.0
        for row in 0..<rows where targets[row] != ignoreIndex { total += weight(row) }
        return total
    }

    private func loss(_ row: Int, _ x: Row, _ logSum: Double) -> Double {
        let target = confidence * weight(row) * (logSum - V.double(x[Int(targets[row])]))
        if smoothing == 0 { return target }
        let part = V.scalar(logSum)
        let surprise = WeightedSurpriseRow(x: StoredRow<V>(x), logSum: V.repeating(part), weights: weights)
        return target + smoothing * (Passes.sum(surprise, classes) + (logSum - V.double(part)) * weightSum)
    }

    func backward(
        _ logits: UnsafeRawPointer, _ logSums: UnsafePointer<Double>, _ gradient: UnsafeRawPointer,
        _ gradientStride: Int,
        _ scale: Double, _ logitsGradient: UnsafeMutableRawPointer
    ) {
        let logits = logits.assumingMemoryBound(to: V.Scalar.self)
        let gradient = gradient.assumingMemoryBound(to: V.Scalar.self)
        let logitsGradient = logitsGradient.assumingMemoryBound(to: V.Scalar.self)
        forRows(rows, classes) { range in
            for row in range {
                let dx = logitsGradient + row &* classes
                if targets[row] == ignoreIndex {
                    dx.update(repeating: 0, count: classes)
                } else {
                    let factor = scale * V.double(gradient[row &* gradientStride])
                    backwardRow(row, logits + row &* classes, logSums[row], factor, dx)
                }
            }
        }
    }

    @inline(never)
    private func backwardRow(
        _ row: Int, _ x: Row, _ logSum: Double, _ factor: Double, _ dx: UnsafeMutablePointer<V.Scalar>
    ) {
        let ofTarget = confidence * weight(row)
        let part = V.scalar(logSum)
        let rest = logSum - V.double(part)
        let slope = V(factor * (ofTarget + smoothing * weightSum) * (rest == 0 ? 1 : exp(-rest)))
        let share = ExponentialRow(x: StoredRow<V>(x), shift: V.repeating(part), scale: slope)
        if smoothing == 0 {
            Passes.store(share, dx, classes)
        } else {
            Passes.store(SmoothedRow(share: share, uniform: V(-factor * smoothing), weights: weights), dx, classes)
        }
        let target = Int(targets[row])
        dx[target] = V.scalar(V.double(dx[target]) - factor * ofTarget)
    }
}

/// `w (logSum - x)`
private struct WeightedSurpriseRow<V: FoldableVector>: RowFormula {
    let x: StoredRow<V>
    let logSum: V
    let weights: UnsafePointer<V.Scalar>?

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V {
        let surprise = logSum - x.vector(i, lanes)
        if let weights { return surprise * StoredRow<V>(weights).vector(i, lanes) }
        return surprise
    }
}

/// `share + w uniform`
private struct SmoothedRow<V: FoldableVector>: RowFormula {
    let share: ExponentialRow<V>
    let uniform: V
    let weights: UnsafePointer<V.Scalar>?

    @inline(__always)
    func vector(_ i: Int, _ lanes: Int) -> V {
        let weight = if let weights { StoredRow<V>(weights).vector(i, lanes) } else { V(1) }
        return share.vector(i, lanes).adding(product: weight, uniform)
    }
}
