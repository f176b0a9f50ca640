import Swiftgrad

import struct SwiftgradKernels.RecurrentLayer

/// A recurrent network of one or more layers, in PyTorch's names and layouts: `weight_ih_l0` (gates * hidden, in),
/// `weight_hh_l0`, `bias_ih_l0`, `bias_hh_l0`, `weight_hr_l0` of a projected LSTM, and the same with `_reverse`.
public class RecurrentNetwork: Module {
    private let inputSize: Int
    private let hiddenSize: Int
    private let projectionSize: Int
    private let settings: RecurrentSettings

    /// Everything starts uniform in ±1/sqrt(hidden).
    public init(
        _ inputSize: Int, _ hiddenSize: Int, projectionSize: Int = 0, settings: RecurrentSettings,
        dtype: DType = .float32
    ) throws(SwiftgradError) {
        self.inputSize = inputSize
        self.hiddenSize = hiddenSize
        self.projectionSize = projectionSize
        self.settings = settings
        super.init()
        try check()
        let bound = 1 / Double(hiddenSize).squareRoot()
        let (gates, overflow) = hiddenSize.multipliedReportingOverflow(by: settings.cell.gates)
        guard !overflow else { throw .value("\(className): hidden_size \(hiddenSize) is too large") }
        let width = projectionSize > 0 ? projectionSize : hiddenSize
        for layer in 0..<settings.layers {
            for suffix in suffixes(layer) {
                let features = layer == 0 ? inputSize : width * (settings.isBidirectional ? 2 : 1)
                var shapes = [("weight_ih", [gates, features]), ("weight_hh", [gates, width])]
                if settings.hasBias { shapes += [("bias_ih", [gates]), ("bias_hh", [gates])] }
                if projectionSize > 0 { shapes.append(("weight_hr", [width, hiddenSize])) }
                for (name, shape) in shapes {
                    try setParameter(name + suffix, .uniformParameter(shape, bound: bound, dtype))
                }
            }
        }
    }

    private func suffixes(_ layer: Int) -> [String] {
        settings.isBidirectional ? ["_l\(layer)", "_l\(layer)_reverse"] : ["_l\(layer)"]
    }

    private func check() throws(SwiftgradError) {
        guard inputSize >= 0 else { throw .value("\(className): input_size must not be negative, got \(inputSize)") }
        guard hiddenSize > 0 else { throw .value("\(className): hidden_size must be positive, got \(hiddenSize)") }
        guard settings.layers > 0 else {
            throw .value("\(className): num_layers must be positive, got \(settings.layers)")
        }
        guard settings.dropout >= 0 && settings.dropout <= 1 else {
            throw .value("\(className): dropout must lie in [0, 1], got \(settings.dropout)")
        }
        guard projectionSize >= 0 && projectionSize < hiddenSize else {
            throw .value(
                "\(className): proj_size must be at least 0 and less than hidden_size \(hiddenSize), got "
                    + "\(projectionSize)")
        }
    }

    public override var extraDescription: String {
        var parts = ["\(inputSize)", "\(hiddenSize)"]
        if projectionSize != 0 { parts.append("proj_size=\(projectionSize)") }
        if settings.layers != 1 { parts.append("num_layers=\(settings.layers)") }
        if !settings.hasBias { parts.append("bias=False") }
        if settings.isBatchFirst { parts.append("batch_first=True") }
        if settings.dropout != 0 { parts.append("dropout=\(settings.dropout)") }
        if settings.isBidirectional { parts.append("bidirectional=True") }
        return parts.joined(separator: ", ")
    }

    public override class var inputs: [Parameter] {
        super.inputs + [
            Parameter("hx", .any, default: .some(.none)), Parameter("lengths", .any, default: .some(.none)),
        ]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let arguments = try bind(arguments)
        let result = try callAsFunction(
            arguments.tensor("input"), state: arguments.states("hx"), lengths: arguments.integers("lengths"))
        let states = result.state.map(Value.tensor)
        return .list([.tensor(result.output), states.count == 1 ? states[0] : .list(states)])
    }

    /// The outputs and the last states from the initial ones, [h] or [h, c], or none for zeros.
    public func callAsFunction(
        _ x: Tensor, state: [Tensor], lengths: Tensor? = nil
    ) throws(SwiftgradError) -> (output: Tensor, state: [Tensor]) {
        var settings = settings
        if !isTraining { settings.dropout = 0 }
        var parameters: [Tensor] = []
        for name in ownParameters.names { parameters.append(try parameter(name)) }
        return try x.recurrent(settings, state: state, parameters: parameters, lengths: lengths)
    }
}

/// One step of a recurrent network: `weight_ih`, `weight_hh`, `bias_ih`, `bias_hh`.
public class RecurrentCellModule: Module {
    private let inputSize: Int
    private let hiddenSize: Int
    private let hasBias: Bool
    private let cell: RecurrentLayer.Cell

    public init(
        _ inputSize: Int, _ hiddenSize: Int, cell: RecurrentLayer.Cell, bias: Bool = true, dtype: DType = .float32
    ) throws(SwiftgradError) {
        self.inputSize = inputSize
        self.hiddenSize = hiddenSize
        self.cell = cell
        hasBias = bias
        super.init()
        guard inputSize >= 0 && hiddenSize > 0 else {
            throw .value("\(className): expected positive sizes, got \(inputSize) and \(hiddenSize)")
        }
        let (gates, overflow) = hiddenSize.multipliedReportingOverflow(by: cell.gates)
        guard !overflow else { throw .value("\(className): hidden_size \(hiddenSize) is too large") }
        let bound = 1 / Double(hiddenSize).squareRoot()
        try setParameter("weight_ih", .uniformParameter([gates, inputSize], bound: bound, dtype))
        try setParameter("weight_hh", .uniformParameter([gates, hiddenSize], bound: bound, dtype))
        for name in ["bias_ih", "bias_hh"] {
            try setParameter(name, bias ? .uniformParameter([gates], bound: bound, dtype) : nil)
        }
    }

    public override var extraDescription: String {
        var parts = ["\(inputSize)", "\(hiddenSize)"]
        if !hasBias { parts.append("bias=False") }
        if cell == .relu { parts.append("nonlinearity=relu") }
        return parts.joined(separator: ", ")
    }

    public override class var inputs: [Parameter] {
        super.inputs + [Parameter("hx", .any, default: .some(.none))]
    }

    public override func forward(_ arguments: [Value]) throws(SwiftgradError) -> Value {
        let arguments = try bind(arguments)
        let states = try callAsFunction(arguments.tensor("input"), state: arguments.states("hx")).map(Value.tensor)
        return states.count == 1 ? states[0] : .list(states)
    }

    /// The states after the step from those before it, [h] or [h, c], or none for zeros.
    public func callAsFunction(_ x: Tensor, state: [Tensor]) throws(SwiftgradError) -> [Tensor] {
        var parameters: [Tensor] = []
        for case (let name, _?) in ownParameters { parameters.append(try parameter(name)) }
        return try x.recurrentStep(cell, state: state, parameters: parameters)
    }
}

extension Arguments {
    /// A tensor, several of them, or none.
    fileprivate func states(_ name: String) throws(SwiftgradError) -> [Tensor] {
        switch try value(name) {
        case .none: return []
        case .list: return try tensors(name)
        default: return [try tensor(name)]
        }
    }

    /// A tensor, or one made of a list of integers.
    fileprivate func integers(_ name: String) throws(SwiftgradError) -> Tensor? {
        guard case .list(let items) = try value(name) else { return try optionalTensor(name) }
        let tensor = try Tensor(uninitialised: [items.count], .int64)
        for (position, item) in items.enumerated() {
            guard case .int(let number) = item else {
                throw .type("\(self.name)(): argument '\(name)' must be integers, got \(item.kindName)")
            }
            tensor.pointer.storeBytes(of: Int64(number), toByteOffset: 8 * position, as: Int64.self)
        }
        return tensor
    }
}
