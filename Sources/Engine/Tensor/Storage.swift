import SwiftgradKernels
import Synchronization

/// The memory under one or more tensors: a pooled block of our own, or a buffer borrowed from somebody else.
public final class Storage {
    /// Lowest address.
    public let pointer: UnsafeMutableRawPointer
    public let byteCount: Int
    public let isReadOnly: Bool
    /// Raised by every write that goes through swiftgrad.
    public private(set) var version = 0
    /// Some tensor's `.grad` lies here, and nothing else may be one.
    var isGradient = false
    /// Gives a borrowed buffer back; nil for our own blocks.
    private let giveBack: (() -> Void)?
    /// Others that may be writing to our memory at this moment: buffers handed out and not returned.
    private var lent = 0
    /// Saved tensors of the tape that look at this memory.
    private let observers = Atomic(0)
    /// What the memory held when it was first lent after being saved.
    private var fingerprintWhenLent: UInt64?

    /// An uninitialised block from the pool.
    init(byteCount: Int) throws(SwiftgradError) {
        guard let block = MemoryPool.allocate(byteCount) else { throw .memory(byteCount) }
        pointer = block
        self.byteCount = byteCount
        isReadOnly = false
        giveBack = nil
    }

    /// Somebody else's memory; `giveBack` is called once, when nothing uses it any more.
    public init(
        borrowing pointer: UnsafeMutableRawPointer, byteCount: Int, isReadOnly: Bool, giveBack: @escaping () -> Void
    ) {
        self.pointer = pointer
        self.byteCount = byteCount
        self.isReadOnly = isReadOnly
        self.giveBack = giveBack
    }

    deinit {
        if let giveBack { giveBack() } else { MemoryPool.deallocate(pointer, byteCount) }
    }

    /// Whether somebody could write to the memory behind our back.
    public var isShared: Bool { giveBack != nil || lent > 0 }

    /// Whether some memory belongs to both.
    func overlaps(_ other: Storage) -> Bool {
        pointer < other.pointer + other.byteCount && other.pointer < pointer + byteCount
    }

    /// Notes a write.
    public func markWritten() { version &+= 1 }

    /// Notes that a writable view was handed out.
    public func lend() {
        if observers.load(ordering: .relaxed) > 0 && !isShared { fingerprintWhenLent = fingerprint(0..<byteCount) }
        lent += 1
    }

    /// Notes that a view from `lend` came back.
    public func takeBack() { lent -= 1 }
}

// Changes made through a shared buffer leave no trace in the version, so what the tape has saved is compared by content.
extension Storage {
    /// What a saved tensor remembers of its memory.
    struct Snapshot {
        fileprivate let version: Int
        /// Of the saved tensor's own bytes: it may be a small part of a large array.
        fileprivate let fingerprint: UInt64?
        fileprivate let range: Range<Int>
    }

    /// `range` holds the bytes that the tape has saved.
    func startObserving(_ range: Range<Int>) -> Snapshot {
        let snapshot = Snapshot(version: version, fingerprint: isShared ? fingerprint(range) : nil, range: range)
        observers.add(1, ordering: .relaxed)
        return snapshot
    }

    func stopObserving() {
        if observers.subtract(1, ordering: .relaxed).newValue == 0 { fingerprintWhenLent = nil }
    }

    func isUnchanged(since snapshot: Snapshot) -> Bool {
        guard version == snapshot.version else { return false }
        if let expected = snapshot.fingerprint { return fingerprint(snapshot.range) == expected }
        return fingerprintWhenLent.map { $0 == fingerprint(0..<byteCount) } ?? true
    }

    /// A hash of the bytes that any single changed word changes: per lane `h = (h + word) * odd`, a bijection of each word.
    private func fingerprint(_ range: Range<Int>) -> UInt64 {
        typealias Lanes = SIMD16<UInt32>
        let multiplier = Lanes(repeating: 0x9E37_79B1)
        var first = Lanes(repeating: 1)
        var second = Lanes(repeating: 2)
        var third = Lanes(repeating: 3)
        var fourth = Lanes(repeating: 4)
        var offset = range.lowerBound
        while offset + 256 <= range.upperBound {
            first = (first &+ pointer.loadUnaligned(fromByteOffset: offset, as: Lanes.self)) &* multiplier
            second = (second &+ pointer.loadUnaligned(fromByteOffset: offset + 64, as: Lanes.self)) &* multiplier
            third = (third &+ pointer.loadUnaligned(fromByteOffset: offset + 128, as: Lanes.self)) &* multiplier
            fourth = (fourth &+ pointer.loadUnaligned(fromByteOffset: offset + 192, as: Lanes.self)) &* multiplier
            offset += 256
        }
        let mixed = ((first &* multiplier &+ second) &* multiplier &+ third) &* multiplier &+ fourth
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for lane in 0..<16 { hash = (hash ^ UInt64(mixed[lane])) &* 0x100_0000_01B3 }
        while offset < range.upperBound {
            hash = (hash ^ UInt64(pointer.load(fromByteOffset: offset, as: UInt8.self))) &* 0x100_0000_01B3
            offset += 1
        }
        return hash
    }
}
