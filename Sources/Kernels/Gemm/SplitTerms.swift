// A small C with very many terms offers too few blocks to keep threads busy. Then k is cut instead: each part is a product
// of its own, and the parts are added in order. How many parts follows from the sizes, not from the threads.

enum SplitTerms<File: RegisterFile> {
    typealias Scalar = File.Scalar
    typealias Vector = File.Vector

    /// Terms that a part has at least.
    private static var leastTerms: Int { 1024 }

    /// Computes the product in parts of k; false, with nothing done, where that does not pay or memory is short.
    static func run(_ product: MatrixProduct<Scalar>) -> Bool {
        let terms = Double(product.m) * Double(product.n) * Double(product.k)
        let blocks = GemmPlan.mostBlocks(product, for: File.self)
        let wanted = Int(min(32, terms / GemmPlan.termsPerTask)) / blocks
        let mostParts = min(wanted, product.k / leastTerms)
        if blocks >= 4 || mostParts < 2 { return false }
        let length = ((product.k - 1) / mostParts / 8 + 1) * 8
        let parts = (product.k - 1) / length + 1
        let size = product.m * product.n
        let bytes = parts * size * MemoryLayout<Scalar>.stride
        guard let sums = MemoryPool.allocate(bytes)?.assumingMemoryBound(to: Scalar.self) else { return false }
        defer { MemoryPool.deallocate(sums, bytes) }
        ThreadPool.run(tasks: parts) { part in
            var share = product
            let start = part * length
            share.k = min(length, product.k - start)
            share.a += start &* product.aColumn
            share.b += start &* product.bRow
            share.c = sums + part * size
            share.cRow = product.n
            share.accumulate = false
            share.epilogue = Gemm.Epilogue()
            GemmDriver<File>.blocks(share, GemmPlan(share, for: File.self))
        }
        add(product, sums, parts)
        return true
    }

    private static func add(_ product: MatrixProduct<Scalar>, _ sums: UnsafePointer<Scalar>, _ parts: Int) {
        let size = product.m * product.n
        for i in 0..<product.m {
            let target = product.c + i &* product.cRow
            for j in 0..<product.n {
                var sum: Scalar = product.accumulate ? target[j] : 0
                for part in 0..<parts { sum += sums[part &* size &+ i &* product.n &+ j] }
                target[j] = sum
            }
        }
        TileEpilogue<File>.apply(product, 0, product.m, 0, product.n)
    }
}
