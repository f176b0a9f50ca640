import Swiftgrad
import SwiftgradNN
import SwiftgradTraining
import TestSupport
import XCTest

final class ModelTests: XCTestCase {
    /// torchvision's and transformers' counts; LeNet-5's is that of the paper's sizes with all connections.
    func testParameterCountsArePublishedOnes() throws {
        XCTAssertEqual(try LeNet().parameterCount, 61_706)
        XCTAssertEqual(try AlexNet().parameterCount, 61_100_840)
        XCTAssertEqual(try ResNet(depth: 18).parameterCount, 11_689_512)
        XCTAssertEqual(try ResNet(depth: 34).parameterCount, 21_797_672)
        XCTAssertEqual(try ResNet(depth: 50).parameterCount, 25_557_032)
        XCTAssertEqual(try ViT().parameterCount, 86_567_656)
        XCTAssertEqual(try BERT().parameterCount, 109_482_240)
        let small = GPT.Settings(vocabulary: 50_257, context: 1024, layers: 12, heads: 12, width: 768)
        XCTAssertEqual(try GPT(small).parameterCount, 124_439_808)
    }

    /// Of 5 classes of images with one channel and that side.
    private func classifiers() throws -> [(name: String, model: Module, size: Int)] {
        var vit = ViT.Settings()
        (vit.imageSize, vit.patchSize) = ((16, 16), (4, 4))
        (vit.classes, vit.channels, vit.layers, vit.heads, vit.width) = (5, 1, 2, 2, 16)
        return [
            ("LeNet", try LeNet(classes: 5, imageSize: 16), 16),
            ("AlexNet", try AlexNet(classes: 5, channels: 1, dropout: 0), 63),
            ("ResNet-8", try ResNet(depth: 8, classes: 5, channels: 1), 16),
            ("ResNet-18", try ResNet(depth: 18, classes: 5, channels: 1), 32), ("ViT", try ViT(vit), 16),
        ]
    }

    private func sequenceModels() throws -> [(name: String, model: Module)] {
        var additive = Seq2Seq.Settings(sourceVocabulary: 7, targetVocabulary: 7)
        (additive.width, additive.hidden) = (8, 12)
        var multiplicative = additive
        (multiplicative.attention, multiplicative.isLSTM) = (.multiplicative, false)
        return [
            ("T5", try T5(T5.Settings(vocabulary: 7, layers: 1, heads: 2, width: 8))),
            ("BART", try BART(BART.Settings(vocabulary: 7, context: 8, layers: 1, heads: 2, width: 8))),
            ("Seq2Seq, additive", try Seq2Seq(additive)), ("Seq2Seq, multiplicative", try Seq2Seq(multiplicative)),
        ]
    }

    /// A small step along the gradient lowers what it is the gradient of.
    private func assertAStepLowers(
        _ name: String, _ model: Module, _ loss: () throws -> Tensor, line: UInt = #line
    ) throws {
        let optimiser = try SGD(.object(model), lr: 1e-5)
        let before = try loss()
        try before.backward()
        try optimiser.step()
        let (old, new) = (try before.doubles()[0], try loss().doubles()[0])
        XCTAssertLessThan(new, old, name, line: line)
    }

    func testClassifiersLearn() throws {
        Generator.shared.seed(1)
        for (name, model, size) in try classifiers() {
            let x = try Tensor.normal([4, 1, size, size])
            let labels = try Tensor.integers([4], low: 0, high: 5)
            XCTAssertEqual(try model(x).shape, [4, 5], name)
            try assertAStepLowers(name, model) { try .crossEntropy(model(x), labels) }
        }
    }

    func testLanguageModelsLearn() throws {
        Generator.shared.seed(2)
        let gpt = try GPT(GPT.Settings(vocabulary: 7, context: 6, layers: 2, heads: 2, width: 8))
        let tokens = try Tensor.integers([3, 6], low: 0, high: 7)
        let labels = try tokens.reshape([18])
        XCTAssertEqual(try gpt(tokens).shape, [3, 6, 7])
        try assertAStepLowers("GPT", gpt) { try .crossEntropy(gpt(tokens).reshape([18, 7]), labels) }

        var settings = BERTSettings()
        (settings.vocabulary, settings.context, settings.layers, settings.heads, settings.width) = (7, 6, 2, 2, 8)
        settings.dropout = 0
        let bert = try BERT(settings)
        let (hidden, pooled) = try bert(tokens)
        XCTAssertEqual(hidden.shape, [3, 6, 8])
        XCTAssertEqual(pooled?.shape, [3, 8])
        try assertAStepLowers("BERT", bert) { try XCTUnwrap(bert(tokens).pooled).square().mean() }
    }

    func testModelsOfTwoSequencesLearn() throws {
        Generator.shared.seed(3)
        let source = try Tensor.integers([3, 5], low: 0, high: 7)
        let target = try Tensor.integers([3, 4], low: 0, high: 7)
        let labels = try target.reshape([12])
        for (name, model) in try sequenceModels() {
            func logits() throws -> Tensor {
                guard case .tensor(let result) = try model.call([.tensor(source), .tensor(target)]) else {
                    throw SwiftgradError.type("\(name) gives no tensor")
                }
                return result
            }
            XCTAssertEqual(try logits().shape, [3, 4, 7], name)
            try assertAStepLowers(name, model) { try .crossEntropy(logits().reshape([12, 7]), labels) }
            XCTAssertThrowsError(try model.call([.tensor(source), .tensor(target.slice(axis: 0, 0..<2))]), name)
            XCTAssertThrowsError(try model.call([.tensor(source), .tensor(target.slice(axis: 1, 0..<0))]), name)
        }
    }

    func testGenerativeModelsLearn() throws {
        Generator.shared.seed(4)
        let x = try Tensor.uniform([4, 12], low: 0, high: 1)
        let autoencoder = try Autoencoder(inputs: 12, hidden: [8], code: 3)
        try assertAStepLowers("Autoencoder", autoencoder) { try (autoencoder(x) - x).square().mean() }

        let vae = try VAE(inputs: 12, hidden: [8], latent: 3)
        let (logits, mean, logVariance) = try vae(x)
        XCTAssertEqual([logits.shape, mean.shape, logVariance.shape], [[4, 12], [4, 3], [4, 3]])

        let generator = try DCGANGenerator(latent: 6, channels: 1, width: 4, imageSize: 16)
        let images = try generator(.normal([2, 6]))
        XCTAssertEqual(images.shape, [2, 1, 16, 16])
        let discriminator = try DCGANDiscriminator(channels: 1, width: 4, imageSize: 16)
        XCTAssertEqual(try discriminator(images).shape.first, 2)

        var settings = UNet.Settings()
        (settings.channels, settings.width, settings.multipliers) = (1, 8, [1, 2])
        let unet = try UNet(settings)
        let noisy = try Tensor.normal([2, 1, 8, 8])
        let times = try Tensor.integers([2], low: 0, high: 100)
        XCTAssertEqual(try unet(noisy, at: times).shape, [2, 1, 8, 8])
        try assertAStepLowers("UNet", unet) { try (unet(noisy, at: times) - noisy).square().mean() }
    }
}
