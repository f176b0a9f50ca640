import SwiftgradKernels

extension EngineFunctions {
    static let memory: [FunctionDefinition] = [
        FunctionDefinition(
            "memory_stats", [],
            doc: """
                The memory of tensors, as a dict of bytes_in_use, bytes_idle, peak_bytes_in_use and system_allocations.

                Memory is handed out in blocks that are used again: idle ones wait for that. peak_bytes_in_use is the most
                that was in use at once since reset_peak_memory(), system_allocations how often there was no block that
                fitted, and the system was asked for one: training that has warmed up does so no more.
                """
        ) { _ in
            let statistics = MemoryPool.statistics
            return .map([
                ("bytes_in_use", .int(statistics.bytesInUse)), ("bytes_idle", .int(statistics.bytesIdle)),
                ("peak_bytes_in_use", .int(statistics.peakBytesInUse)),
                ("system_allocations", .int(statistics.systemAllocations)),
            ])
        },
        FunctionDefinition(
            "reset_peak_memory", [],
            doc: "Starts peak_bytes_in_use of memory_stats() again from what is in use now."
        ) { _ in
            MemoryPool.resetPeak()
            return .none
        },
    ]
}
