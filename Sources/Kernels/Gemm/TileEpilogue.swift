/// Bias and activation on a part of C.
enum TileEpilogue<File: RegisterFile> {
    typealias Vector = File.Vector

    @inline(__always)
    static func apply(_ product: MatrixProduct<File.Scalar>, _ row: Int, _ rows: Int, _ column: Int, _ columns: Int) {
        let epilogue = product.epilogue
        if epilogue.columnBias == nil && epilogue.rowBias == nil && epilogue.activation == .none { return }
        run(product, row, rows, column, columns)
    }

    @inline(never)
    private static func run(
        _ product: MatrixProduct<File.Scalar>, _ row: Int, _ rows: Int, _ column: Int, _ columns: Int
    ) {
        let epilogue = product.epilogue
        let columnBias = epilogue.columnBias.map { $0 + column }
        for i in row..<row &+ rows {
            let target = product.c + (i &* product.cRow &+ column)
            let rowBias = Vector(repeating: epilogue.rowBias?[i] ?? 0)
            var j = 0
            while j &+ Vector.width <= columns {
                var x = Vector(loading: target + j)
                if let columnBias { x = x + Vector(loading: columnBias + j) }
                activate(x + rowBias, epilogue.activation).store(to: target + j)
                j &+= Vector.width
            }
            if j < columns {
                var x = Vector(loading: target + j, count: columns &- j)
                if let columnBias { x = x + Vector(loading: columnBias + j, count: columns &- j) }
                activate(x + rowBias, epilogue.activation).store(to: target + j, count: columns &- j)
            }
        }
    }

    @inline(__always)
    private static func activate(_ x: Vector, _ activation: Gemm.Activation) -> Vector {
        switch activation {
        case .none: x
        case .relu: x.rectified()
        }
    }
}
