/// How a product is cut. It follows from sizes and strides alone.
struct GemmPlan {
    /// Terms summed in registers before they are added to C.
    var kPanel = 256
    /// Rows of C a task: a multiple of the tile's height, and A's block of it stays in the second-level cache.
    var rowBlock: Int
    /// Columns of C a task, a multiple of two vectors.
    var columnBlock: Int
    /// Terms, and columns, for which B is packed at a time.
    var kSuper: Int
    var nSuper: Int
    var packA: Bool
    var packB: Bool
    /// Whether B is packed for all tasks at once, or by each task as it goes.
    var shareB: Bool
    /// Elements of B that one packing task takes.
    let packGrain = 1 << 15

    init<Scalar>(_ product: MatrixProduct<Scalar>, rows: Int, width: Int) {
        let (m, n, k) = (product.m, product.n, product.k)
        let isScattered = product.aRow != 1 && product.aColumn != 1
        packA = isScattered && n > 2 * width
        packB = product.bColumn != 1 || n < width || m > 16 * rows
        let terms = Double(m) * Double(n) * Double(k)
        let wanted = max(1, Int(min(64, terms / Double(1 << 20))))
        var rowTasks = (m - 1) / 240 + 1
        let columnTasks = max(1, min((wanted - 1) / rowTasks + 1, n / (4 * width)))
        rowTasks = max(rowTasks, min(wanted / columnTasks, m / (4 * rows)))
        rowBlock = Self.blockSize(m, parts: rowTasks, multiple: rows)
        columnBlock = Self.blockSize(n, parts: columnTasks, multiple: 2 * width)
        shareB = rowTasks > 1
        nSuper = 4096
        kSuper = max(4, (1 << 22) / min(n + 2 * width, 4096) / kPanel) * kPanel
    }

    /// The size of `parts` nearly equal parts of `count`, rounded up to a multiple.
    private static func blockSize(_ count: Int, parts: Int, multiple: Int) -> Int {
        let size = (count - 1) / max(parts, 1) + 1
        return (size + multiple - 1) / multiple * multiple
    }
}
