/// How a product is cut and what of it is packed. It follows from sizes and strides alone.
///
/// Packing costs about as much per element as a quarter of a tile row's multiply-adds. The tile reads A in place as fast
/// as packed, so A is packed only where neither of its strides is 1. B must have neighbouring columns; where it has, it is
/// packed only when many row tiles pass over it, and the packed form's fewer pages and cache conflicts pay.
struct GemmPlan {
    enum PackingOfB {
        case none
        /// Each task packs a sliver just before its tiles pass over it.
        case perTask
        /// All tasks pack it together, then all compute.
        case shared
    }

    /// Terms summed in registers before they are added to C; a panel of a sliver of B fits the first-level cache.
    let kPanel = 256
    /// Rows of C a task; A's panel of it fits the second-level cache.
    let rowBlock: Int
    let rowTasks: Int
    /// Columns of C a task, a multiple of two vectors.
    let columnBlock: Int
    let columnTasks: Int
    let packA: Bool
    let packB: PackingOfB
    /// Terms and columns for which a shared B is packed at a time: 16 MB of float32 at most.
    let kSuper: Int
    let nSuper: Int

    init<Scalar>(_ product: MatrixProduct<Scalar>, rows: Int, width: Int) {
        let (m, n, k) = (product.m, product.n, product.k)
        let terms = Double(m) * Double(n) * Double(k)
        let wanted = max(1, Int(min(terms / Self.termsPerTask, max(12, terms / Self.termsPerLargeTask), 64)))
        let rowParts = (m - 1) / 240 + 1
        let columnParts = max(1, min((wanted - 1) / rowParts + 1, n / (4 * width)))
        rowBlock = Self.blockSize(m, parts: max(rowParts, min(wanted / columnParts, m / (4 * rows))), multiple: rows)
        columnBlock = Self.blockSize(n, parts: columnParts, multiple: 2 * width)
        rowTasks = (m - 1) / rowBlock + 1
        columnTasks = (n - 1) / columnBlock + 1

        packA = product.aRow != 1 && product.aColumn != 1 && n > 2 * width
        if product.bColumn == 1 && n >= 2 * width && m <= 16 * rows {
            packB = .none
        } else {
            packB = rowTasks > 1 ? .shared : .perTask
        }
        let columnsAtOnce = 4096
        nSuper = packB == .shared ? columnsAtOnce : n
        kSuper = packB == .shared ? max(4, (1 << 22) / min(n, columnsAtOnce) / kPanel) * kPanel : k
    }

    /// Multiply-adds that are worth a task of their own: a few microseconds.
    static let termsPerTask = Double(1 << 19)

    /// A dozen tasks keep several threads busy; more of them pay only when each is still large enough to use its rows of A
    /// for many columns.
    static let termsPerLargeTask = Double(1 << 24)

    /// The size of about `parts` nearly equal parts of `count`: the nearest multiple.
    private static func blockSize(_ count: Int, parts: Int, multiple: Int) -> Int {
        max(1, (count / max(parts, 1) + multiple / 2) / multiple) * multiple
    }
}
