import Glibc
import XCTest

@testable import SwiftgradKernels

/// Conversions between all dtypes, against the rules applied to one element at a time.
final class ConvertTests: XCTestCase {
    func testEveryPairFollowsTheRules() {
        for source in DType.allCases {
            let values = Self.samples.map { Number($0, as: source) }
            for target in DType.allCases {
                let actual = convert(values, source, target)
                for (value, result) in zip(values, actual) {
                    let expected = value.converted(to: target)
                    XCTAssertTrue(
                        result.matches(expected), "\(value) \(source) -> \(target): \(result), not \(expected)")
                }
            }
        }
    }

    func testFloat16RoundTripsExactly() {
        let halves = (0...UInt16.max).map { $0 }
        var floats = [Float](repeating: 0, count: halves.count)
        var back = [UInt16](repeating: 0, count: halves.count)
        Convert.cast(halves.count, from: halves, .float16, to: &floats, .float32)
        Convert.cast(halves.count, from: floats, .float32, to: &back, .float16)
        for (i, half) in halves.enumerated() {
            let value = Float16(bitPattern: half)
            if value.isNaN {
                XCTAssertTrue(floats[i].isNaN && Float16(bitPattern: back[i]).isNaN)
            } else {
                XCTAssertEqual(floats[i].bitPattern, Float(value).bitPattern)
                XCTAssertEqual(back[i], half)
            }
        }
    }

    /// Halfway cases, denormals and the edge of overflow, in lengths that end within a vector.
    func testFloat16RoundsToNearestEven() {
        var floats: [Float] = [
            65504, 65519.996, 65520, 65536, 1e30, 5.9604645e-08, 2.9802322e-08, 2.9802326e-08, 1e-30,
        ]
        for half in stride(from: UInt16(0), to: 0x7c00, by: 37) {
            let low = Float(Float16(bitPattern: half))
            let high = Float(Float16(bitPattern: half + 1))
            let middle = high.isInfinite ? 65520 : (low + high) / 2
            floats += [middle, -middle, middle.nextUp, middle.nextDown]
        }
        var halves = [UInt16](repeating: 0, count: floats.count)
        Convert.cast(floats.count, from: floats, .float32, to: &halves, .float16)
        for (x, half) in zip(floats, halves) { XCTAssertEqual(half, Float16(x).bitPattern, "\(x)") }
        let doubles = floats.map { Double($0) * (1 + 0x1p-50) } + floats.map { Double($0) * (1 - 0x1p-50) }
        halves = [UInt16](repeating: 0, count: doubles.count)
        Convert.cast(doubles.count, from: doubles, .float64, to: &halves, .float16)
        for (x, half) in zip(doubles, halves) { XCTAssertEqual(half, Float16(x).bitPattern, "\(x)") }
    }

    func testBfloat16RoundsToNearestEven() {
        let cases: [(Float, UInt16)] = [
            (1, 0x3f80), (-2, 0xc000), (Float(bitPattern: 0x3f80_8000), 0x3f80),
            (Float(bitPattern: 0x3f81_8000), 0x3f82),
            (Float(bitPattern: 0x3f80_8001), 0x3f81), (.infinity, 0x7f80), (.greatestFiniteMagnitude, 0x7f80),
            (Float(bitPattern: 0x7f7f_7fff), 0x7f7f), (0, 0), (-0.0, 0x8000),
        ]
        var halves = [UInt16](repeating: 0, count: cases.count)
        Convert.cast(cases.count, from: cases.map(\.0), .float32, to: &halves, .bfloat16)
        XCTAssertEqual(halves, cases.map(\.1))
        var nan = UInt16(0)
        Convert.cast(1, from: [Float(bitPattern: 0x7f80_0001)], .float32, to: &nan, .bfloat16)
        XCTAssertTrue(Float(bitPattern: UInt32(nan) << 16).isNaN)
    }

    /// Integers wider than a double's 53 bits still round once on their way to half precision.
    func testWideIntegersRoundOnce() {
        let justAboveHalf = Int64(1) << 60 | Int64(1) << 52 | 1
        var halves = [UInt16](repeating: 0, count: 2)
        Convert.cast(2, from: [justAboveHalf, justAboveHalf - 1], .int64, to: &halves, .bfloat16)
        XCTAssertEqual(halves, [0x5d81, 0x5d80])
    }

    private static let samples: [Double] = [
        0, -0.0, 1, -1, 0.4, -0.6, 1.5, 2.5, -2.5, 100.7, 127, 128, -128, -129, 200, 255, 256, 300, 32767, 32768,
        -32769,
        65504, 65535, 65536, 1e5, -1e5, 2_147_483_647, 2_147_483_648, -2_147_483_648, -2_147_483_649, 4_294_967_295,
        4_294_967_296, 1e10,
        9.2e18, 9_223_372_036_854_775_808, -9_223_372_036_854_775_808, 1.8e19, 18_446_744_073_709_551_616, 1e30, -1e30,
        1e300, -1e300,
        .infinity, -.infinity, .nan, 1e-45, 0x1p-1040, 3.14159265358979, -7.0000001,
    ]

    private func convert(_ values: [Number], _ source: DType, _ target: DType) -> [Number] {
        let count = values.count
        let from = UnsafeMutableRawPointer.allocate(byteCount: count * 8, alignment: 8)
        let to = UnsafeMutableRawPointer.allocate(byteCount: count * 8, alignment: 8)
        defer {
            from.deallocate()
            to.deallocate()
        }
        for (i, value) in values.enumerated() { value.store(to: from, at: i, source) }
        Convert.cast(count, from: from, source, to: to, target)
        return (0..<count).map { Number(loading: to, at: $0, target) }
    }
}

/// One element: integers exactly, floats as doubles.
enum Number: CustomStringConvertible {
    case integer(Int128)
    case float(Double)

    /// The double, rounded or wrapped into `dtype`.
    init(_ value: Double, as dtype: DType) {
        self = Number.float(value).converted(to: dtype)
    }

    private static func range(_ dtype: DType) -> ClosedRange<Int128> {
        let bits = Int128(dtype.itemSize * 8)
        return dtype.isSigned ? -(1 << (bits - 1))...((1 << (bits - 1)) - 1) : 0...((1 << bits) - 1)
    }

    func converted(to dtype: DType) -> Number {
        switch (self, dtype) {
        case (.integer(let x), .bool): return .integer(x != 0 ? 1 : 0)
        case (.float(let x), .bool): return .integer(x != 0 ? 1 : 0)
        case (.integer(let x), .float32): return .float(Double(Float(x)))
        case (.integer(let x), .float64): return .float(Double(x))
        case (.integer(let x), .float16): return .float(Double(Float16(x)))
        case (.integer(let x), .bfloat16): return .float(Self.bfloat16(Double(x)))
        case (.float(let x), .float16): return .float(Double(Float16(x)))
        case (.float(let x), .bfloat16): return .float(Self.bfloat16(x))
        case (.float(let x), .float32): return .float(Double(Float(x)))
        case (.float(let x), .float64): return .float(x)
        case (.integer(let x), _):
            let range = Self.range(dtype)
            let size = range.upperBound - range.lowerBound + 1
            let wrapped = ((x - range.lowerBound) % size + size) % size + range.lowerBound
            return .integer(wrapped)
        case (.float(let x), _):
            let range = Self.range(dtype)
            if x.isNaN { return .integer(0) }
            if x >= Double(range.upperBound) { return .integer(range.upperBound) }
            return .integer(x <= Double(range.lowerBound) ? range.lowerBound : Int128(x.rounded(.towardZero)))
        }
    }

    /// The nearest number with eight significant bits, ties to even.
    private static func bfloat16(_ x: Double) -> Double {
        if !x.isFinite || x == 0 { return x }
        let unit = Glibc.scalbn(1, max(Int32(x.exponent), -126) - 7)
        let rounded = (x / unit).rounded(.toNearestOrEven) * unit
        return rounded.magnitude >= 0x1p128 ? (x < 0 ? -.infinity : .infinity) : rounded
    }

    func matches(_ other: Number) -> Bool {
        switch (self, other) {
        case (.integer(let x), .integer(let y)): x == y
        case (.float(let x), .float(let y)): x.bitPattern == y.bitPattern || (x.isNaN && y.isNaN)
        default: false
        }
    }

    var double: Double {
        switch self {
        case .integer(let x): Double(x)
        case .float(let x): x
        }
    }

    var description: String {
        switch self {
        case .integer(let x): "\(x)"
        case .float(let x): "\(x)"
        }
    }

    init(loading base: UnsafeRawPointer, at index: Int, _ dtype: DType) {
        let address = base + index * dtype.itemSize
        self =
            switch dtype {
            case .bool, .uint8: .integer(Int128(address.load(as: UInt8.self)))
            case .int8: .integer(Int128(address.load(as: Int8.self)))
            case .int16: .integer(Int128(address.load(as: Int16.self)))
            case .int32: .integer(Int128(address.load(as: Int32.self)))
            case .int64: .integer(Int128(address.load(as: Int64.self)))
            case .uint16: .integer(Int128(address.load(as: UInt16.self)))
            case .uint32: .integer(Int128(address.load(as: UInt32.self)))
            case .uint64: .integer(Int128(address.load(as: UInt64.self)))
            case .float16: .float(Double(address.load(as: Float16.self)))
            case .bfloat16: .float(Double(Float(bitPattern: UInt32(address.load(as: UInt16.self)) << 16)))
            case .float32: .float(Double(address.load(as: Float.self)))
            case .float64: .float(address.load(as: Double.self))
            }
    }

    /// Writes a number that `dtype` represents exactly.
    func store(to base: UnsafeMutableRawPointer, at index: Int, _ dtype: DType) {
        let address = base + index * dtype.itemSize
        switch (self, dtype) {
        case (.integer(let x), _):
            switch dtype.itemSize {
            case 1: address.storeBytes(of: UInt8(truncatingIfNeeded: x), as: UInt8.self)
            case 2: address.storeBytes(of: UInt16(truncatingIfNeeded: x), as: UInt16.self)
            case 4: address.storeBytes(of: UInt32(truncatingIfNeeded: x), as: UInt32.self)
            default: address.storeBytes(of: UInt64(truncatingIfNeeded: x), as: UInt64.self)
            }
        case (.float(let x), .float16): address.storeBytes(of: Float16(x), as: Float16.self)
        case (.float(let x), .bfloat16):
            address.storeBytes(of: UInt16(truncatingIfNeeded: Float(x).bitPattern >> 16), as: UInt16.self)
        case (.float(let x), .float32): address.storeBytes(of: Float(x), as: Float.self)
        case (.float(let x), _): address.storeBytes(of: x, as: Double.self)
        }
    }
}
