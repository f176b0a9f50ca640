import Swiftgrad
import SwiftgradKernels
import SwiftgradNN
import XCTest

@testable import SwiftgradTraining

final class OptimiserTests: XCTestCase {
    private let count = 37

    private func start(_ dtype: DType = .float32) throws -> Tensor {
        let weight = try Tensor((0..<count).map { Float(Glibc.sin(Double($0))) }, shape: [count]).cast(to: dtype)
        try weight.setRequiresGrad(true)
        return weight
    }

    /// Gradient a w + b of a fixed quadratic.
    private func gradient(_ weight: Tensor) throws -> Tensor {
        let a = try Tensor((0..<count).map { 0.5 + 0.1 * Float($0 % 5) }, shape: [count]).cast(to: weight.dtype)
        let b = try Tensor((0..<count).map { 0.3 * Float($0 % 3) - 0.3 }, shape: [count]).cast(to: weight.dtype)
        return try a * weight.detach() + b
    }

    private func elements(_ tensor: Tensor) throws -> [Float] {
        let line = try tensor.detach().cast(to: .float32).contiguous()
        return (0..<line.count).map { line.pointer.assumingMemoryBound(to: Float.self)[$0] }
    }

    private func run(_ optimiser: Optimiser, _ weight: Tensor, steps: Int = 12) throws {
        for _ in 0..<steps {
            try optimiser.zeroGrad()
            weight.grad = try gradient(weight)
            try optimiser.step()
        }
    }

    private func make(_ name: String, _ weight: Tensor, _ settings: [(key: String, value: Value)]) throws -> Optimiser {
        let definition = try XCTUnwrap(TrainingClasses.all.first { $0.signature.name == name })
        let values = definition.signature.parameters.map { parameter in
            parameter.name == "params"
                ? Value.list([.tensor(weight)]) : settings.first { $0.key == parameter.name }?.value ?? .absent
        }
        return try XCTUnwrap(definition.construct(Arguments(definition.signature, values)) as? Optimiser)
    }

    /// Twelve steps give the weights 0, 7, 16, 31 and 36 that PyTorch 2.13 gives in float32.
    func testTrajectoriesArePyTorchs() throws {
        let reference: [(name: String, settings: [(key: String, value: Value)], expected: [Float])] = [
            ("SGD", [("lr", .double(0.1))], [0.275783986, 0.275012165, -0.137019023, -0.19228974, -0.209967837]),
            (
                "SGD", [("lr", .double(0.1)), ("weight_decay", .double(0.05))],
                [0.26879847, 0.257784814, -0.128524527, -0.180368662, -0.187244952]
            ),
            (
                "SGD", [("lr", .double(0.1)), ("maximize", .bool(true))],
                [-0.47751379, 1.4796598, -0.579318106, -0.813003182, -2.50175214]
            ),
            (
                "SGD", [("lr", .double(0.1)), ("momentum", .double(0.9))],
                [0.869860709, -0.349768639, 0.148033783, 0.207747608, 1.26704144]
            ),
            (
                "SGD",
                [
                    ("lr", .double(0.1)), ("momentum", .double(0.9)), ("dampening", .double(0.3)),
                    ("weight_decay", .double(0.01)),
                ], [0.759691536, -0.309503138, 0.114742495, 0.161027312, 1.08307791]
            ),
            (
                "SGD", [("lr", .double(0.1)), ("momentum", .double(0.9)), ("nesterov", .bool(true))],
                [0.803260446, -0.225722924, 0.103353813, 0.145044625, 1.03553057]
            ),
            (
                "Adam", [("lr", .double(0.05))],
                [0.549747527, 0.099771969, 0.110634707, 0.0891840756, -0.404216617]
            ),
            (
                "Adam",
                [
                    ("lr", .double(0.05)), ("betas", .list([.double(0.8), .double(0.95)])), ("eps", .double(1e-4)),
                    ("weight_decay", .double(0.1)),
                ], [0.505767345, 0.115818337, 0.0658984333, 0.0573752075, -0.411066502]
            ),
            (
                "Adam",
                [
                    ("lr", .double(0.05)), ("betas", .list([.double(0.8), .double(0.9)])), ("amsgrad", .bool(true)),
                ], [0.527896166, 0.117117137, 0.0623227321, 0.0474857986, -0.404880941]
            ),
            (
                "Adam", [("lr", .double(0.05)), ("maximize", .bool(true))],
                [-0.611714065, 1.26825738, -0.901426136, -1.01722503, -1.59866047]
            ),
            (
                "AdamW", [("lr", .double(0.05))],
                [0.548322856, 0.097807616, 0.110408559, 0.0895376652, -0.400047421]
            ),
            (
                "AdamW", [("lr", .double(0.05)), ("weight_decay", .double(0.2)), ("amsgrad", .bool(true))],
                [0.522081196, 0.0634500682, 0.105869003, 0.0950786471, -0.325785309]
            ),
        ]
        for (name, settings, expected) in reference {
            let weight = try start()
            try run(make(name, weight, settings), weight)
            let actual = try elements(weight)
            for (position, value) in zip([0, 7, 16, 31, 36], expected) {
                XCTAssertEqual(actual[position], value, accuracy: 1e-6, "\(name) \(settings.map(\.key))")
            }
        }
    }

    func testAnyLayoutAndTypeGivesTheSameSteps() throws {
        let plain = try start()
        try run(Adam(.list([.tensor(plain)]), lr: 0.05), plain)
        let expected = try elements(plain)

        let wide = try Tensor.zeros([count, 2])
        let strided = try wide.slice(axis: 1, 0..<1).reshape([count])
        try strided.overwrite(with: start().detach())
        XCTAssertFalse(strided.isContiguous)
        try strided.setRequiresGrad(true)
        try run(Adam(.list([.tensor(strided)]), lr: 0.05), strided)
        XCTAssertEqual(try elements(strided), expected)

        let double = try start(.float64)
        try run(Adam(.list([.tensor(double)]), lr: 0.05), double)
        for (left, right) in zip(try elements(double), expected) { XCTAssertEqual(left, right, accuracy: 1e-5) }

        let half = try start(.bfloat16)
        try run(Adam(.list([.tensor(half)]), lr: 0.05), half)
        for (left, right) in zip(try elements(half), expected) { XCTAssertEqual(left, right, accuracy: 0.02) }
    }

    func testParametersWithoutGradientsStay() throws {
        let (moved, still) = (try start(), try start())
        let before = try elements(still)
        let optimiser = try Adam(.list([.tensor(moved), .tensor(still)]), lr: 0.05, weightDecay: 0.1)
        try run(optimiser, moved)
        XCTAssertEqual(try elements(still), before)
        XCTAssertNotEqual(try elements(moved), before)
    }

    func testGroupsHaveRatesOfTheirOwn() throws {
        let (fast, slow) = (try start(), try start())
        let optimiser = try SGD(
            .list([.map([("params", .list([.tensor(fast)]))]), .map([("params", .tensor(slow)), ("lr", .double(0))])]),
            lr: 0.1)
        let before = try elements(slow)
        for weight in [fast, slow] { weight.grad = try gradient(weight) }
        try optimiser.step()
        XCTAssertEqual(try elements(slow), before)
        XCTAssertNotEqual(try elements(fast), before)
        try optimiser.set("lr", .double(0.1), group: 1)
        try optimiser.step()
        XCTAssertNotEqual(try elements(slow), before)
        XCTAssertThrowsError(try optimiser.set("lr", .double(-1)))
        XCTAssertThrowsError(try optimiser.set("speed", .double(1)))
        XCTAssertThrowsError(try optimiser.addGroup(.map([("params", .tensor(fast))]))) { error in
            XCTAssertEqual("\(error)", "SGD: a parameter appears twice")
        }
    }

    func testAStepThatFailsChangesNothing() throws {
        let (plain, other) = (try start(), try start())
        let settings: [(String, (key: String, value: Value))] = [
            ("Adam", ("amsgrad", .bool(true))), ("SGD", ("momentum", .double(0.9))),
        ]
        for (name, setting) in settings {
            let optimiser = try make(name, plain, [])
            try optimiser.addGroup(.map([("params", .tensor(other)), setting]))
            plain.grad = try gradient(plain)
            other.grad = try Tensor.ones([7])
            let before = (try elements(plain), try elements(other))
            XCTAssertThrowsError(try optimiser.step())
            XCTAssertEqual(try elements(plain), before.0, name)
            XCTAssertEqual(optimiser.groups.flatMap(\.entries).map(\.step), [0, 0], name)
            other.grad = try gradient(other)
            try optimiser.step()
            XCTAssertNotEqual(try elements(plain), before.0, name)
            XCTAssertNotEqual(try elements(other), before.1, name)
            XCTAssertEqual(optimiser.groups.flatMap(\.entries).map(\.step), [1, 1], name)
        }
    }

    func testStateDictContinuesBitForBit() throws {
        for name in ["SGD", "Adam", "AdamW"] {
            let settings: [(key: String, value: Value)] = [
                ("lr", .double(0.05)), name == "SGD" ? ("momentum", .double(0.9)) : ("amsgrad", .bool(true)),
            ]
            let weight = try start()
            let first = try make(name, weight, settings)
            try run(first, weight, steps: 5)
            let copy = try weight.detach().copy()
            try copy.setRequiresGrad(true)
            let second = try make(name, copy, [])
            try second.loadStateDict(first.stateDict)
            try run(first, weight, steps: 5)
            try run(second, copy, steps: 5)
            XCTAssertEqual(try elements(copy), try elements(weight), name)
        }
    }

    func testTheNumberOfThreadsDoesNotMatter() throws {
        func result(threads: Int) throws -> [Float] {
            let previous = ThreadPool.threadCount
            ThreadPool.setThreadCount(threads)
            defer { ThreadPool.setThreadCount(previous) }
            let weight = try Tensor.normal([200_003], generator: Generator(seed: 5))
            let optimiser = try Adam(.list([.tensor(weight)]), lr: 0.05)
            for _ in 0..<3 {
                weight.grad = try weight.detach() * 0.5
                try optimiser.step()
            }
            return try elements(weight)
        }
        XCTAssertEqual(try result(threads: 1), try result(threads: 2))
    }

    func testBackwardAfterAStepIsAnError() throws {
        let weight = try start()
        let loss = try (weight * weight).sum()
        weight.grad = try gradient(weight)
        try SGD(.list([.tensor(weight)]), lr: 0.1).step()
        XCTAssertThrowsError(try loss.backward())
    }
}
