import XCTest

@testable import SwiftgradKernels

/// Against the standard library's sort of (element, position) pairs.
final class ArgumentSortTests: XCTestCase {
    func testFloatsOfAllKinds() {
        for columns in [1, 2, 7, 255, 256, 1000] {
            var x = (0..<3 * columns).map { i in Float(bitPattern: UInt32(truncatingIfNeeded: i &* 0x9E37_79B1)) }
            for i in stride(from: 0, to: x.count, by: 5) { x[i] = [0, -0.0, .infinity, -.infinity, .nan][i / 5 % 5] }
            check(x, .float32, columns) { $0.isNaN ? false : $1.isNaN || $0 < $1 }
            check(x.map(Double.init), .float64, columns) { $0.isNaN ? false : $1.isNaN || $0 < $1 }
        }
    }

    func testIntegersOfAllSizes() {
        func numbers<I: FixedWidthInteger>(_ type: I.Type) -> [I] {
            (0..<600).map { I(truncatingIfNeeded: $0 &* 0x1234_5678_9ABC_DEF1) } + [.min, .max, 0, .min, .max, 0]
        }
        check(numbers(Int8.self), .int8, 202, <)
        check(numbers(UInt8.self), .uint8, 202, <)
        check(numbers(Int16.self), .int16, 202, <)
        check(numbers(UInt16.self), .uint16, 202, <)
        check(numbers(Int32.self), .int32, 202, <)
        check(numbers(UInt32.self), .uint32, 202, <)
        check(numbers(Int64.self), .int64, 202, <)
        check(numbers(UInt64.self), .uint64, 202, <)
    }

    private func check<T>(_ x: [T], _ dtype: DType, _ columns: Int, _ precedes: (T, T) -> Bool) {
        let rows = x.count / columns
        for descending in [false, true] {
            var order = [Int64](repeating: -1, count: rows * columns)
            x.withUnsafeBytes { bytes in
                guard let input = bytes.baseAddress else { return }
                ArgumentSort.run(
                    dtype: dtype, rows: rows, columns: columns, descending: descending, input: input, output: &order)
            }
            for row in 0..<rows {
                let expected = (0..<columns).sorted { a, b in
                    let (first, second) = (x[row * columns + a], x[row * columns + b])
                    let isBefore = descending ? precedes(second, first) : precedes(first, second)
                    let isAfter = descending ? precedes(first, second) : precedes(second, first)
                    return isBefore || (!isAfter && a < b)
                }
                XCTAssertEqual(
                    order[row * columns..<(row + 1) * columns].map(Int.init), expected, "\(dtype) \(columns)")
            }
        }
    }
}
