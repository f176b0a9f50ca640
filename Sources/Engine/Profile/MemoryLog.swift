import SwiftgradKernels

/// Whom memory was taken for.
struct MemoryOwner: Hashable {
    let name: String
    let phase: ProfileEvent.Phase
    let layer: String

    static let nobody = MemoryOwner(name: ProfileRow.unseen, phase: .forward, layer: "")
    /// What was there before the profile began.
    static let earlier = MemoryOwner(name: "(before the profile)", phase: .forward, layer: "")
}

/// Every block that the memory pool gave out or got back.
struct MemoryLog {
    private struct Entry {
        let time: Int64
        let block: UInt
        /// Negative for a block that came back.
        let bytes: Int
        let owner: MemoryOwner
    }

    private let inUseAtStart: Int
    private var entries: [Entry] = []

    init(inUse: Int = 0) { inUseAtStart = inUse }

    mutating func add(_ change: MemoryPool.Change, _ owner: MemoryOwner, at time: Int64) {
        entries.append(
            Entry(
                time: time, block: change.address, bytes: change.isTaken ? change.bytes : -change.bytes, owner: owner))
    }

    /// Bytes in use after each change, with its time in nanoseconds since the beginning.
    var course: [(time: Int64, bytes: Int)] {
        var inUse = inUseAtStart
        return entries.map { entry in
            inUse += entry.bytes
            return (entry.time, inUse)
        }
    }

    /// What held memory when most was in use: bytes and blocks by owner, the largest first.
    func atPeak() -> [(owner: MemoryOwner, bytes: Int, blocks: Int)] {
        var (inUse, peak, count) = (inUseAtStart, inUseAtStart, 0)
        for (position, entry) in entries.enumerated() {
            inUse += entry.bytes
            if inUse > peak { (peak, count) = (inUse, position + 1) }
        }
        var live: [UInt: (MemoryOwner, Int)] = [:]
        var earlier = inUseAtStart
        for entry in entries.prefix(count) {
            if entry.bytes > 0 {
                live[entry.block] = (entry.owner, entry.bytes)
            } else if live.removeValue(forKey: entry.block) == nil {
                earlier += entry.bytes
            }
        }
        var held: [MemoryOwner: (bytes: Int, blocks: Int)] = [:]
        for (owner, bytes) in live.values {
            held[owner, default: (0, 0)].bytes += bytes
            held[owner, default: (0, 0)].blocks += 1
        }
        var result = held.map { (owner: $0.key, bytes: $0.value.bytes, blocks: $0.value.blocks) }
        if earlier > 0 { result.append((.earlier, earlier, 0)) }
        return result.sorted { ($1.bytes, $0.owner.name, $0.owner.layer) < ($0.bytes, $1.owner.name, $1.owner.layer) }
    }
}
