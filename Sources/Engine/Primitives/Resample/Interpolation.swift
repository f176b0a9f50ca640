import Glibc
import SwiftgradKernels

/// How values between the places of an array are found.
enum Interpolation: String {
    case nearest, linear, bilinear, trilinear, bicubic, area
    case nearestExact = "nearest-exact"

    /// Whether an array of so many spatial axes can be interpolated so.
    func fits(axes: Int) -> Bool {
        switch self {
        case .linear: axes == 1
        case .bilinear, .bicubic: axes == 2
        case .trilinear: axes == 3
        default: (1...3).contains(axes)
        }
    }

    var takesCorners: Bool { [.linear, .bilinear, .trilinear, .bicubic].contains(self) }

    /// The weights with which `input` places give `output` along one axis. Output place i lies at (i + 1/2) scale - 1/2
    /// in the input, or at i (input - 1) / (output - 1) with the corners aligned; `scale` is input / output unless given.
    func weights(
        _ input: Int, _ output: Int, scale given: Double?, alignsCorners: Bool, isAntialiased: Bool
    ) -> WeightedRows {
        let scale = given ?? Double(input) / Double(max(1, output))
        var rows = RowBuilder(columns: input)
        for i in 0..<output {
            switch self {
            case .nearest, .nearestExact:
                // In single precision, as PyTorch: where it rounds decides which place is the nearest.
                let place = (Float(i) + (self == .nearest ? 0 : 0.5)) * Float(scale)
                rows.append([(Int(min(place, Float(input - 1))), 1)])
            case .area:
                let window = MaxPool.adaptiveWindow(i, input, output)
                rows.append(window.map { ($0, 1 / Double(window.count)) })
            case _ where isAntialiased:
                let step = alignsCorners ? Interpolation.corners(input, output) : scale
                rows.append(antialiased(i, input, step))
            case .bicubic:
                let x =
                    alignsCorners ? Double(i) * Interpolation.corners(input, output) : (Double(i) + 0.5) * scale - 0.5
                let first = Int(floor(x))
                let t = x - floor(x)
                rows.append((-1...2).map { (first + $0, Interpolation.cubic(abs(t - Double($0)), -0.75)) })
            default:
                let x =
                    alignsCorners
                    ? Double(i) * Interpolation.corners(input, output) : max((Double(i) + 0.5) * scale - 0.5, 0)
                let first = min(Int(x), input - 1)
                let t = min(max(x - Double(first), 0), 1)
                rows.append(first + 1 < input && t > 0 ? [(first, 1 - t), (first + 1, t)] : [(first, 1)])
            }
        }
        return rows.matrix
    }

    private static func corners(_ input: Int, _ output: Int) -> Double {
        output > 1 ? Double(input - 1) / Double(output - 1) : 0
    }

    /// Keys' cubic convolution kernel at a distance (IEEE Trans. ASSP 29, 1981).
    private static func cubic(_ x: Double, _ a: Double) -> Double {
        if x <= 1 { return ((a + 2) * x - (a + 3)) * x * x + 1 }
        return x < 2 ? ((x - 5) * x + 8) * x * a - 4 * a : 0
    }

    /// The filter widened by the scale where that is above 1, so that every input place counts; as Pillow's.
    private func antialiased(_ i: Int, _ input: Int, _ scale: Double) -> [(Int, Double)] {
        let widening = max(scale, 1)
        let support = (self == .bicubic ? 2 : 1) * widening
        let centre = (Double(i) + 0.5) * scale
        let first = max(Int(centre - support + 0.5), 0)
        let end = min(Int(centre + support + 0.5), input)
        let taps = (first..<max(end, first)).map { place in
            let x = abs((Double(place) - centre + 0.5) / widening)
            return (place, self == .bicubic ? Interpolation.cubic(x, -0.5) : max(0, 1 - x))
        }
        let sum = taps.reduce(0) { $0 + $1.1 }
        return taps.map { ($0.0, sum == 0 ? 0 : $0.1 / sum) }
    }
}

/// Rows of weights one after the other; places outside the array count for its ends.
struct RowBuilder {
    private var starts = [0]
    private var positions: [Int] = []
    private var weights: [Double] = []
    let columns: Int

    init(columns: Int) { self.columns = columns }

    mutating func append(_ entries: [(position: Int, weight: Double)]) {
        for entry in entries {
            positions.append(min(max(entry.position, 0), columns - 1))
            weights.append(entry.weight)
        }
        starts.append(positions.count)
    }

    var matrix: WeightedRows {
        WeightedRows(starts: starts, positions: positions, weights: weights, columns: columns)
    }
}

extension Tensor {
    /// The array (N, C, ...) at another spatial size: `sizes`, or that of the input times `factors`.
    func interpolate(
        sizes: [Int]?, factors: [Double]?, mode: Interpolation, alignsCorners: Bool?, recomputesFactors: Bool,
        isAntialiased: Bool
    ) throws(SwiftgradError) -> Tensor {
        let name = "interpolate"
        let axes = rank - 2
        guard mode.fits(axes: axes) else {
            throw .value("\(name): mode '\(mode.rawValue)' does not fit an input of shape \(Shape.text(shape))")
        }
        guard alignsCorners == nil || mode.takesCorners else {
            throw .value("\(name): align_corners needs a linear, bilinear, bicubic or trilinear mode")
        }
        guard !isAntialiased || mode == .bilinear || mode == .bicubic else {
            throw .value("\(name): antialias needs mode 'bilinear' or 'bicubic', got '\(mode.rawValue)'")
        }
        let lengths = Array(shape[2...])
        guard !lengths.contains(0) else {
            throw .value("\(name): the input has no places to interpolate between: \(Shape.text(shape))")
        }
        let (output, scales) = try resized(lengths, sizes, factors, recomputesFactors, name)
        var result = self
        // The axes that shrink first, and of those that do not the innermost first, which leaves the long rows for last.
        let growth = zip(output, lengths).map { Double($0) / Double($1) }
        let order = (0..<axes).sorted { growth[$0] < growth[$1] || (growth[$0] == growth[$1] && $0 > $1) }
        for axis in order {
            if output[axis] == lengths[axis], scales?[axis] ?? 1 == 1 { continue }
            let matrix = mode.weights(
                lengths[axis], output[axis], scale: scales.map { 1 / $0[axis] }, alignsCorners: alignsCorners ?? false,
                isAntialiased: isAntialiased)
            result = try .apply(WeightedSum(name: name, axis: axis + 2, matrix: matrix), result)
        }
        return result === self ? try copy() : result
    }

    /// Lengths of the result and, where places follow from them, the factors of each axis.
    private func resized(
        _ lengths: [Int], _ sizes: [Int]?, _ factors: [Double]?, _ recomputes: Bool, _ name: String
    ) throws(SwiftgradError) -> ([Int], [Double]?) {
        func spread<Number>(_ numbers: [Number], _ what: String) throws(SwiftgradError) -> [Number] {
            guard numbers.count == lengths.count || numbers.count == 1, let first = numbers.first else {
                throw .value("\(name): expected one \(what) or \(lengths.count), got \(numbers.count)")
            }
            return numbers.count == lengths.count ? numbers : lengths.map { _ in first }
        }
        let limit = 1 << 24
        switch (sizes, factors) {
        case (let sizes?, nil):
            let output = try spread(sizes, "size")
            guard output.allSatisfy({ $0 > 0 && $0 <= limit }) else {
                throw .value("\(name): size must be positive, got \(Shape.text(sizes))")
            }
            return (output, nil)
        case (nil, let factors?):
            let scales = try spread(factors, "scale_factor")
            var output: [Int] = []
            for (length, factor) in zip(lengths, scales) {
                let size = (Double(length) * factor).rounded(.down)
                guard factor > 0, size >= 1, size <= Double(limit) else {
                    throw .value(
                        "\(name): scale_factor \(factor) leaves nothing, or too much, of a length of \(length)")
                }
                output.append(Int(size))
            }
            return (output, recomputes ? nil : scales)
        default: throw .value("\(name): needs either size or scale_factor")
        }
    }
}
