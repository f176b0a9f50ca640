import SwiftgradKernels

/// The engine's classes, as every language sees them.
public enum EngineClasses {
    public static let all: [ClassDefinition] = [Profile.definition]
}

extension Profile {
    static let definition = ClassDefinition(
        Profile.self, name: "profile", in: "profiler", [Parameter.bool("memory", false)],
        doc: "What ran between begin and end, on all threads.",
        methods: [
            .on(Profile.self, "begin", doc: "Starts, with nothing seen yet.") { profile, _ throws(SwiftgradError) in
                try profile.begin()
                return .none
            },
            .on(Profile.self, "end", doc: "Stops.") { profile, _ in
                profile.end()
                return .none
            },
            .on(Profile.self, "total_time", doc: "Seconds from begin to end, or until now.", isProperty: true) {
                profile, _ in .double(Double(profile.duration) * 1e-9)
            },
            .on(Profile.self, "peak_memory", doc: "The most bytes of tensors that were in use.", isProperty: true) {
                profile, _ in .int(profile.peakBytes)
            },
            .on(Profile.self, "events", doc: "A dict for each event that has ended.", isProperty: true) { profile, _ in
                .list(profile.events.map { $0.described(since: profile.start) })
            },
            .on(Profile.self, "rows", grouping, doc: "The rows of the table, each a dict.") {
                profile, arguments throws(SwiftgradError) in
                let rows = try profile.rows(
                    by: named("rows", "group_by", arguments), sortedBy: named("rows", "sort_by", arguments))
                return .list(rows.map(\.described))
            },
            .on(
                Profile.self, "table", grouping + [Parameter("limit", .int, default: .int(20), isOptional: true)],
                doc: "The table as text, its first rows; all with limit None."
            ) { profile, arguments throws(SwiftgradError) in
                .string(
                    profile.table(
                        by: try named("table", "group_by", arguments),
                        sortedBy: try named("table", "sort_by", arguments),
                        limit: try limit("table", arguments)))
            },
            .on(
                Profile.self, "cells", grouping + [Parameter("limit", .int, default: .int(20), isOptional: true)],
                doc: "The cells of the table, a list a line; the names of the columns first."
            ) { profile, arguments throws(SwiftgradError) in
                let (names, lines) = profile.cells(
                    by: try named("cells", "group_by", arguments), sortedBy: try named("cells", "sort_by", arguments),
                    limit: try limit("cells", arguments))
                return .list(([names] + lines).map { .list($0.map(Value.string)) })
            },
            .on(
                Profile.self, "memory_table", [Parameter("limit", .int, default: .int(20), isOptional: true)],
                doc: "What held memory when most was in use, as text."
            ) { profile, arguments throws(SwiftgradError) in
                .string(try profile.memoryTable(limit: limit("memory_table", arguments)))
            },
            .on(Profile.self, "memory_rows", doc: "What held memory when most was in use, each a dict.") {
                profile, _ in
                .list(
                    profile.memory.atPeak().map { owner, bytes, blocks in
                        .map([
                            ("name", .string(owner.name)), ("phase", .string(owner.phase.rawValue)),
                            ("layer", .string(owner.layer)), ("bytes", .int(bytes)), ("blocks", .int(blocks)),
                        ])
                    })
            },
            .on(Profile.self, "export_chrome_trace", [.string("path")], doc: "Writes a trace for Perfetto.") {
                profile, arguments throws(SwiftgradError) in
                try profile.exportChromeTrace(arguments.string("path"))
                return .none
            },
        ]
    ) { arguments throws(SwiftgradError) in Profile(memory: try arguments.bool("memory")) }

    private static let grouping: [Parameter] = [.string("sort_by", "time"), .string("group_by", "operation")]

    private static func limit(_ function: String, _ arguments: Arguments) throws(SwiftgradError) -> Int? {
        let limit = try arguments.optionalInt("limit")
        guard limit ?? 0 >= 0 else { throw .value("\(function): limit must not be negative, got \(limit ?? 0)") }
        return limit
    }

    private static func named<Choice: RawRepresentable<String> & CaseIterable>(
        _ function: String, _ parameter: String, _ arguments: Arguments
    ) throws(SwiftgradError) -> Choice {
        let name = try arguments.string(parameter)
        guard let choice = Choice(rawValue: name) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .value("\(function): \(parameter) must be one of \(known), got '\(name)'")
        }
        return choice
    }
}

/// The functions behind `profiler.region` and modules that compute in the host's language.
public enum ProfilerFunctions {
    public static let all: [FunctionDefinition] = [
        FunctionDefinition(
            "begin_region", in: "_profiler", [.string("name")],
            doc: "Opens a region on this thread; its number, or None while nobody profiles."
        ) { arguments throws(SwiftgradError) in
            let name = try arguments.string("name")
            return Profiler.begin(.region, name).map(Value.int) ?? .none
        },
        FunctionDefinition(
            "end_scope", in: "_profiler", [.int("number")], doc: "Closes a region or a layer of this thread."
        ) { arguments throws(SwiftgradError) in
            ProfiledThread.current.end(try arguments.int("number"))
            return .none
        },
    ]
}

extension ProfileEvent {
    fileprivate func described(since beginning: Int64) -> Value {
        .map([
            ("name", .string(name)), ("kind", .string(kind.rawValue)), ("phase", .string(phase.rawValue)),
            ("layer", .string(layer)), ("shapes", .list(shapes.map { .list($0.map(Value.int)) })),
            ("thread", .int(thread)), ("depth", .int(depth)), ("number", .int(number)),
            ("parent", parent.map(Value.int) ?? .none),
            ("start", .double(Double(start - beginning) * 1e-9)), ("duration", .double(Double(duration) * 1e-9)),
            ("self_time", .double(Double(selfTime) * 1e-9)), ("flops", flops.map(Value.double) ?? .none),
            ("bytes", .double(bytes)), ("allocated", .int(allocated)), ("peak", .int(peak)),
        ])
    }
}

extension ProfileRow {
    fileprivate var described: Value {
        .map([
            ("name", .string(name)),
            ("shapes", shapes.map { .list($0.map { .list($0.map(Value.int)) }) } ?? .none),
            ("calls", .int(calls)), ("self_time", .double(Double(selfTime) * 1e-9)),
            ("total_time", .double(Double(totalTime) * 1e-9)),
            ("gflops_per_second", gigaflopsPerSecond.map(Value.double) ?? .none),
            ("gbytes_per_second", gigabytesPerSecond.map(Value.double) ?? .none),
            ("allocated", .int(allocated)), ("peak", .int(peak)),
        ])
    }
}
