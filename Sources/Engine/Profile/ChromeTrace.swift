import Glibc

extension Profile {
    /// The profile in the trace-event format that Perfetto (ui.perfetto.dev) and chrome://tracing show: every event on
    /// the line of its thread, one inside the other, and with `memory` the memory in use.
    ///
    /// Times are in microseconds since the beginning. Format: "Trace Event Format", Google, 2016.
    public var chromeTrace: JSON {
        let process = JSON.Member("pid", .int(Int(getpid())))
        let events = events
        var items = [named("process_name", "swiftgrad", process, thread: 0)]
        for thread in Set(events.map(\.thread)).sorted() {
            let name = thread == mainThread ? "main" : "thread \(thread)"
            items.append(named("thread_name", name, process, thread: thread))
        }
        for event in events {
            items.append(
                .object([
                    .init("name", .string(event.traceName)), .init("cat", .string(event.kind.rawValue)),
                    .init("ph", .string("X")), .init("ts", .double(Double(event.start - start) / 1000)),
                    .init("dur", .double(Double(event.duration) / 1000)), process, .init("tid", .int(event.thread)),
                    .init("args", event.traceArguments),
                ]))
        }
        for (time, bytes) in memory.course {
            items.append(
                .object([
                    .init("name", .string("memory in use")), .init("ph", .string("C")),
                    .init("ts", .double(Double(time) / 1000)), process,
                    .init("args", .object([.init("bytes", .int(bytes))])),
                ]))
        }
        return .object([.init("traceEvents", .array(items)), .init("displayTimeUnit", .string("ns"))])
    }

    private func named(_ what: String, _ name: String, _ process: JSON.Member, thread: Int) -> JSON {
        .object([
            .init("name", .string(what)), .init("ph", .string("M")), process, .init("tid", .int(thread)),
            .init("args", .object([.init("name", .string(name))])),
        ])
    }

    /// Writes the trace to a file, which is there whole or not at all.
    public func exportChromeTrace(_ path: String) throws(SwiftgradError) {
        let bytes = chromeTrace.bytes
        try File.replace(path) { file throws(SwiftgradError) in
            var failure: SwiftgradError?
            bytes.withUnsafeBytes { buffer in
                do throws(SwiftgradError) { try file.write(buffer) } catch { failure = error }
            }
            if let failure { throw failure }
        }
    }
}

extension ProfileEvent {
    fileprivate var traceName: String { kind == .layer && layer != name ? "\(layer) (\(name))" : label }

    fileprivate var traceArguments: JSON {
        var members: [JSON.Member] = [.init("phase", .string(phase.rawValue))]
        if !layer.isEmpty { members.append(.init("layer", .string(layer))) }
        if !shapes.isEmpty { members.append(.init("shapes", .array(shapes.map { .array($0.map(JSON.int)) }))) }
        if let flops { members.append(.init("flops", .double(flops))) }
        if bytes > 0 { members.append(.init("bytes", .double(bytes))) }
        if allocated > 0 { members.append(.init("allocated", .int(allocated))) }
        return .object(members)
    }
}
