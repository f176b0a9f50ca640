/// Nodes and tensors that are given up. A tape can be 100,000 nodes long, and so can a chain of leaves whose gradients hang
/// on the next leaf; released one inside the other they would overflow the stack.
struct Remains {
    private var nodes: [Node] = []
    private var tensors: [Tensor] = []

    /// Gives up what a tensor that ends refers to and, in a loop, whatever that alone keeps alive.
    static func release(_ node: inout Node?, _ gradient: inout Tensor?) {
        var remains = Remains()
        remains.take(&node)
        remains.take(&gradient)
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

    private mutating func take(_ node: inout Node?) {
        if let node = node.take() { nodes.append(node) }
    }

    private mutating func take(_ tensor: inout Tensor?) {
        if let tensor = tensor.take() { tensors.append(tensor) }
    }

    private mutating func takeReferences(of tensor: Tensor) {
        take(&tensor.node)
        take(&tensor.storedGradient)
    }

    private mutating func takeReferences(of node: Node) {
        for edge in node.edges {
            switch edge {
            case .none: break
            case .leaf(let leaf): tensors.append(leaf)
            case .node(let next, _): nodes.append(next)
            }
        }
        node.edges.removeAll()
        while let last = node.saved.popLast() {
            if let tensor = last.giveUp() { tensors.append(tensor) }
        }
    }
}
