import Swiftgrad
import TestSupport
import XCTest

@testable import SwiftgradNN

final class LayerTests: XCTestCase {
    private func doubles(_ tensor: Tensor) throws -> [Double] { try tensor.doubles() }

    private func call(_ name: String, _ arguments: [Value]) throws -> Tensor {
        let function = try XCTUnwrap((NNFunctions.all + EngineFunctions.all).first { $0.signature.name == name })
        let rest = function.signature.parameters.count - arguments.count
        guard case .tensor(let result) = try function(arguments + [Value](repeating: .absent, count: rest)) else {
            throw SwiftgradError.type("not a tensor")
        }
        return result
    }

    func testLinearStartsAsPyTorchDoes() throws {
        let layer = try Linear(64, 256)
        for parameter in layer.parameters {
            let values = try doubles(parameter)
            XCTAssertLessThanOrEqual(try XCTUnwrap(values.max()), 0.125)
            XCTAssertGreaterThan(try XCTUnwrap(values.max()), 0.115)
            XCTAssertLessThan(try XCTUnwrap(values.min()), -0.115)
            XCTAssertTrue(parameter.requiresGrad)
        }
        XCTAssertNil(try Linear(2, 2, bias: false).ownParameters["bias"] ?? nil)
        XCTAssertThrowsError(try Linear(-1, 2))
        XCTAssertThrowsError(try Linear(2, 2, dtype: .int32))
    }

    func testFusedLinearAndReLUEqualsTheTwo() throws {
        Generator.shared.seed(1)
        let (linear, relu) = (try Linear(20, 30), try ReLU())
        let x = try Tensor.normal([7, 20])
        let fused = try Sequential([linear, relu])(x)
        let apart = try relu(linear(x))
        XCTAssertEqual(try doubles(fused), try doubles(apart))
        try fused.square().sum().backward()
        let gradients = try linear.parameters.map { try doubles(XCTUnwrap($0.grad)) }
        try linear.zeroGrad()
        try apart.square().sum().backward()
        for (left, right) in zip(gradients, try linear.parameters.map({ try doubles(XCTUnwrap($0.grad)) })) {
            for (a, b) in zip(left, right) { XCTAssertEqual(a, b, accuracy: 1e-4) }
        }
    }

    func testEveryFunctionLayerRuns() throws {
        let givens: [String: [Value]] = ["Threshold": [.double(0.5), .double(0)]]
        XCTAssertGreaterThan(NNClasses.functionLayers.count, 25)
        for definition in NNClasses.functionLayers {
            let name = definition.signature.name
            let given = givens[name] ?? []
            let left = definition.signature.parameters.count - given.count
            let arguments = try Arguments(definition.signature, given + [Value](repeating: .absent, count: left))
            let layer = try XCTUnwrap(definition.construct(arguments) as? Module)
            let output = try layer(.ones([2, 4, 3, 6]))
            XCTAssertEqual(output.shape, name == "GLU" ? [2, 4, 3, 3] : [2, 4, 3, 6], name)
        }
        let leaky = try LeakyReLU(["negative_slope": .double(0.5)])
        XCTAssertEqual(try doubles(leaky(Tensor([-2, 2], shape: [2]))), [-1, 2])
        XCTAssertEqual(leaky.extraDescription, "negative_slope=0.5")
        XCTAssertEqual(try GELU().extraDescription, "approximate='none'")
    }

    func testDropoutScalesWhatIsLeftAndIsOffInEvaluation() throws {
        Generator.shared.seed(1)
        let layer = try Dropout(0.25)
        let x = try Tensor.ones([10_000])
        let values = try doubles(layer(x))
        XCTAssertTrue(values.allSatisfy { $0 == 0 || abs($0 - 4.0 / 3) < 1e-6 })
        XCTAssertEqual(values.reduce(0, +) / 10_000, 1, accuracy: 0.03)
        layer.train(false)
        XCTAssertTrue(try layer(x) === x)
        XCTAssertThrowsError(try Dropout(1.5))
    }

    func testFlattenKeepsTheBatch() throws {
        XCTAssertEqual(try Flatten()(.zeros([5, 2, 3])).shape, [5, 6])
        XCTAssertEqual(try Flatten(start: 0, end: 1)(.zeros([5, 2, 3])).shape, [10, 3])
    }

    func testLossesEqualPyTorchs() throws {
        let logits = try Tensor([0.5, -1, 2, 1, 1, -0.5], shape: [2, 3])
        let logProbabilities = try logits.logSoftmax(axis: 1)
        let classes = try Tensor([2, 0], shape: [2]).cast(to: .int64)
        let ignoring = try Tensor([2, -100], shape: [2]).cast(to: .int64)
        let weight = try Tensor([1, 2, 3], shape: [3])
        XCTAssertEqual(
            try doubles(call("nll_loss", [.tensor(logProbabilities), .tensor(classes), .tensor(weight)]))[0],
            0.3807125687599182, accuracy: 1e-6)
        XCTAssertEqual(
            try doubles(call("nll_loss", [.tensor(logProbabilities), .tensor(ignoring)]))[0], 0.24131132662296295,
            accuracy: 1e-6)
        let x = try Tensor([0, 2, -3, 30], shape: [4])
        let y = try Tensor([1, 0, 0.25, 0], shape: [4])
        let bce = "binary_cross_entropy_with_logits"
        XCTAssertEqual(try doubles(call(bce, [.tensor(x), .tensor(y)]))[0], 8.40466594696045, accuracy: 1e-5)
        XCTAssertEqual(
            try doubles(call(bce, [.tensor(x), .tensor(y), .none, .string("sum"), .tensor(.full([], 2))]))[0],
            35.07395553588867, accuracy: 1e-4)
        XCTAssertEqual(
            try doubles(call("l1_loss", [.tensor(Tensor([1, 2], shape: [2])), .tensor(Tensor([0, 4], shape: [2]))])),
            [1.5])
        XCTAssertThrowsError(try call("nll_loss", [.tensor(logProbabilities), .tensor(classes + 1)]))
    }

    func testATargetIsNeverBroadcast() throws {
        for loss in [try MSELoss(), try L1Loss(), try BCEWithLogitsLoss()] as [Module] {
            XCTAssertThrowsError(try loss.call([.tensor(.zeros([8, 1])), .tensor(.zeros([8]))])) { error in
                let message = "\(error)"
                XCTAssertTrue(message.contains("(8, 1)") && message.contains("(8,)"), message)
            }
        }
    }

    func testClassWeightsOfALossAreABuffer() throws {
        let loss = try CrossEntropyLoss(["weight": .tensor(.ones([3]))])
        XCTAssertEqual(loss.stateDict.map(\.path), ["weight"])
        XCTAssertThrowsError(try CrossEntropyLoss(["wait": .none]))
    }

    func testContainers() throws {
        let list = try ModuleList([Identity()])
        try list.append(Linear(2, 3))
        XCTAssertEqual(list.children.names, ["0", "1"])
        XCTAssertTrue(try list.child(at: -1) is Linear)
        XCTAssertThrowsError(try list.child(at: 2))
        XCTAssertThrowsError(try list(.ones([1])))
    }
}
