import Swiftgrad

/// From noise to samples, in fewer or as many steps as the training had times (Song et al., arXiv:2010.02502).
///
/// From time t to the earlier s, with x̂ the sample and ε the noise that the denoiser sees in x:
/// x = sqrt(ᾱ(s)) x̂ + sqrt(1 - ᾱ(s) - σ²) ε + σ z,  σ² = η² (1 - ᾱ(s)) / (1 - ᾱ(t)) (1 - ᾱ(t) / ᾱ(s)).
/// η = 0 is DDIM, which draws nothing but the start; η = 1 over all times is DDPM (arXiv:2006.11239).
struct DiffusionSampler {
    let step: DiffusionStep
    let times: [Int]
    let eta: Double
    /// How far to go from what the denoiser says without a class towards, and beyond, what it says with it; 1 is with it.
    let guidance: Double

    func sample(_ start: Tensor, labels: Tensor?) throws(SwiftgradError) -> Tensor {
        var x = start
        for (position, time) in times.enumerated() {
            try Interruption.check()
            let previous = position + 1 < times.count ? times[position + 1] : 0
            x = try advance(x, from: time, to: previous, labels: labels)
        }
        return x
    }

    private func advance(
        _ x: Tensor, from time: Int, to previous: Int, labels: Tensor?
    ) throws(SwiftgradError) -> Tensor {
        let (now, next) = (step.schedule.signal[time], step.schedule.signal[previous])
        let output = try guided(x, time, labels)
        var clean: Tensor
        switch step.settings.prediction {
        case .noise: clean = try (x - output * (1 - now).squareRoot()) / now.squareRoot()
        case .velocity: clean = try x * now.squareRoot() - output * (1 - now).squareRoot()
        }
        if let range = step.settings.range { clean = try clean.limited(to: range) }
        let noise = try (x - clean * now.squareRoot()) / (1 - now).squareRoot()
        let variance = eta * eta * (1 - next) / (1 - now) * (1 - now / next)
        let kept = max(0, 1 - next - variance).squareRoot()
        let moved = try clean * next.squareRoot() + noise * kept
        return variance > 0 ? try moved + Tensor.normal(x.shape, deviation: variance.squareRoot(), x.dtype) : moved
    }

    /// What the denoiser says; with guidance, of both the class and none, in one batch.
    private func guided(_ x: Tensor, _ time: Int, _ labels: Tensor?) throws(SwiftgradError) -> Tensor {
        let count = x.shape[0]
        guard let labels, let classes = step.settings.classes, guidance != 1 else {
            return try step.denoise(x, at: Tensor.full([count], Double(time), .int64), labels: labels)
        }
        let none = try Tensor.full([count], Double(classes), .int64)
        let both = try step.denoise(
            .concat([x, x]), at: Tensor.full([2 * count], Double(time), .int64), labels: .concat([labels, none]))
        let (with, without) = (try both.slice(axis: 0, 0..<count), try both.slice(axis: 0, count..<2 * count))
        return try without + (with - without) * guidance
    }
}
