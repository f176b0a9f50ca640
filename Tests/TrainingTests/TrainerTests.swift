import Swiftgrad
import SwiftgradNN
import XCTest

@testable import SwiftgradTraining

/// Two classes that a circle separates.
func ringData(_ count: Int) throws -> (x: Tensor, y: Tensor) {
    let x = try Tensor.uniform([count, 2], low: -1, high: 1, generator: Generator(seed: 7))
    let y = try Tensor(uninitialised: [count], .int64)
    let (points, classes) = (x.pointer.assumingMemoryBound(to: Float.self), y.pointer.assumingMemoryBound(to: Int64.self))
    for i in 0..<count {
        classes[i] = points[2 * i] * points[2 * i] + points[2 * i + 1] * points[2 * i + 1] < 0.5 ? 1 : 0
    }
    return (x, y)
}

func smallNet(dropout: Double = 0) throws -> Sequential {
    Generator.shared.seed(3)
    return try Sequential([Linear(2, 32), ReLU(), Dropout(dropout), Linear(32, 2)])
}

final class TrainerTests: XCTestCase {
    func testLearnsACircle() throws {
        let (x, y) = try ringData(512)
        let model = try smallNet()
        let trainer = try Trainer(
            model, Adam(.object(model), lr: 0.02), loss: .object(CrossEntropyLoss()), metrics: .list([.string("accuracy")]))
        let loader = try DataLoader(ArrayDataset([x, y]), batchSize: 32, shuffle: true, seed: 1)
        let history = try trainer.fit(.object(loader), epochs: 30, validation: .list([.tensor(x), .tensor(y)]))
        XCTAssertEqual(history.columns, ["epoch", "loss", "accuracy", "val_loss", "val_accuracy", "seconds"])
        XCTAssertEqual(history.rowCount, 30)
        XCTAssertGreaterThan(try XCTUnwrap(history["val_accuracy"].last ?? nil), 0.97)
    }
}
