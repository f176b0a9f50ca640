/// The rows of one head that tiles of the backward pass read or write as whole vectors: in place where the head size is
/// a multiple of a vector, otherwise copies that are padded with zeros, and written back.
struct PaddedRows<File: RegisterFile> where File.Vector: AttentionVector {
    typealias Vector = File.Vector
    typealias Scalar = File.Scalar
    typealias Pointer = UnsafeMutablePointer<Scalar>

    /// Lengths of a row in whole vectors.
    let headSize: Int
    let valueSize: Int
    private(set) var q: Pointer
    private(set) var k: Pointer
    private(set) var gradient: Pointer
    private(set) var dq: Pointer
    private(set) var dk: Pointer
    private(set) var dv: Pointer
    private(set) var qRow: Int
    private(set) var kRow: Int
    private(set) var gradientRow: Int
    private(set) var dqRow: Int
    private(set) var dkRow: Int
    private(set) var dvRow: Int
    private let padsHeads: Bool
    private let padsValues: Bool

    private static func whole(_ size: Int) -> Int { (size &+ Vector.width &- 1) / Vector.width &* Vector.width }

    static func size(_ problem: Attention.Problem) -> Int {
        let (head, value) = (whole(problem.headSize), whole(problem.valueSize))
        let heads = head == problem.headSize ? 0 : 2 &* (problem.queries &+ problem.keys) &* head
        return heads &+ (value == problem.valueSize ? 0 : (problem.queries &+ problem.keys) &* value)
    }

    init(_ problem: Attention.Problem, _ memory: Pointer) {
        headSize = Self.whole(problem.headSize)
        valueSize = Self.whole(problem.valueSize)
        padsHeads = headSize != problem.headSize
        padsValues = valueSize != problem.valueSize
        q = memory
        dq = q + (padsHeads ? problem.queries &* headSize : 0)
        k = dq + (padsHeads ? problem.queries &* headSize : 0)
        dk = k + (padsHeads ? problem.keys &* headSize : 0)
        gradient = dk + (padsHeads ? problem.keys &* headSize : 0)
        dv = gradient + (padsValues ? problem.queries &* valueSize : 0)
        (qRow, kRow, dqRow, dkRow) = (headSize, headSize, headSize, headSize)
        (gradientRow, dvRow) = (valueSize, valueSize)
    }

    /// Brings in a head of keys; its gradients start at zero.
    mutating func openKeys(_ problem: Attention.Problem, _ operands: FlashGradients, _ batch: Int, _ head: Int) {
        if padsHeads {
            Self.copy(problem.k.start(batch, head), problem.k.row, problem.headSize, problem.keys, to: k, headSize)
        } else {
            (k, kRow) = (problem.k.start(batch, head), problem.k.row)
            (dk, dkRow) = (operands.dk.start(batch, head), operands.dk.row)
        }
        if !padsValues { (dv, dvRow) = (operands.dv.start(batch, head), operands.dv.row) }
        Self.clear(dk, dkRow, headSize, problem.keys)
        Self.clear(dv, dvRow, valueSize, problem.keys)
    }

    /// Brings in a head of queries and of output gradients; the queries' gradients start at zero.
    mutating func openQueries(_ problem: Attention.Problem, _ operands: FlashGradients, _ batch: Int, _ head: Int) {
        if padsHeads {
            Self.copy(problem.q.start(batch, head), problem.q.row, problem.headSize, problem.queries, to: q, headSize)
        } else {
            (q, qRow) = (problem.q.start(batch, head), problem.q.row)
            (dq, dqRow) = (operands.dq.start(batch, head), operands.dq.row)
        }
        let given: Pointer = operands.gradient.start(batch, head)
        if padsValues {
            Self.copy(given, operands.gradient.row, problem.valueSize, problem.queries, to: gradient, valueSize)
        } else {
            (gradient, gradientRow) = (given, operands.gradient.row)
        }
        Self.clear(dq, dqRow, headSize, problem.queries)
    }

    func closeQueries(_ problem: Attention.Problem, _ operands: FlashGradients, _ batch: Int, _ head: Int) {
        guard padsHeads else { return }
        Self.write(dq, headSize, problem.headSize, problem.queries, to: operands.dq.start(batch, head), operands.dq.row)
    }

    func closeKeys(_ problem: Attention.Problem, _ operands: FlashGradients, _ batch: Int, _ head: Int) {
        if padsHeads {
            Self.write(
                dk, headSize, problem.headSize, problem.keys, to: operands.dk.start(batch, head), operands.dk.row)
        }
        if padsValues {
            Self.write(
                dv, valueSize, problem.valueSize, problem.keys, to: operands.dv.start(batch, head), operands.dv.row)
        }
    }

    private static func copy(
        _ source: Pointer, _ row: Int, _ length: Int, _ count: Int, to target: Pointer, _ targetRow: Int
    ) {
        for i in 0..<count {
            (target + i &* targetRow).update(from: source + i &* row, count: length)
            (target + (i &* targetRow &+ length)).update(repeating: 0, count: targetRow &- length)
        }
    }

    private static func write(
        _ source: Pointer, _ row: Int, _ length: Int, _ count: Int, to target: Pointer, _ targetRow: Int
    ) {
        for i in 0..<count { (target + i &* targetRow).update(from: source + i &* row, count: length) }
    }

    private static func clear(_ target: Pointer, _ row: Int, _ length: Int, _ count: Int) {
        for i in 0..<count { (target + i &* row).update(repeating: 0, count: length) }
    }
}
