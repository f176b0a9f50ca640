import XCTest

@testable import SwiftgradKernels

final class RecurrentTests: XCTestCase {
    private let cells: [RecurrentLayer.Cell] = [.tanh, .relu, .lstm, .gru]

    /// Layers of odd sizes: fewer and more than a tile, a vector and a panel.
    private func cases(_ random: inout SplitMix) -> [RecurrentReference] {
        var result: [RecurrentReference] = []
        for (number, cell) in cells.enumerated() {
            for (steps, batch, hidden) in [(1, 1, 1), (3, 5, 7), (4, 17, 16), (2, 40, 33), (5, 2, 70)] {
                var layer = RecurrentReference(cell, steps: steps, batch: batch, hidden: hidden, &random)
                layer.isReversed = (number + batch) % 2 == 0
                layer.isBatchFirst = batch % 3 == 2
                if batch > 2 { layer.lengths = (0..<batch).map { _ in random.below(steps + 1) } }
                result.append(layer)
            }
            var bare = RecurrentReference(cell, steps: 3, batch: 4, hidden: 9, &random)
            (bare.initialHidden, bare.initialCell) = (nil, nil)
            (bare.inputBias, bare.hiddenBias) = (nil, nil)
            result.append(bare)
        }
        result.append(RecurrentReference(.lstm, steps: 4, batch: 9, hidden: 21, width: 6, &random))
        return result
    }

    private func check(_ actual: [Double], _ expected: [Double], _ tolerance: Double, _ what: String) {
        XCTAssertEqual(actual.count, expected.count, what)
        for (position, pair) in zip(actual, expected).enumerated()
        where !(abs(pair.0 - pair.1) <= tolerance * (1 + abs(pair.1))) {
            XCTFail("\(what)[\(position)]: \(pair.0), expected \(pair.1)")
            return
        }
    }

    private func checkForward<Scalar: BinaryFloatingPoint>(_: Scalar.Type, _ dtype: DType, _ tolerance: Double) {
        var random = SplitMix(state: 1)
        for layer in cases(&random) {
            let run = RecurrentKernelRun<Scalar>(layer, dtype)
            let expected = layer.run()
            let note = "\(layer.cell) \(layer.steps) \(layer.batch) \(layer.hidden) "
            check(run.output.values, expected.output, tolerance, note + "output")
            check(run.previousHidden.values, expected.previousHidden, tolerance, note + "previous")
            check(run.lastHidden.values, expected.lastHidden, tolerance, note + "hidden")
            if layer.cell == .lstm { check(run.lastCell.values, expected.lastCell, tolerance, note + "cell") }
        }
    }

    func testForwardEqualsPlainLoops() {
        checkForward(Float.self, .float32, 4e-6)
        checkForward(Double.self, .float64, 1e-13)
    }

    func testBackwardEqualsDifferences() {
        var random = SplitMix(state: 2)
        for layer in cases(&random) {
            let (exact, single) = (
                RecurrentKernelRun<Double>(layer, .float64), RecurrentKernelRun<Float>(layer, .float32)
            )
            let note = "\(layer.cell) \(layer.steps) \(layer.batch) \(layer.hidden) "
            let (gates, blocks) = (layer.cell.gates * layer.hidden, layer.cell.gradients * layer.hidden)
            for _ in 0..<12 {
                let (row, column) = (random.below(layer.steps * layer.batch), random.below(gates))
                let difference = layer.derivative(\.gates, row * gates + column)
                XCTAssertEqual(exact.gradients.values[row * blocks + column], difference, accuracy: 1e-7, note)
            }
            for position in 0..<min(layer.hidden0.count, 12) {
                let difference = layer.derivative(\.hidden0, position)
                XCTAssertEqual(exact.initialHidden.values[position], difference, accuracy: 1e-7, note)
            }
            for position in 0..<min(layer.cell0.count, 12) {
                let difference = layer.derivative(\.cell0, position)
                XCTAssertEqual(exact.initialCell.values[position], difference, accuracy: 1e-7, note)
            }
            if layer.hiddenBias != nil {
                let unit = random.below(layer.hidden)
                let sum = (0..<layer.steps * layer.batch).reduce(0.0) {
                    $0 + exact.gradients.values[$1 * blocks + 3 * layer.hidden + unit]
                }
                XCTAssertEqual(sum, layer.derivative(\.bias, 2 * layer.hidden + unit), accuracy: 1e-6, note)
            }
            check(single.gradients.values, exact.gradients.values, 2e-5, note + "gates' gradients")
            check(single.initialHidden.values, exact.initialHidden.values, 2e-5, note + "gradient of h0")
            if layer.cell == .lstm {
                check(single.initialCell.values, exact.initialCell.values, 2e-5, note + "gradient of c0")
            }
        }
    }

    func testTheSameBitsOnAnyNumberOfThreads() {
        let threads = ThreadPool.threadCount
        defer { ThreadPool.setThreadCount(threads) }
        for cell in cells {
            var random = SplitMix(state: 3)
            var layer = RecurrentReference(cell, steps: 6, batch: 100, hidden: 24, &random)
            layer.lengths = (0..<100).map { _ in random.below(7) }
            let results = [1, 2, 4].map { count in
                ThreadPool.setThreadCount(count)
                let run = RecurrentKernelRun<Float>(layer, .float32)
                return run.output.values + run.gradients.values + run.initialHidden.values
            }
            XCTAssertEqual(results[0], results[1])
            XCTAssertEqual(results[0], results[2])
        }
    }
}
