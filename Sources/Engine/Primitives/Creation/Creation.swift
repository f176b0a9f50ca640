import SwiftgradKernels

extension Tensor {
    /// An array filled with one number.
    public static func full(_ shape: [Int], _ value: Double, _ dtype: DType = .float32) throws(SwiftgradError) -> Tensor
    {
        try Profiler.scope(.operation, "full") { () throws(SwiftgradError) in
            let result = try Tensor(uninitialised: shape, dtype)
            result.fill(value)
            return result
        }
    }

    /// Sets every element of contiguous memory to a number.
    func fill(_ value: Double) {
        var source = value
        var element: UInt64 = 0
        Convert.cast(1, from: &source, .float64, to: &element, dtype)
        Copy.fill(pointer, count: count, dtype, with: &element)
    }

    public static func zeros(_ shape: [Int], _ dtype: DType = .float32) throws(SwiftgradError) -> Tensor {
        try full(shape, 0, dtype)
    }

    public static func ones(_ shape: [Int], _ dtype: DType = .float32) throws(SwiftgradError) -> Tensor {
        try full(shape, 1, dtype)
    }

    /// A row-major array with these elements. Throws when their number does not fit the shape.
    public convenience init(_ elements: [Float], shape: [Int]) throws(SwiftgradError) {
        try self.init(uninitialised: shape, .float32)
        guard count == elements.count else {
            throw .value("shape \(Shape.text(shape)) holds \(count) elements, got \(elements.count)")
        }
        elements.withUnsafeBytes { bytes in
            if let source = bytes.baseAddress { pointer.copyMemory(from: source, byteCount: bytes.count) }
        }
    }

    /// A 0-d array of a number, of the type it has by itself (int64, float32, bool) or of `dtype`, which must hold it.
    static func scalar(
        _ value: Value, _ dtype: DType? = nil, operation: String = "array"
    ) throws(SwiftgradError) -> Tensor {
        switch value {
        case .tensor(let tensor): return tensor
        case .bool(let flag): return try full([], flag ? 1 : 0, dtype ?? .bool)
        case .double(let number): return try full([], number, dtype ?? .float32)
        case .int(let number):
            let dtype = dtype ?? .int64
            guard dtype.holds(number) else {
                throw .value("\(operation): the number \(number) does not fit \(dtype)")
            }
            if dtype.isFloating { return try full([], Double(number), dtype) }
            let result = try Tensor(uninitialised: [], dtype)
            var source = Int64(number)
            Convert.cast(1, from: &source, .int64, to: result.pointer, dtype)
            return result
        default: throw .type("\(operation)() needs a tensor or a number, got \(value.kindName)")
        }
    }

    /// start, start + step, ... below stop.
    public static func arange(
        _ start: Double, _ stop: Double, step: Double = 1, _ dtype: DType
    ) throws(SwiftgradError) -> Tensor {
        guard step != 0 && !step.isNaN else { throw .value("arange: the step must not be \(step)") }
        let length = ((stop - start) / step).rounded(.up)
        guard length < 9e18 else { throw .value("arange: from \(start) to \(stop) by \(step) is too long") }
        let count = length > 0 ? Int(length) : 0
        let line = try Tensor(uninitialised: [count], .float64)
        let out = line.pointer.assumingMemoryBound(to: Double.self)
        for i in 0..<count { out[i] = start + Double(i) * step }
        return try line.cast(to: dtype)
    }

    /// start, start + step, ... below stop, exact for all integers.
    public static func arange(
        _ start: Int, _ stop: Int, step: Int = 1, _ dtype: DType
    ) throws(SwiftgradError) -> Tensor {
        guard step != 0 else { throw .value("arange: the step must not be 0") }
        let (distance, isTooLong) = stop.subtractingReportingOverflow(start)
        guard !isTooLong && distance != .min else {
            throw .value("arange: from \(start) to \(stop) by \(step) is too long")
        }
        let isEmpty = step > 0 ? distance <= 0 : distance >= 0
        let count = isEmpty ? 0 : (distance - step.signum()) / step + 1
        let line = try Tensor(uninitialised: [count], .int64)
        let out = line.pointer.assumingMemoryBound(to: Int64.self)
        for i in 0..<count { out[i] = Int64(start &+ i &* step) }
        return try line.cast(to: dtype)
    }

    /// `count` numbers from start to stop in equal steps; without the endpoint one step short of stop.
    public static func linspace(
        _ start: Double, _ stop: Double, count: Int, endpoint: Bool = true, _ dtype: DType
    ) throws(SwiftgradError) -> Tensor {
        guard count >= 0 else { throw .value("linspace: the number of samples must not be negative, got \(count)") }
        let line = try Tensor(uninitialised: [count], .float64)
        let out = line.pointer.assumingMemoryBound(to: Double.self)
        let step = (stop - start) / Double(max(1, endpoint ? count - 1 : count))
        for i in 0..<count { out[i] = start + Double(i) * step }
        if endpoint && count > 1 { out[count - 1] = stop }
        return try line.cast(to: dtype)
    }

    /// Ones on the k-th diagonal.
    public static func eye(rows: Int, columns: Int, diagonal: Int, _ dtype: DType) throws(SwiftgradError) -> Tensor {
        let square = try zeros([rows, columns], .bool)
        let out = square.pointer.assumingMemoryBound(to: Bool.self)
        for row in 0..<(columns == 0 ? 0 : rows) {
            let column = row.addingReportingOverflow(diagonal)
            if !column.overflow && column.partialValue >= 0 && column.partialValue < columns {
                out[row * columns + column.partialValue] = true
            }
        }
        return try square.cast(to: dtype)
    }

    /// A vector of integers, int64.
    static func vector(_ numbers: [Int]) throws(SwiftgradError) -> Tensor {
        let result = try Tensor(uninitialised: [numbers.count], .int64)
        let elements = result.pointer.assumingMemoryBound(to: Int64.self)
        for (position, number) in numbers.enumerated() { elements[position] = Int64(number) }
        return result
    }

    /// The only element, as a double. The caller has checked that there is one.
    func scalarDouble() -> Double {
        var result = 0.0
        Convert.cast(1, from: pointer, dtype, to: &result, .float64)
        return result
    }

    /// The only element as a value.
    public func item() throws(SwiftgradError) -> Value {
        guard count == 1 else {
            throw .value("item: only an array of one element is a number, this one has shape \(Shape.text(shape))")
        }
        if dtype.isFloating { return .double(scalarDouble()) }
        if dtype == .bool { return .bool(scalarDouble() != 0) }
        if dtype == .uint64 {
            let number = pointer.load(as: UInt64.self)
            return number > UInt64(Int.max) ? .double(Double(number)) : .int(Int(number))
        }
        var result: Int64 = 0
        Convert.cast(1, from: pointer, dtype, to: &result, .int64)
        return .int(Int(result))
    }
}

extension DType {
    /// Whether an integer can be represented (floats hold any, rounded).
    func holds(_ number: Int) -> Bool {
        switch self {
        case .bool: number == 0 || number == 1
        case .int8: Int8(exactly: number) != nil
        case .int16: Int16(exactly: number) != nil
        case .int32: Int32(exactly: number) != nil
        case .uint8: UInt8(exactly: number) != nil
        case .uint16: UInt16(exactly: number) != nil
        case .uint32: UInt32(exactly: number) != nil
        case .uint64: number >= 0
        default: true
        }
    }
}
