import Swiftgrad
import SwiftgradKernels
import SwiftgradNN
import XCTest

@testable import SwiftgradTraining

/// Columns that every history ends with.
private let measurements = ["seconds", "samples_per_second", "memory_mb"]

/// Two classes that a circle separates.
private func ringData(_ count: Int) throws -> (x: Tensor, y: Tensor) {
    let x = try Tensor.uniform([count, 2], low: -1, high: 1, generator: Generator(seed: 7))
    let y = try Tensor(uninitialised: [count], .int64)
    let points = x.pointer.assumingMemoryBound(to: Float.self)
    let classes = y.pointer.assumingMemoryBound(to: Int64.self)
    for i in 0..<count {
        classes[i] = points[2 * i] * points[2 * i] + points[2 * i + 1] * points[2 * i + 1] < 0.5 ? 1 : 0
    }
    return (x, y)
}

private func smallNet(dropout: Double = 0) throws -> Sequential {
    Generator.shared.seed(3)
    return try Sequential([Linear(2, 32), ReLU(), Dropout(dropout), Linear(32, 2)])
}

/// A function of the host that records what it is called with.
private final class Recorder: ForeignCallable {
    var calls: [[Value]] = []
    let body: ([Value]) throws(SwiftgradError) -> Value

    init(_ body: @escaping ([Value]) throws(SwiftgradError) -> Value = { _ in .none }) { self.body = body }

    func call(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        calls.append(arguments)
        return try body(arguments)
    }

    func retained() -> any ForeignCallable { self }
}

final class TrainerTests: XCTestCase {
    private func trainer(
        _ model: Module, lr: Double = 0.02, metrics: Value = .list([.string("accuracy")]), stopsOnNaN: Bool = true
    ) throws -> Trainer {
        try Trainer(
            model, Adam(.object(model), lr: lr), loss: .object(CrossEntropyLoss()), metrics: metrics,
            stopsOnNaN: stopsOnNaN)
    }

    func testLearnsACircle() throws {
        let (x, y) = try ringData(512)
        let model = try smallNet()
        let trainer = try trainer(model)
        let loader = try DataLoader(ArrayDataset([x, y]), batchSize: 32, shuffle: true, seed: 1)
        let history = try trainer.fit(.object(loader), epochs: 30, validation: .list([.tensor(x), .tensor(y)]))
        XCTAssertEqual(history.columns, ["epoch", "loss", "accuracy", "val_loss", "val_accuracy"] + measurements)
        XCTAssertEqual(history["epoch"].compactMap { $0 }, (1...30).map(Double.init))
        let accuracy = try XCTUnwrap(history["val_accuracy"].last ?? nil)
        XCTAssertGreaterThan(accuracy, 0.97)
        let scores = try trainer.predict(.tensor(x))
        XCTAssertEqual(scores.shape, [512, 2])
        XCTAssertFalse(scores.requiresGrad)
        XCTAssertEqual(try Accuracy().measure(scores, y).sum / 512, accuracy)
        XCTAssertEqual(try trainer.evaluate(.object(loader)).map(\.name), ["loss", "accuracy"])
    }

    func testTheNumberOfThreadsDoesNotMatter() throws {
        let (x, y) = try ringData(256)
        func weights(threads: Int) throws -> [Float] {
            let previous = ThreadPool.threadCount
            ThreadPool.setThreadCount(threads)
            defer { ThreadPool.setThreadCount(previous) }
            let model = try smallNet(dropout: 0.3)
            let loader = try DataLoader(ArrayDataset([x, y]), batchSize: 64, shuffle: true, seed: 1)
            try trainer(model).fit(.object(loader), epochs: 3)
            return model.parameters.flatMap { tensor in
                (0..<tensor.count).map { tensor.pointer.assumingMemoryBound(to: Float.self)[$0] }
            }
        }
        XCTAssertEqual(try weights(threads: 1), try weights(threads: 2))
    }

    func testALossThatIsNotANumberIsLocated() throws {
        let (x, y) = try ringData(64)
        let poisoned = try x.copy()
        poisoned.pointer.assumingMemoryBound(to: Float.self)[40 * 2] = .nan
        let model = try smallNet()
        let before = try model.stateDict.map { try $0.tensor.copy() }
        let loader = try DataLoader(ArrayDataset([poisoned, y]), batchSize: 16)
        let trainer = try trainer(model, lr: 0)
        XCTAssertThrowsError(try trainer.fit(.object(loader), epochs: 2, firstEpoch: 5)) { error in
            XCTAssertTrue("\(error)".hasPrefix("epoch 5, batch 3: the loss is nan"), "\(error)")
        }
        for (old, new) in zip(before, model.stateDict) {
            XCTAssertTrue(try old.equal(new.tensor).integers().allSatisfy { $0 == 1 })
        }
        XCTAssertNoThrow(try self.trainer(smallNet(), stopsOnNaN: false).fit(.object(loader), epochs: 1))
    }

    func testAnInterruptionLeavesTheModelUsable() throws {
        let (x, y) = try ringData(64)
        let model = try smallNet()
        model.train(false)
        let trainer = try trainer(model)
        var checks = 0
        Interruption.hook = {
            checks += 1
            return checks > 100
        }
        defer { Interruption.hook = nil }
        XCTAssertThrowsError(try trainer.fit(.list([.tensor(x), .tensor(y)]), epochs: 1_000_000)) { error in
            XCTAssertEqual((error as? SwiftgradError)?.kind, .foreign)
        }
        Interruption.hook = nil
        XCTAssertFalse(model.modules.contains { $0.isTraining })
        XCTAssertGreaterThan(trainer.history.rowCount, 0)
        XCTAssertNoThrow(try trainer.fit(.list([.tensor(x), .tensor(y)]), epochs: 1))
    }

    func testHostFunctionsAsLossMetricDataAndProgress() throws {
        let (x, y) = try ringData(64)
        let model = try smallNet()
        let loss = Recorder { arguments throws(SwiftgradError) in
            guard case .tensor(let output) = arguments[0], case .tensor(let target) = arguments[1] else { return .none }
            return .tensor(try Tensor.crossEntropy(output, target))
        }
        let metric = Recorder { _ in .double(0.25) }
        let progress = Recorder()
        var served = 0
        let batches = Recorder { _ in
            served += 1
            return served % 3 == 0 ? .none : .list([.tensor(x), .tensor(y)])
        }
        let trainer = try Trainer(
            model, SGD(.object(model), lr: 0.1), loss: .callable(loss), metrics: .map([("quarter", .callable(metric))]))
        let history = try trainer.fit(
            .callable(batches), epochs: 4,
            callbacks: [Observer(progress, .afterBatch), Observer(progress, .afterEpoch)])
        XCTAssertEqual(loss.calls.count, 8)
        XCTAssertEqual(history.columns, ["epoch", "loss", "quarter"] + measurements)
        XCTAssertEqual(history["quarter"], [0.25, 0.25, 0.25, 0.25])
        let last = try XCTUnwrap(progress.calls.last)
        guard case .int(4) = last[0], case .int(2) = last[1], case .int(2) = last[2], case .map(let means) = last[3]
        else { return XCTFail("progress was called with \(last)") }
        XCTAssertEqual(means.map(\.key), ["loss", "quarter"])
    }

    func testAnErrorOfTheHostEndsTraining() throws {
        let (x, y) = try ringData(64)
        let failing = Recorder { _ throws(SwiftgradError) in throw SwiftgradError(.foreign, "KeyError") }
        let model = try smallNet()
        let trainer = try Trainer(model, SGD(.object(model), lr: 0.1), loss: .callable(failing))
        XCTAssertThrowsError(try trainer.fit(.list([.tensor(x), .tensor(y)]), epochs: 1)) { error in
            XCTAssertEqual(error as? SwiftgradError, SwiftgradError(.foreign, "KeyError"))
        }
    }

    func testErrorsNameTheLayer() throws {
        let images = try Tensor.zeros([32, 28, 28])
        let labels = try Tensor.zeros([32], .int64)
        let model = try Sequential([Sequential([Linear(784, 10)])])
        let trainer = try trainer(model)
        XCTAssertThrowsError(try trainer.step([.tensor(images), .tensor(labels)])) { error in
            XCTAssertEqual("\(error)", "0.0 (Linear): expected (..., 784), got (32, 28, 28); flatten(1) first?")
        }
    }

    func testConfusionMatrix() throws {
        let function = try XCTUnwrap(TrainingFunctions.all.first { $0.signature.name == "confusion_matrix" })
        let scores = try Tensor([1, 0, 0, 0, 2, 0, 0, 3, 1, 0, 0, 1], shape: [4, 3])
        let targets = try Tensor([0, 1, 2, 2], shape: [4]).cast(to: .int64)
        guard case .tensor(let matrix) = try function([.tensor(scores), .tensor(targets), .absent]) else {
            return XCTFail("not a tensor")
        }
        XCTAssertEqual(try matrix.integers(), [1, 0, 0, 0, 1, 0, 0, 1, 1])
    }
}
