/// Nodes by falling sequence number: a binary heap.
struct NodeQueue {
    private var heap: [Node] = []

    mutating func insert(_ node: Node) {
        heap.append(node)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            if heap[parent].sequence >= heap[child].sequence { break }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    /// The node recorded last.
    mutating func popFirst() -> Node? {
        guard heap.count > 1 else { return heap.popLast() }
        heap.swapAt(0, heap.count - 1)
        let first = heap.removeLast()
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count && heap[child + 1].sequence > heap[child].sequence { child += 1 }
            if heap[parent].sequence >= heap[child].sequence { break }
            heap.swapAt(parent, child)
            parent = child
        }
        return first
    }
}
