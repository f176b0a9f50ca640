/// What a plan depends on and only measurement tells.
struct GemmTuning {
    /// Most terms of a panel.
    let kPanel: Int
    /// Most rows of a task. A block of A (`rowBlock` x `kPanel`) is about half of the second-level cache.
    let rowBlock: Int
    /// A few tasks for each thread keep them all busy; more of them pay only when each is still large enough to use its
    /// rows of A for many columns.
    let termsPerLargeTask: Double
    /// B with neighbouring columns is read in place where at most so many rows pass over it.
    private let rowsForNearB: Int
    /// The same for a B that the second-level cache does not hold.
    private let rowsForDistantB: Int
    /// Whether A is packed although one of its strides is 1, where its rows or columns are so far apart that a tile's
    /// elements fall into few sets of the first-level cache.
    let packsDistantA: Bool

    static let wide =
        CacheSize.firstLevel < 48 << 10
        ? wideSmallCache : CacheSize.secondLevel <= 1 << 20 ? wideLargeCache : wideLargeCaches

    /// Measured on Zen 5 with AVX-512 (48 KB of first-level cache, whose sets hold the twelve rows of a tile).
    private static let wideLargeCache = GemmTuning(
        kPanel: 256, rowBlock: 240, termsPerLargeTask: Double(1 << 24), rowsForNearB: 192, rowsForDistantB: 192,
        packsDistantA: false)

    /// Measured on Emerald Rapids with AVX-512 (48 KB of first-level cache, 2 MB of second-level cache, a slow third level,
    /// and two multiply-adds a cycle, which wait for whatever is far).
    private static let wideLargeCaches = GemmTuning(
        kPanel: 320, rowBlock: 360, termsPerLargeTask: .infinity, rowsForNearB: 96, rowsForDistantB: 24,
        packsDistantA: true)

    /// Measured on Zen 4 with AVX-512 (32 KB of first-level cache in sets of eight, 1 MB of second-level cache).
    private static let wideSmallCache = GemmTuning(
        kPanel: 512, rowBlock: 240, termsPerLargeTask: Double(1 << 22), rowsForNearB: 192, rowsForDistantB: 192,
        packsDistantA: true)

    /// Measured on Zen 3 with AVX2 (32 KB of first-level cache). A sliver of B fills the first-level cache and comes from
    /// the second as fast as the tile uses it: what is saved is every other pass over C.
    static let narrow = GemmTuning(
        kPanel: 512, rowBlock: 120, termsPerLargeTask: Double(1 << 26), rowsForNearB: 24, rowsForDistantB: 24,
        packsDistantA: true)

    func rowsForUnpackedB<Scalar>(_ product: MatrixProduct<Scalar>) -> Int {
        let bytes = product.k &* product.n &* MemoryLayout<Scalar>.stride
        return bytes <= CacheSize.secondLevel ? rowsForNearB : rowsForDistantB
    }

    func packsA<Scalar>(_ product: MatrixProduct<Scalar>) -> Bool {
        let size = MemoryLayout<Scalar>.stride
        if product.aRow == 1 { return packsDistantA && product.n >= 96 && abs(product.aColumn) >= 1024 / size }
        if product.aColumn == 1 {
            let setPeriod = 4096
            return packsDistantA && product.n >= 256 && product.aRow % (setPeriod / size) == 0
        }
        return product.n > 32
    }
}
