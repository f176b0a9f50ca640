import Swiftgrad
import SwiftgradNN

/// Making many samples without the memory of all of them at once.
enum SampleBatches {
    private static let size = 256

    static func check(_ count: Int) throws(SwiftgradError) {
        guard count >= 1 && count < 1 << 31 else { throw .value("sample: n must be at least 1, got \(count)") }
    }

    /// The results of `body` for ranges that cover `0..<count`, one after another along axis 0, off the tape.
    static func concatenated(
        _ count: Int, _ body: (Range<Int>) throws(SwiftgradError) -> Tensor
    ) throws(SwiftgradError) -> Tensor {
        try withNoGrad { () throws(SwiftgradError) in
            var parts: [Tensor] = []
            for start in stride(from: 0, to: count, by: size) {
                try Interruption.check()
                parts.append(try body(start..<min(start + size, count)))
            }
            return parts.count == 1 ? parts[0] : try .concat(parts, axis: 0)
        }
    }
}

extension Module {
    /// Runs `body` and puts the buffers back to what they were.
    func keepingBuffers<Result>(_ body: () throws(SwiftgradError) -> Result) throws(SwiftgradError) -> Result {
        let buffers = namedBuffers().map(\.tensor)
        var kept: [Tensor] = []
        try withNoGrad { () throws(SwiftgradError) in for buffer in buffers { kept.append(try buffer.copy()) } }
        defer { for (buffer, value) in zip(buffers, kept) { try? buffer.overwrite(with: value) } }
        return try body()
    }
}

extension Tensor {
    /// The elements limited to a range.
    func limited(to range: ClosedRange<Double>) throws(SwiftgradError) -> Tensor {
        let (low, high) = (try Tensor.full([], range.lowerBound, dtype), try Tensor.full([], range.upperBound, dtype))
        return try .select(less(low), low, .select(greater(high), high, self))
    }
}
