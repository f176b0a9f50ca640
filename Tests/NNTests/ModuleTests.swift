import Swiftgrad
import TestSupport
import XCTest

@testable import SwiftgradNN

/// A module of the host for tests: its wrapper is the address of a number that the forward multiplies by.
private struct MultiplyingHost: ForeignHost {
    func callModule(_ wrapper: UnsafeMutableRawPointer, _ arguments: [Value]) throws(SwiftgradError) -> Value {
        guard case .tensor(let x) = arguments[0] else { throw .type("not a tensor") }
        return .tensor(try x * wrapper.load(as: Double.self))
    }
}

final class ModuleTests: XCTestCase {
    private func net() throws -> Module {
        let model = ForeignModule(className: "Net")
        let head = try Sequential()
        try head.setChild("fc1", Linear(784, 16))
        try head.setChild("act", ReLU())
        try model.setChild("head", head)
        try model.setBuffer("mean", .zeros([3]))
        try model.setBuffer("scratch", .zeros([3]), isPersistent: false)
        return model
    }

    func testNamesAreInPyTorchsOrder() throws {
        let model = try net()
        try model.setParameter("scale", .ones([1]))
        XCTAssertEqual(model.namedParameters().map(\.path), ["scale", "head.fc1.weight", "head.fc1.bias"])
        XCTAssertEqual(model.namedParameters(recurse: false).map(\.path), ["scale"])
        XCTAssertEqual(model.namedBuffers().map(\.path), ["mean", "scratch"])
        XCTAssertEqual(model.stateDict.map(\.path), ["scale", "mean", "head.fc1.weight", "head.fc1.bias"])
        XCTAssertEqual(model.namedModules.map(\.path), ["", "head", "head.fc1", "head.act"])
        XCTAssertEqual(model.parameterCount, 1 + 784 * 16 + 16)
        XCTAssertEqual(model.modules[2].path, "head.fc1")
        XCTAssertEqual(model.modules[2].extraDescription, "in_features=784, out_features=16, bias=True")
    }

    func testErrorsNameTheLayerOnce() throws {
        let model = try net()
        let head = try XCTUnwrap(model.children["head"])
        XCTAssertThrowsError(try head(.zeros([32, 28, 28]))) { error in
            XCTAssertEqual("\(error)", "head.fc1 (Linear): expected (..., 784), got (32, 28, 28); flatten(1) first?")
        }
        XCTAssertThrowsError(try Linear(3, 2)(.zeros([4]))) { error in
            XCTAssertEqual("\(error)", "Linear: expected (..., 3), got (4,)")
        }
        XCTAssertThrowsError(try head.call([.int(3)]))
    }

    func testAMemberReplacesTheOneBefore() throws {
        let model = try net()
        let old = try XCTUnwrap(model.children["head"])
        try model.setParameter("head", .ones([2]))
        XCTAssertNil(model.children["head"])
        XCTAssertNil(old.parent)
        try model.removeMember("head")
        XCTAssertThrowsError(try model.removeMember("head")) { error in
            XCTAssertEqual("\(error)", "'Net' object has no attribute 'head'")
        }
        XCTAssertThrowsError(try model.setChild("a.b", old))
        let computed = try Tensor.ones([2])
        try computed.setRequiresGrad(true)
        XCTAssertThrowsError(try model.setParameter("w", computed * 2))
    }

    func testAModuleCannotContainItself() throws {
        let (outer, inner) = (try Sequential(), try Sequential())
        try outer.setChild("inner", inner)
        XCTAssertThrowsError(try inner.setChild("outer", outer))
        XCTAssertThrowsError(try outer.setChild("self", outer))
        var deep: Module = try Sequential()
        XCTAssertThrowsError(
            try {
                for _ in 0..<1000 { deep = try Sequential([deep]) }
            }())
    }

    func testSharedParametersCountOnceAndAreSavedTwice() throws {
        let weight = try Tensor.ones([2, 2])
        let model = try ModuleDict([("a", ForeignModule()), ("b", ForeignModule())])
        for child in model.children.values { try child.setParameter("weight", weight) }
        XCTAssertEqual(model.namedParameters().map(\.path), ["a.weight"])
        XCTAssertEqual(model.stateDict.map(\.path), ["a.weight", "b.weight"])
        let sharing = try Sequential([model, model])
        XCTAssertEqual(sharing.modules.count, 4)
        XCTAssertEqual(sharing.stateDict.count, 4)
    }

    func testStateDictRoundTrip() throws {
        let (source, target) = (try net(), try net())
        let kept = try XCTUnwrap(target.namedParameters().first).tensor
        let result = try target.loadStateDict(source.stateDict)
        XCTAssertEqual(result.missing, [])
        for (left, right) in zip(source.stateDict, target.stateDict) {
            XCTAssertTrue(try left.tensor.equal(right.tensor).integers().allSatisfy { $0 == 1 })
        }
        XCTAssertTrue(target.namedParameters().first?.tensor === kept)
        let entry = try XCTUnwrap(source.stateDict.first { $0.path == "head.fc1.bias" }).tensor
        try entry.overwrite(with: .full([16], 5))
        XCTAssertEqual(try source.namedParameters()[1].tensor.integers(), [Int](repeating: 5, count: 16))
        XCTAssertFalse(entry.requiresGrad)
    }

    func testWhatDoesNotFitIsNamedBeforeAnythingChanges() throws {
        let model = try net()
        let before = try XCTUnwrap(model.namedParameters().first).tensor.copy()
        let wrong: [(path: String, tensor: Tensor)] = [
            ("head.fc1.weight", try .zeros([16, 784])), ("head.fc1.bias", try .zeros([17])), ("extra", try .zeros([1])),
        ]
        XCTAssertThrowsError(try model.loadStateDict(wrong)) { error in
            let message = "\(error)"
            for part in ["missing: mean", "unexpected: extra", "head.fc1.bias: expected (16,), got (17,)"] {
                XCTAssertTrue(message.contains(part), message)
            }
        }
        XCTAssertTrue(
            try before.equal(XCTUnwrap(model.namedParameters().first).tensor).integers().allSatisfy { $0 == 1 })
        let loose = try model.loadStateDict([wrong[0], wrong[2]], strict: false)
        XCTAssertEqual(loose.missing, ["mean", "head.fc1.bias"])
        XCTAssertEqual(loose.unexpected, ["extra"])
    }

    func testExchangingTensorsThatShareMemory() throws {
        let model = try ModuleDict()
        try model.setParameter("a", Tensor([1, 2], shape: [2]))
        try model.setParameter("b", Tensor([3, 4], shape: [2]))
        let state = model.stateDict
        try model.loadStateDict([("a", state[1].tensor), ("b", state[0].tensor)])
        XCTAssertEqual(try model.parameters.flatMap { try $0.integers() }, [3, 4, 1, 2])
    }

    func testTrainingModeFreezingAndGradients() throws {
        let model = try Sequential([Linear(2, 2), Dropout(0.9)])
        model.train(false)
        let x = try Tensor.ones([4, 2])
        XCTAssertEqual(try model(x).sum().item().text, try model(x).sum().item().text)
        XCTAssertFalse(model.modules.contains { $0.isTraining })
        try model(x).sum().backward()
        XCTAssertNotNil(model.parameters[0].grad)
        try model.zeroGrad()
        XCTAssertNil(model.parameters[0].grad)
        try model.setRequiresGrad(false)
        XCTAssertFalse(try model(x).requiresGrad)
    }

    func testModulesOfTheHost() throws {
        ForeignModule.host = MultiplyingHost()
        defer { ForeignModule.host = nil }
        var factor = 3.0
        let foreign = ForeignModule(className: "Triple")
        let model = try Sequential([Identity(), foreign, ReLU()])
        try withUnsafeMutablePointer(to: &factor) { factor in
            foreign.wrapper = UnsafeMutableRawPointer(factor)
            XCTAssertEqual(try model(Tensor([1, -2], shape: [2])).integers(), [3, 0])
            guard case .tensor(let y) = try model.call([.tensor(Tensor([1, -2], shape: [2]))]) else { return XCTFail() }
            XCTAssertEqual(try y.integers(), [3, 0])
            foreign.wrapper = nil
            // A layer whose object on the other side has hooks is called through it, and not fused.
            let linear = try Linear(2, 2)
            linear.wrapper = UnsafeMutableRawPointer(factor)
            linear.isCalledThroughHost = true
            let x = try Tensor([1, -2], shape: [1, 2])
            XCTAssertEqual(try Sequential([linear, ReLU()])(x).integers(), [3, 0])
            guard case .tensor(let direct) = try linear.compute([.tensor(x)]) else { return XCTFail() }
            XCTAssertEqual(
                try direct.doubles(), try x.linear(linear.parameter("weight"), linear.parameter("bias")).doubles())
        }
        XCTAssertThrowsError(try model(.ones([2]))) { error in
            XCTAssertEqual("\(error)", "1 (Triple): the Python object of this module is gone")
        }
    }
}

extension Value {
    fileprivate var text: String { "\(self)" }
}
