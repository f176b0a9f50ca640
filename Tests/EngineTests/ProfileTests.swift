import SwiftgradKernels
import XCTest

@testable import Swiftgrad

final class ProfileTests: XCTestCase {
    private func profiled(_ body: () throws -> Void) throws -> Profile {
        let profile = Profile()
        try profile.begin()
        defer { profile.end() }
        try body()
        return profile
    }

    func testSelfTimesAddUpExactly() throws {
        let weight = try Tensor.ones([4, 4])
        try weight.setRequiresGrad(true)
        let profile = try profiled {
            for _ in 0..<10 {
                try Profiler.scope(.region, "step") { () throws(SwiftgradError) in
                    try weight.matmul(weight).sum().backward()
                }
            }
        }
        profile.end()
        for grouping in ProfileGrouping.allCases {
            XCTAssertEqual(profile.rows(by: grouping).reduce(0) { $0 + $1.selfTime }, profile.duration)
        }
        var inside: [Int: Int64] = [:]
        for event in profile.events {
            if let parent = event.parent { inside[parent, default: 0] += event.duration }
        }
        for event in profile.events { XCTAssertEqual(event.selfTime + (inside[event.number] ?? 0), event.duration) }
    }

    func testAnEventInsideItsNamesakeCountsOnceInTheTotal() throws {
        let profile = try profiled {
            try Profiler.scope(.region, "a") { () throws(SwiftgradError) in
                try Profiler.scope(.region, "a") { () throws(SwiftgradError) in _ = try Tensor.ones([1000]) }
            }
        }
        profile.end()
        let row = try XCTUnwrap(profile.rows().first { $0.name == "a" })
        XCTAssertEqual(row.calls, 2)
        XCTAssertEqual(row.totalTime, profile.events.first { $0.name == "a" }?.duration)
    }

    func testOverlappingScopesOfOneThreadAreClosedFromTheInside() throws {
        let profile = Profile()
        try profile.begin()
        let outer = Profiler.begin(.region, "outer")
        let inner = Profiler.begin(.region, "inner")
        Profiler.end(outer)
        Profiler.end(inner)
        profile.end()
        XCTAssertEqual(profile.events.map(\.name), ["outer", "inner"])
        XCTAssertEqual(profile.events.map(\.depth), [0, 1])
    }

    func testRates() {
        var row = ProfileRow(name: "matmul")
        row.flops = 4e6
        row.bytes = 1e6
        row.countedTime = 2_000_000
        XCTAssertEqual(row.gigaflopsPerSecond, 2)
        XCTAssertEqual(row.gigabytesPerSecond, 0.5)
    }

    func testQuantities() {
        XCTAssertEqual(Quantity.time(1_500), "1.5 us")
        XCTAssertEqual(Quantity.time(12_345_678), "12.35 ms")
        XCTAssertEqual(Quantity.time(61_000_000_000), "61.00 s")
        XCTAssertEqual(Quantity.bytes(1000), "1000 B")
        XCTAssertEqual(Quantity.bytes(1536), "1.5 KB")
        XCTAssertEqual(Quantity.bytes(3 << 20), "3.0 MB")
        XCTAssertEqual(Quantity.fixed(-0.05, 1), "-0.1")
        XCTAssertEqual(Quantity.fixed(2.999, 2), "3.00")
        XCTAssertEqual(Quantity.fixed(7.5, 0), "8")
    }

    func testTheCostOfAProductTooLargeToCount() {
        let spec = TensorSpec([Int.max, Int.max], .float32)
        XCTAssertEqual(MatrixMultiply().flops([spec, spec], [spec])?.isFinite, true)
        XCTAssertGreaterThan(MatrixMultiply().bytes([spec, spec], [spec]), 1e38)
    }
}
