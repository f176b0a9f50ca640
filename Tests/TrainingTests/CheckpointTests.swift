import Glibc
import Swiftgrad
import SwiftgradKernels
import SwiftgradNN
import XCTest

@testable import SwiftgradTraining

final class CheckpointTests: XCTestCase {
    private func folder() -> String {
        "/tmp/swiftgrad-checkpoint-\(getpid())-\(UInt32.random(in: .min ... .max))"
    }

    private func remove(_ folder: String) {
        for name in ["state.json", "model.safetensors"] { unlink(folder + "/" + name) }
        rmdir(folder)
    }

    func testAStateComesBack() throws {
        let path = folder()
        defer { remove(path) }
        let tensor = try Tensor.arange(0, 6, .float32).reshape([2, 3])
        for number in [1, 2] {
            try CheckpointFolder.save(
                [
                    ("model", .map([("a.b", .tensor(tensor))])),
                    ("numbers", .list([.int(number), .double(-.infinity)])),
                ],
                to: path)
        }
        let state = try CheckpointFolder.load(path)
        XCTAssertEqual(state.map(\.key), ["model", "numbers"])
        guard case .map(let model) = state[0].value, case .tensor(let back) = model[0].value,
            case .list(let numbers) = state[1].value, case .int(2) = numbers[0], case .double(let last) = numbers[1]
        else { return XCTFail("the state is \(state)") }
        XCTAssertEqual(back.shape, [2, 3])
        XCTAssertEqual(last, -.infinity)
        XCTAssertThrowsError(try CheckpointFolder.save([("f", .callable(Nothing()))], to: path))
        XCTAssertEqual(try CheckpointFolder.load(path).count, 2)
    }

    func testALoopGoesOnInTheMiddleOfAnEpoch() throws {
        let generator = Generator(seed: 3)
        let x = try Tensor.normal([40, 3], generator: generator)
        let y = try Tensor.integers([40], low: 0, high: 2, generator: generator)
        func parts(stopAt: Int?) throws -> (Trainer, DataLoader, Module, Stop) {
            Generator.shared.seed(5)
            let model = try Sequential([Linear(3, 8), Dropout(0.4), Linear(8, 2)])
            let loader = try DataLoader(ArrayDataset([x, y]), batchSize: 6, shuffle: true, seed: 2)
            let loss = CrossEntropy()
            let trainer = try Trainer(
                model, SGD(.object(model), lr: 0.1), loss: .callable(loss), metrics: .list([.string("f1")]))
            return (trainer, loader, model, Stop(stopAt))
        }
        let (whole, loader, expected, never) = try parts(stopAt: nil)
        let straight = try whole.fit(.object(loader), epochs: 3, callbacks: [never])
        let (trainer, again, model, stop) = try parts(stopAt: 10)
        let first = try trainer.fit(.object(again), epochs: 3, callbacks: [stop])
        let place = try XCTUnwrap(first.position)
        XCTAssertEqual([place.epoch, place.batch], [1, 3])
        _ = try Tensor.uniform([100])
        Generator.shared.position = place.random
        let rest = try trainer.fit(.object(again), epochs: 2, firstEpoch: 2, start: place.value, firstUpdate: 10)
        XCTAssertEqual(rest["loss"], Array(straight["loss"].dropFirst()))
        XCTAssertEqual(rest["f1"], Array(straight["f1"].dropFirst()))
        for (one, other) in zip(expected.parameters, model.parameters) {
            XCTAssertEqual(try one.doubles(), try other.doubles())
        }
    }
}

private final class Nothing: ForeignCallable {
    func call(_ arguments: [Value]) throws(SwiftgradError) -> Value { .none }
    func retained() -> any ForeignCallable { self }
}

private final class CrossEntropy: ForeignCallable {
    func call(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        guard case .tensor(let output) = arguments[0], case .tensor(let target) = arguments[1] else { return .none }
        return .tensor(try Tensor.crossEntropy(output, target))
    }
    func retained() -> any ForeignCallable { self }
}

private final class Stop: TrainingCallback {
    private let update: Int?
    init(_ update: Int?) { self.update = update }
    func afterBatch(_ loop: TrainingLoop) throws(SwiftgradError) {
        if loop.updates == update { loop.shouldStop = true }
    }
}
