import Swiftgrad
import SwiftgradKernels

/// One parallel pass over all parameters: they are cut into chunks of fixed size, so that the split never depends on the
/// number of threads, and small parameters share a task.
struct UpdatePass<Rule: UpdateRule> {
    private var rules: [Rule] = []
    private var chunks: [UpdateChunk] = []
    private var pieces: [(parameter: Int, range: Range<Int>)] = []
    /// Where each task's pieces start.
    private var taskStarts: [Int] = []
    private var elementsInTask = 0
    /// Parameters whose memory the kernel cannot read as it is: the copy it works on, to be written back.
    private var writeBacks: [(parameter: Tensor, copy: Tensor)] = []
    /// Keeps gradients in another layout or type alive during the pass.
    private var copies: [Tensor] = []
    private var parameters: [Tensor] = []

    /// Elements of a chunk, and the least work that is a task: 16k elements are a few microseconds.
    private static var grain: Int { 1 << 14 }

    mutating func add(_ rule: Rule, _ parameter: Tensor, gradient: Tensor, states: [Tensor]) throws(SwiftgradError) {
        let dtype = parameter.dtype.computeType
        var weight = parameter
        if !parameter.isContiguous || parameter.dtype != dtype {
            weight = try parameter.detach().cast(to: dtype).contiguous()
            writeBacks.append((parameter, weight))
        }
        let gradient = try gradient.detach().cast(to: dtype).contiguous()
        copies.append(gradient)
        parameters.append(parameter)
        rules.append(rule)
        chunks.append(
            UpdateChunk(
                weight: weight.pointer, gradient: gradient.pointer, states: states.map(\.pointer), count: weight.count,
                dtype: dtype))
        for start in stride(from: 0, to: weight.count, by: Self.grain) {
            let range = start..<min(start + Self.grain, weight.count)
            if taskStarts.isEmpty || elementsInTask >= Self.grain {
                taskStarts.append(pieces.count)
                elementsInTask = 0
            }
            elementsInTask += range.count
            pieces.append((chunks.count - 1, range))
        }
    }

    func run() throws(SwiftgradError) {
        ThreadPool.run(tasks: taskStarts.count) { task in
            let end = task + 1 < taskStarts.count ? taskStarts[task + 1] : pieces.count
            for piece in pieces[taskStarts[task]..<end] {
                rules[piece.parameter].run(chunks[piece.parameter][piece.range])
            }
        }
        for (parameter, copy) in writeBacks { try parameter.overwrite(with: copy) }
        for parameter in parameters { parameter.storage.markWritten() }
    }
}

extension Optimiser {
    /// Runs one rule over every parameter that has a gradient.
    ///
    /// `stateNames` are the arrays that the rule keeps; `rule` makes it for an entry whose `step` counts this step already.
    /// Returns the entries that took the step. Nothing has changed when this throws.
    @discardableResult
    func update<Rule: UpdateRule>(
        _ groups: some Sequence<Group>, stateNames: [String],
        _ rule: (Group) throws(SwiftgradError) -> (Entry) -> Rule
    ) throws(SwiftgradError) -> [Entry] {
        var pass = UpdatePass<Rule>()
        var stepped: [Entry] = []
        do throws(SwiftgradError) {
            try withNoGrad { () throws(SwiftgradError) in
                for group in groups {
                    let makeRule = try rule(group)
                    for entry in group.entries {
                        guard let gradient = entry.parameter.grad else { continue }
                        try entry.prepare(gradient, stateNames, optimiser: className)
                        entry.step += 1
                        stepped.append(entry)
                        try pass.add(
                            makeRule(entry), entry.parameter, gradient: gradient, states: entry.states)
                    }
                }
            }
        } catch {
            for entry in stepped { entry.step -= 1 }
            throw error
        }
        try withNoGrad { () throws(SwiftgradError) in try pass.run() }
        for entry in stepped { entry.isFresh = false }
        return stepped
    }
}

extension Optimiser.Entry {
    /// Checks the gradient and makes the states on the first step, in the type that the step is computed in.
    func prepare(_ gradient: Tensor, _ names: [String], optimiser: String) throws(SwiftgradError) {
        guard gradient.shape == parameter.shape else {
            throw .value(
                "\(optimiser): a parameter of shape \(Shape.text(parameter.shape)) has a gradient of shape "
                    + Shape.text(gradient.shape))
        }
        guard parameter.isWritable else { throw .value("\(optimiser): the memory of a parameter cannot be written") }
        if stateNames == names { return }
        let kept = Dictionary(zip(stateNames, states), uniquingKeysWith: { $1 })
        var all: [Tensor] = []
        for name in names {
            if let state = kept[name] {
                all.append(state)
            } else {
                all.append(try Tensor.zeros(parameter.shape, parameter.dtype.computeType))
                isFresh = true
            }
        }
        states = all
        stateNames = names
    }
}
