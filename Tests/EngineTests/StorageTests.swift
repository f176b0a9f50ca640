import TestSupport
import XCTest

@testable import Swiftgrad

/// Changes of what the tape saved are found through the version, or through a fingerprint where memory is shared.
final class StorageTests: XCTestCase {
    func testAnyChangedByteOfSharedMemoryIsFound() throws {
        for size in [1, 7, 8, 255, 256, 257, 300, 1000] {
            let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
            defer { memory.deallocate() }
            for position in 0..<size {
                memory.storeBytes(of: UInt8(position * 7 % 251), toByteOffset: position, as: UInt8.self)
            }
            let storage = Storage(borrowing: memory, byteCount: size, isReadOnly: false) {}
            let snapshot = storage.startObserving(0..<storage.byteCount)
            XCTAssertTrue(storage.isUnchanged(since: snapshot))
            for position in stride(from: 0, to: size, by: max(1, size / 37)) {
                let byte = memory.load(fromByteOffset: position, as: UInt8.self)
                memory.storeBytes(of: byte ^ 1, toByteOffset: position, as: UInt8.self)
                XCTAssertFalse(storage.isUnchanged(since: snapshot), "byte \(position) of \(size)")
                memory.storeBytes(of: byte, toByteOffset: position, as: UInt8.self)
                XCTAssertTrue(storage.isUnchanged(since: snapshot))
            }
            storage.stopObserving()
        }
    }

    func testAWriteOfOursRaisesTheVersion() throws {
        let x = try Tensor.zeros([4])
        let snapshot = x.storage.startObserving(x.byteRange)
        XCTAssertTrue(x.storage.isUnchanged(since: snapshot))
        try x.assign([.position(1)], Tensor.ones([]))
        XCTAssertFalse(x.storage.isUnchanged(since: snapshot))
    }

    func testMemoryLentAfterItWasSavedIsWatched() throws {
        let x = try Tensor.zeros([100])
        let snapshot = x.storage.startObserving(x.byteRange)
        x.storage.lend()
        XCTAssertTrue(x.storage.isShared)
        XCTAssertTrue(x.storage.isUnchanged(since: snapshot))
        x.pointer.storeBytes(of: 1, toByteOffset: 396, as: Float.self)
        XCTAssertFalse(x.storage.isUnchanged(since: snapshot))
        x.storage.takeBack()
        XCTAssertFalse(x.storage.isUnchanged(since: snapshot), "the change stays after the loan")
    }

    func testAFailedAssignmentLeavesVersionAndElements() throws {
        let x = try Tensor.zeros([4])
        let version = x.storage.version
        XCTAssertThrowsError(try x.assign([.position(9)], Tensor.ones([])))
        XCTAssertThrowsError(try x.assign([.ellipsis], Tensor.ones([3])))
        XCTAssertEqual(x.storage.version, version)
        XCTAssertEqual(try x.doubles(), [0, 0, 0, 0])
    }
}
