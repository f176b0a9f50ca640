import SwiftgradKernels

/// The backward pass: nodes in the reverse order of recording, each once all gradients that reach it have arrived.
struct BackwardPass {
    /// Gradients go on the tape themselves.
    let createGraph: Bool
    let retainGraph: Bool
    /// Tensors whose gradients are collected instead of accumulated into `.grad`; nil collects into leaves.
    let targets: [Tensor]?

    private var pending: [ObjectIdentifier: [PendingGradient]] = [:]
    private var queue = NodeQueue()
    private var collected: [Tensor?] = []
    private var arrived = ArrivedGradients()
    /// With targets: the nodes on a way to one of them.
    private var relevant: Set<ObjectIdentifier>?

    init(createGraph: Bool, retainGraph: Bool, targets: [Tensor]? = nil) {
        self.createGraph = createGraph
        self.retainGraph = retainGraph
        self.targets = targets
        if let targets { collected = [Tensor?](repeating: nil, count: targets.count) }
    }

    /// Runs from `roots` with the gradients `seeds`; returns the gradients of the targets.
    mutating func run(_ roots: [Tensor], seeds: [Tensor]) throws(SwiftgradError) -> [Tensor?] {
        if let targets { relevant = Node.leading(to: targets, from: roots.compactMap(\.node)) }
        let enabled = GradMode.isEnabled
        GradMode.isEnabled = createGraph
        defer { GradMode.isEnabled = enabled }
        let scope = Profiler.begin(.phase, "backward", phase: .backward)
        defer { Profiler.end(scope) }
        for (root, seed) in zip(roots, seeds) {
            if root.node != nil || root.isParameter { try deliver(seed, to: Node.edge(root)) }
        }
        while let node = queue.popFirst() {
            try Interruption.check()
            try Profiler.scope(.backward, node.primitive.name, layer: node.layer, shapes: node.inputSpecs.map(\.shape))
            {
                () throws(SwiftgradError) in try visit(node)
            }
        }
        try arrived.accumulate(createGraph: createGraph)
        for (position, target) in (targets ?? []).enumerated() where !target.hooks.isEmpty {
            if let gradient = collected[position] { collected[position] = try target.hooks.apply(gradient) }
        }
        return collected
    }

    private mutating func visit(_ node: Node) throws(SwiftgradError) {
        guard let arrived = pending.removeValue(forKey: ObjectIdentifier(node)) else { return }
        let sums = try zip(arrived, node.outputSpecs).map { arrived, spec throws(SwiftgradError) in
            try arrived.total(spec.shape)
        }
        let gradients = node.hooks.isEmpty ? sums : try node.hooked(sums)
        if let targets {
            for (position, target) in targets.enumerated() where target.node === node {
                collected[position] = gradients[target.outputIndex]
            }
            if relevant?.contains(ObjectIdentifier(node)) == false { return }
        }
        guard !node.isReleased else { throw Node.releasedError }
        try retain(gradients, of: node)
        if let slice = node.primitive as? Slice, !createGraph, case .node(let source, let output) = node.edges[0] {
            if let gradient = gradients[0] {
                expect(source)
                pending[ObjectIdentifier(source)]?[output].add(gradient, at: slice.parts)
            }
        } else {
            let results = try node.primitive.pullback(PullbackContext(node: node, gradients: gradients))
            let edges = node.edges
            for (edge, gradient) in zip(edges, results) {
                if let gradient { try deliver(gradient, to: edge) }
            }
        }
        if !retainGraph {
            node.giveUpSaved()
        }
    }

    private mutating func retain(_ gradients: [Tensor?], of node: Node) throws(SwiftgradError) {
        guard targets == nil else { return }
        for tensor in node.retaining {
            if let gradient = gradients[tensor.outputIndex] { try arrived.add(gradient, to: tensor) }
        }
    }

    private mutating func deliver(_ gradient: Tensor, to edge: Node.Edge) throws(SwiftgradError) {
        switch edge {
        case .none: return
        case .leaf(let leaf): try accumulate(gradient, into: leaf)
        case .node(let node, let output):
            expect(node)
            try pending[ObjectIdentifier(node)]?[output].add(gradient)
        }
    }

    /// Makes room for what arrives at a node, and has it visited.
    private mutating func expect(_ node: Node) {
        let key = ObjectIdentifier(node)
        guard pending[key] == nil else { return }
        pending[key] = [PendingGradient](repeating: PendingGradient(), count: node.outputSpecs.count)
        queue.insert(node)
    }

    private mutating func accumulate(_ gradient: Tensor, into leaf: Tensor) throws(SwiftgradError) {
        if let targets {
            for (position, target) in targets.enumerated() where target === leaf {
                collected[position] = try BackwardPass.sum(collected[position], gradient)
            }
        } else {
            try arrived.add(gradient, to: leaf)
        }
    }

    static func sum(_ first: Tensor?, _ second: Tensor) throws(SwiftgradError) -> Tensor {
        guard let first else { return second }
        return try first + second
    }
}

extension Node {
    /// The nodes from which one of `targets` can be reached, found from `roots` without recursion.
    static func leading(to targets: [Tensor], from roots: [Node]) -> Set<ObjectIdentifier> {
        let goals = Set(targets.compactMap { $0.node.map(ObjectIdentifier.init) })
        let leaves = Set(targets.filter { $0.node == nil }.map(ObjectIdentifier.init))
        var found: [ObjectIdentifier: Node] = [:]
        var stack = roots
        while let node = stack.popLast() {
            guard found.updateValue(node, forKey: ObjectIdentifier(node)) == nil else { continue }
            for case .node(let next, _) in node.edges { stack.append(next) }
        }
        var leading: Set<ObjectIdentifier> = []
        for node in found.values.sorted(by: { $0.sequence < $1.sequence }) {
            let leads = node.edges.contains { edge in
                switch edge {
                case .none: false
                case .leaf(let leaf): leaves.contains(ObjectIdentifier(leaf))
                case .node(let next, _):
                    goals.contains(ObjectIdentifier(next)) || leading.contains(ObjectIdentifier(next))
                }
            }
            if leads { leading.insert(ObjectIdentifier(node)) }
        }
        return leading
    }
}
