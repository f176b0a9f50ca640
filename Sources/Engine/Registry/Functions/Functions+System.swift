import CPlatform
import SwiftgradKernels

extension EngineFunctions {
    static let system: [FunctionDefinition] = [
        FunctionDefinition(
            "set_num_threads", [.int("count")],
            doc: "Sets how many threads share the work of an operation; results do not depend on it. At least 1."
        ) { arguments throws(SwiftgradError) in
            let count = try arguments.int("count")
            guard count >= 1 && count <= 1024 else {
                throw .value("set_num_threads: expected 1 to 1024 threads, got \(count)")
            }
            ThreadPool.setThreadCount(count)
            return .none
        },
        FunctionDefinition(
            "get_num_threads", [],
            doc:
                "Threads that share the work of an operation; at first what the CPU affinity and the cgroup quota allow."
        ) { _ in .int(ThreadPool.threadCount) },
        FunctionDefinition(
            "set_float32_matmul_precision", [.string("precision")],
            doc: """
                Sets how exactly matmul and linear multiply float32 matrices, forward and backward, in this process.

                "highest" and "high" compute in float32. "medium" rounds the factors to bfloat16 (8 bits of precision) and
                sums in float32, where the processor multiplies bfloat16 (AVX512-BF16 in a build for this machine), at up
                to twice the speed; elsewhere it changes nothing. Layers, optimisers and stored numbers stay float32:
                mixed precision without a scaled loss.
                """
        ) { arguments throws(SwiftgradError) in
            let name = try arguments.string("precision")
            guard let precision = MatrixPrecision(rawValue: name) else {
                throw .value(
                    "set_float32_matmul_precision: expected 'highest', 'high' or 'medium', got '\(name)'")
            }
            MatrixPrecision.current = precision
            return .none
        },
        FunctionDefinition(
            "get_float32_matmul_precision", [],
            doc: "How exactly float32 matrices are multiplied: \"highest\" at first."
        ) { _ in .string(MatrixPrecision.current.rawValue) },
        FunctionDefinition(
            "info", [],
            doc: "Version, instruction set, threads, and which library LAPACK comes from (looked up now), as a dict."
        ) { _ in
            .map([
                ("version", .string(Swiftgrad.version)),
                ("instruction_set", .string(InstructionSetName.current)),
                ("bfloat16_products", .bool(Gemm.hasBFloat16Products)),
                ("threads", .int(ThreadPool.threadCount)),
                ("blas", .string(OpenBLAS.isAvailable ? "OpenBLAS" : "none")),
            ])
        },
        FunctionDefinition(
            "peak_gflops", [],
            doc:
                "What one core reaches in a loop of multiply-adds on registers, in GFLOP/s: the bound for every kernel.",
            isBlocking: true
        ) { _ in .double(MachinePeak.float32GigaflopsPerSecond()) },
    ]
}

/// The library's version.
public enum Swiftgrad {
    public static let version = "0.1.0"
}

enum InstructionSetName {
    static var current: String {
        #if arch(arm64)
            "arm64"
        #else
            SG_VECTOR_BYTES == 64 ? "x86-64-v4 (AVX-512)" : SG_VECTOR_BYTES == 32 ? "x86-64-v3 (AVX2)" : "x86-64 (SSE)"
        #endif
    }
}
