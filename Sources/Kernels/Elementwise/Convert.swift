import CPlatform
import Glibc

// Every dtype to every other. Half precision goes through float32 in chunks that stay in the first-level cache; what
// has more bits than float32 gets there rounded to odd (the last bit remembers that something was cut off), so that
// the rounding to half precision is the only one. `bool` reads as uint8 and is written as "is not zero".

/// Conversion of contiguous elements from one dtype to another.
public enum Convert {
    /// Converts `count` elements. Floats become integers by truncation and saturate; NaN becomes 0. Integers wrap.
    /// Floats round to nearest, ties to even. The two blocks must not overlap, unless they are the same block and
    /// elements have the same size.
    public static func cast(
        _ count: Int, from source: UnsafeRawPointer, _ sourceType: DType,
        to target: UnsafeMutableRawPointer, _ targetType: DType
    ) {
        if sourceType == targetType {
            memmove(target, source, count * sourceType.itemSize)
            return
        }
        switch sourceType {
        case .bool, .uint8: fromInteger(count, source.assumingMemoryBound(to: UInt8.self), target, targetType)
        case .int8: fromInteger(count, source.assumingMemoryBound(to: Int8.self), target, targetType)
        case .int16: fromInteger(count, source.assumingMemoryBound(to: Int16.self), target, targetType)
        case .int32: fromInteger(count, source.assumingMemoryBound(to: Int32.self), target, targetType)
        case .int64: fromInteger(count, source.assumingMemoryBound(to: Int64.self), target, targetType)
        case .uint16: fromInteger(count, source.assumingMemoryBound(to: UInt16.self), target, targetType)
        case .uint32: fromInteger(count, source.assumingMemoryBound(to: UInt32.self), target, targetType)
        case .uint64: fromInteger(count, source.assumingMemoryBound(to: UInt64.self), target, targetType)
        case .float16, .bfloat16: fromHalf(count, source, sourceType, target, targetType)
        case .float32: fromFloat(count, source.assumingMemoryBound(to: Float.self), target, targetType)
        case .float64: fromFloat(count, source.assumingMemoryBound(to: Double.self), target, targetType)
        }
    }

    private static func fromInteger<S: FixedWidthInteger>(
        _ count: Int, _ x: UnsafePointer<S>, _ target: UnsafeMutableRawPointer, _ type: DType
    ) {
        switch type {
        case .bool: map(count, x, target, UInt8.self) { $0 != 0 ? 1 : 0 }
        case .int8, .uint8: map(count, x, target, UInt8.self) { UInt8(truncatingIfNeeded: $0) }
        case .int16, .uint16: map(count, x, target, UInt16.self) { UInt16(truncatingIfNeeded: $0) }
        case .int32, .uint32: map(count, x, target, UInt32.self) { UInt32(truncatingIfNeeded: $0) }
        case .int64, .uint64: map(count, x, target, UInt64.self) { UInt64(truncatingIfNeeded: $0) }
        case .float32: map(count, x, target, Float.self) { Float($0) }
        case .float64: map(count, x, target, Double.self) { Double($0) }
        case .float16, .bfloat16:
            inChunks(count, target, type) { chunk, start, size in
                map(size, x + start, chunk, Float.self) { roundedToOdd($0) }
            }
        }
    }

    private static func fromFloat<S: SaturatingFloat>(
        _ count: Int, _ x: UnsafePointer<S>, _ target: UnsafeMutableRawPointer, _ type: DType
    ) {
        switch type {
        case .bool: map(count, x, target, UInt8.self) { $0 != 0 ? 1 : 0 }
        case .int8:
            map(count, x, target, Int8.self) { Int8(truncatingIfNeeded: max(-128, min($0.saturatedInt32, 127))) }
        case .uint8:
            map(count, x, target, UInt8.self) { UInt8(truncatingIfNeeded: max(0, min($0.saturatedInt32, 255))) }
        case .int16:
            map(count, x, target, Int16.self) { Int16(truncatingIfNeeded: max(-32768, min($0.saturatedInt32, 32767))) }
        case .uint16:
            map(count, x, target, UInt16.self) { UInt16(truncatingIfNeeded: max(0, min($0.saturatedInt32, 65535))) }
        case .int32: map(count, x, target, Int32.self) { $0.saturatedInt32 }
        case .uint32: map(count, x, target, UInt32.self) { $0.saturatedUInt32 }
        case .int64: map(count, x, target, Int64.self) { $0.saturatedInt64 }
        case .uint64: map(count, x, target, UInt64.self) { $0.saturatedUInt64 }
        case .float32: map(count, x, target, Float.self) { $0.float }
        case .float64: map(count, x, target, Double.self) { $0.double }
        case .float16, .bfloat16:
            if let floats = x as? UnsafePointer<Float> {
                toHalf(count, floats, target, type)
            } else {
                inChunks(count, target, type) { chunk, start, size in
                    map(size, x + start, chunk, Float.self) { roundedToOdd($0.double) }
                }
            }
        }
    }

    private static func fromHalf(
        _ count: Int, _ source: UnsafeRawPointer, _ sourceType: DType,
        _ target: UnsafeMutableRawPointer, _ targetType: DType
    ) {
        let halves = source.assumingMemoryBound(to: UInt16.self)
        if targetType == .float32 {
            toFloat(count, halves, sourceType, target.assumingMemoryBound(to: Float.self))
            return
        }
        withUnsafeTemporaryAllocation(of: Float.self, capacity: chunkSize) { buffer in
            guard let chunk = buffer.baseAddress else { return }
            var start = 0
            while start < count {
                let size = min(chunkSize, count - start)
                toFloat(size, halves + start, sourceType, chunk)
                cast(size, from: chunk, .float32, to: target + start * targetType.itemSize, targetType)
                start += size
            }
        }
    }

    /// Elements that a chunk holds: small enough for the stack.
    private static let chunkSize = 256

    /// Fills chunks of float32 and rounds each to half precision.
    private static func inChunks(
        _ count: Int, _ target: UnsafeMutableRawPointer, _ type: DType,
        _ fill: (UnsafeMutableRawPointer, Int, Int) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: Float.self, capacity: chunkSize) { buffer in
            guard let chunk = buffer.baseAddress else { return }
            var start = 0
            while start < count {
                let size = min(chunkSize, count - start)
                fill(UnsafeMutableRawPointer(chunk), start, size)
                toHalf(size, chunk, target + start * 2, type)
                start += size
            }
        }
    }

    private static func toFloat(
        _ count: Int, _ source: UnsafePointer<UInt16>, _ type: DType, _ target: UnsafeMutablePointer<Float>
    ) {
        if type == .float16 {
            sg_convert_f16_to_f32(count, source, target)
        } else {
            sg_convert_bf16_to_f32(count, source, target)
        }
    }

    private static func toHalf(
        _ count: Int, _ source: UnsafePointer<Float>, _ target: UnsafeMutableRawPointer, _ type: DType
    ) {
        if type == .float16 {
            sg_convert_f32_to_f16(count, source, target.assumingMemoryBound(to: UInt16.self))
        } else {
            sg_convert_f32_to_bf16(count, source, target.assumingMemoryBound(to: UInt16.self))
        }
    }

    @inline(__always)
    private static func map<S, T>(
        _ count: Int, _ x: UnsafePointer<S>, _ target: UnsafeMutableRawPointer, _ type: T.Type, _ function: (S) -> T
    ) {
        let y = target.assumingMemoryBound(to: T.self)
        var i = 0
        while i < count {
            y[i] = function(x[i])
            i &+= 1
        }
    }

    /// `x` as float32; where inexact, of the two neighbours the one whose last bit is 1.
    private static func roundedToOdd(_ x: Double) -> Float {
        let nearest = Float(x)
        if Double(nearest) == x || !nearest.isFinite || x != x { return nearest }
        let tooLarge = Double(nearest).magnitude > x.magnitude
        return Float(bitPattern: (nearest.bitPattern &- (tooLarge ? 1 : 0)) | 1)
    }

    private static func roundedToOdd<S: FixedWidthInteger>(_ x: S) -> Float {
        if S.bitWidth <= 16 { return Float(x) }
        if S.bitWidth <= 32 { return roundedToOdd(Double(x)) }
        let cut = x & 0x7ff
        let tooLong = x.magnitude > 1 << 53
        return roundedToOdd(Double(tooLong && cut != 0 ? (x &- cut) | 0x800 : x))
    }
}

/// Conversions out of a float that neither trap nor leave a result undefined.
private protocol SaturatingFloat: BinaryFloatingPoint {
    var saturatedInt32: Int32 { get }
    var saturatedUInt32: UInt32 { get }
    var saturatedInt64: Int64 { get }
    var saturatedUInt64: UInt64 { get }
    var float: Float { get }
    var double: Double { get }
}

extension Float: SaturatingFloat {
    @inline(__always) var saturatedInt32: Int32 { sg_f32_to_i32(self) }
    @inline(__always) var saturatedUInt32: UInt32 { sg_f32_to_u32(self) }
    @inline(__always) var saturatedInt64: Int64 { sg_f32_to_i64(self) }
    @inline(__always) var saturatedUInt64: UInt64 { sg_f32_to_u64(self) }
    @inline(__always) var float: Float { self }
    @inline(__always) var double: Double { Double(self) }
}

extension Double: SaturatingFloat {
    @inline(__always) var saturatedInt32: Int32 { sg_f64_to_i32(self) }
    @inline(__always) var saturatedUInt32: UInt32 { sg_f64_to_u32(self) }
    @inline(__always) var saturatedInt64: Int64 { sg_f64_to_i64(self) }
    @inline(__always) var saturatedUInt64: UInt64 { sg_f64_to_u64(self) }
    @inline(__always) var float: Float { Float(self) }
    @inline(__always) var double: Double { self }
}
