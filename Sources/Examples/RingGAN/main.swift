import Glibc
import Swiftgrad
import SwiftgradNN
import SwiftgradTraining

// A generator learns a ring of eight narrow normal distributions: `swift run -c release RingGAN [epochs]`.

func ring(_ count: Int) throws(SwiftgradError) -> (points: Tensor, centers: Tensor) {
    let angles = try Tensor.arange(0, 8, .float32) * (Double.pi / 4)
    let centers = try Tensor.stack([angles.cos(), angles.sin()], axis: 1) * 2
    let modes = try Tensor.integers([count], low: 0, high: 8)
    return (try centers.take(modes) + Tensor.normal([count, 2], deviation: 0.02), centers)
}

func perceptron(_ inputs: Int, _ outputs: Int) throws(SwiftgradError) -> Sequential {
    try Sequential([
        Linear(inputs, 128), ReLU(), Linear(128, 128), ReLU(), Linear(128, outputs),
    ])
}

func run(epochs: Int) throws(SwiftgradError) {
    Generator.shared.seed(0)
    let (points, centers) = try ring(51_200)
    let (generator, critic) = (try perceptron(16, 2), try perceptron(2, 1))
    var settings = GANTrainer.Settings()
    settings.latentDimension = 16
    settings.loss = .gradientPenalty
    settings.criticSteps = 5
    settings.updates.averageDecay = 0.99
    let trainer = try GANTrainer(
        generator, critic, generatorOptimiser: Adam(.object(generator), lr: 1e-3, betas: (0, 0.9)),
        discriminatorOptimiser: Adam(.object(critic), lr: 1e-3, betas: (0, 0.9)), settings)
    let loader = try DataLoader(ArrayDataset([points]), batchSize: 256, shuffle: true, seed: 0)
    for epoch in 1...max(1, epochs) {
        try trainer.fit(.object(loader), epochs: 1, firstEpoch: epoch)
        let found = try ModeCoverage.counts(trainer.sample(2500), centers: centers, radius: 0.1)
        let losses = ["d_loss", "g_loss"].map { name in "\(name) \(trainer.history[name].last.flatMap { $0 } ?? .nan)" }
        print(
            "epoch \(epoch): \(losses.joined(separator: ", ")), \(found.covered) of 8 modes, quality \(found.quality)")
    }
}

do throws(SwiftgradError) {
    try run(epochs: CommandLine.arguments.dropFirst().first.flatMap(Int.init) ?? 80)
} catch {
    print("error: \(error.message)")
    exit(1)
}
