/// How a product is cut and what of it is packed.
///
/// The order in which an element's terms are added follows from sizes and strides alone. Into how many tasks C is cut
/// follows from the threads too: a task packs or fetches its rows of A for itself, so they should be few and large, and
/// yet enough that a thread which is held up does not keep the others waiting.
///
/// Packing costs about as much per element as a quarter of a tile row's multiply-adds, so it must be saved again by tiles
/// that find their operands in fewer pages and cache sets. What pays differs between register files: `GemmTuning`.
struct GemmPlan {
    enum Packing {
        case none
        /// Each task packs what it needs: a panel of its rows of A, a sliver of B just before its tiles pass over it.
        case perTask
        /// All tasks pack it together, then all compute.
        case shared
    }

    /// Terms summed in registers before they are added to C.
    let kPanel: Int
    /// Rows of C a task; A's panel of it fits the second-level cache.
    let rowBlock: Int
    let rowTasks: Int
    /// Columns of C a task, a multiple of two vectors.
    let columnBlock: Int
    let columnTasks: Int
    let packA: Packing
    let packB: Packing
    /// Terms, columns and rows for which shared operands are packed at a time: 16 MB of float32 each at most.
    let kSuper: Int
    let nSuper: Int
    let mSuper: Int

    init<File: RegisterFile>(_ product: MatrixProduct<File.Scalar>, for _: File.Type) {
        let (m, n, k) = (product.m, product.n, product.k)
        let (tuning, width) = (File.tuning, File.Vector.width)
        let terms = Double(m) * Double(n) * Double(k)
        let threads = ThreadPool.threadsOfNextRegion
        let enough = max(threads == 1 ? 1 : Double(4 * threads), min(terms / tuning.termsPerLargeTask, 64))
        let wanted = max(1, Int(min(terms / Self.termsPerTask, enough)))
        let (mostRows, mostColumns) = (m / Self.leastRows(File.self), n / Self.leastColumns(File.self))
        let packsA = tuning.packsA(product)
        var rowParts = (m - 1) / tuning.rowBlock + 1
        var columnParts = max(1, min((wanted - 1) / rowParts + 1, mostColumns))
        rowParts = max(rowParts, min(wanted / columnParts, mostRows))
        if packsA && product.aRow == 1 && product.bColumn == 1 {
            // Each element is packed once, by the task that uses it, if only the longer side of C is cut.
            if n <= m && mostRows >= Self.fewTasks {
                (rowParts, columnParts) = (max((m - 1) / tuning.rowBlock + 1, min(wanted, mostRows)), 1)
            } else if m <= 4 * tuning.rowBlock && mostColumns >= Self.fewTasks {
                (rowParts, columnParts) = (1, min(wanted, mostColumns))
            }
        }
        kPanel = Self.panel(k, tuning)
        rowBlock = Self.blockSize(m, parts: rowParts, multiple: File.rows)
        columnBlock = Self.blockSize(n, parts: columnParts, multiple: 2 * width)
        rowTasks = (m - 1) / rowBlock + 1
        columnTasks = (n - 1) / columnBlock + 1

        if packsA {
            packA = columnTasks > 1 ? .shared : .perTask
        } else {
            packA = .none
        }
        if product.bColumn == 1 && n >= 2 * width && m <= tuning.rowsForUnpackedB(product) {
            packB = .none
        } else {
            packB = rowTasks > 1 ? .shared : .perTask
        }
        let atOnce = 4096
        nSuper = packB == .shared ? atOnce : n
        mSuper = packA == .shared ? max(1, atOnce / rowBlock) * rowBlock : m
        let longest = max(packB == .shared ? min(n, atOnce) : 1, packA == .shared ? min(m, atOnce) : 1)
        kSuper = longest > 1 ? max(1, (1 << 20) / longest / kPanel) * kPanel : k
    }

    /// The plan for a B that has been packed as a whole.
    init<File: RegisterFile>(packedB product: MatrixProduct<File.Scalar>, for _: File.Type) {
        kPanel = Self.panel(product.k, File.tuning)
        rowBlock = File.tuning.rowBlock
        rowTasks = (product.m - 1) / rowBlock + 1
        columnBlock = product.n
        columnTasks = 1
        packA = .none
        packB = .shared
        kSuper = product.k
        nSuper = product.n
        mSuper = product.m
    }

    /// Blocks that C can be cut into, each large enough.
    static func mostBlocks<File: RegisterFile>(_ product: MatrixProduct<File.Scalar>, for _: File.Type) -> Int {
        max(1, product.m / leastRows(File.self)) * max(1, product.n / leastColumns(File.self))
    }

    private static func leastRows<File: RegisterFile>(_: File.Type) -> Int { 4 * File.rows }
    private static func leastColumns<File: RegisterFile>(_: File.Type) -> Int { 4 * File.Vector.width }

    /// Enough for several threads.
    private static let fewTasks = 4

    /// Multiply-adds that are worth a task of their own: a few microseconds.
    static let termsPerTask = Double(1 << 19)

    private static func panel(_ k: Int, _ tuning: GemmTuning) -> Int {
        blockSize(k, parts: (k - 1) / tuning.kPanel + 1, multiple: 8)
    }

    /// The size of at most `parts` nearly equal parts of `count`, a multiple.
    private static func blockSize(_ count: Int, parts: Int, multiple: Int) -> Int {
        ((count - 1) / (max(parts, 1) * multiple) + 1) * multiple
    }
}
