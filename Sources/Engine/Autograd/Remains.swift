/// Nodes and tensors that are given up. A tape can be 100,000 nodes long, and so can a chain of leaves whose gradients hang
/// on the next leaf; released one inside the other they would overflow the stack.
struct Remains {
    private var nodes: [Node] = []
    private var tensors: [Tensor] = []

    /// Gives up what a tensor that ends refers to and, in a loop, whatever that alone keeps alive.
    static func release(_ tensor: Tensor) {
        var remains = Remains()
        remains.takeReferences(of: tensor)
        remains.empty()
    }

    /// Gives up what a node that ends refers to.
    static func release(_ node: Node) {
        var remains = Remains()
        remains.takeReferences(of: node)
        remains.empty()
    }

    private mutating func empty() {
        while true {
            if var node = nodes.popLast() {
                if isKnownUniquelyReferenced(&node) { takeReferences(of: node) }
            } else if var tensor = tensors.popLast() {
                if isKnownUniquelyReferenced(&tensor) { takeReferences(of: tensor) }
            } else {
                return
            }
        }
    }

    private mutating func takeReferences(of tensor: Tensor) {
        if let node = tensor.node { nodes.append(node) }
        if let gradient = tensor.storedGradient { tensors.append(gradient) }
        tensor.node = nil
        tensor.storedGradient = nil
    }

    private mutating func takeReferences(of node: Node) {
        for edge in node.edges {
            switch edge {
            case .none: break
            case .leaf(let leaf): tensors.append(leaf)
            case .node(let next, _): nodes.append(next)
            }
        }
        for saved in node.saved {
            if let tensor = saved.giveUp() { tensors.append(tensor) }
        }
        node.edges = []
        node.saved = []
    }
}
