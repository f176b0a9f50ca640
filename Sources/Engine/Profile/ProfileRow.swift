/// One line of a profile's table: events added up.
public struct ProfileRow {
    /// Stands for the time that no event accounts for.
    public static let unseen = "(other)"

    public var name: String
    /// Bounds of the sizes, only when rows are told apart by them.
    public var shapes: [[Int]]?
    public var calls = 0
    /// Nanoseconds without what is inside; the rows of a table add up to all the time that was profiled.
    public var selfTime: Int64 = 0
    /// Nanoseconds with what is inside.
    public var totalTime: Int64 = 0
    public var flops: Double?
    public var bytes = 0.0
    /// Time of the events that `flops` and `bytes` count.
    public var countedTime: Int64 = 0
    public var allocated = 0
    public var peak = 0

    public var gigaflopsPerSecond: Double? {
        guard let flops, countedTime > 0 else { return nil }
        return flops / Double(countedTime)
    }

    public var gigabytesPerSecond: Double? {
        bytes > 0 && countedTime > 0 ? bytes / Double(countedTime) : nil
    }

    mutating func add(_ event: ProfileEvent) {
        selfTime += event.selfTime
        allocated += event.allocated
        peak = max(peak, event.peak)
        guard event.kind == .operation else { return }
        countedTime += event.selfTime
        bytes += event.bytes
        if let count = event.flops { flops = (flops ?? 0) + count }
    }
}

/// How a profile's rows are made and ordered.
public enum ProfileGrouping: String, CaseIterable, Sendable {
    /// A row an operation, the pass backward through it, scope.
    case operation
    /// A row an operation and shapes of its inputs.
    case shapes
    /// A row a module, with what is inside in its total, forward and backward.
    case layer
}

public enum ProfileOrder: String, CaseIterable, Sendable { case time, total, calls, flops, bytes, memory, name }

extension Profile {
    /// The table: events added up, the largest first.
    public func rows(
        by grouping: ProfileGrouping = .operation, sortedBy order: ProfileOrder = .time
    ) -> [ProfileRow] {
        let events = events
        var rows: [String: ProfileRow] = [:]
        for event in events {
            let key = ProfileRow.key(event, grouping)
            var row = rows[key] ?? ProfileRow(name: ProfileRow.name(event, grouping))
            if grouping == .shapes, event.kind != .layer { row.shapes = event.shapes }
            row.add(event)
            if grouping == .layer {
                if event.kind == .layer { row.calls += 1 }
            } else {
                row.calls += 1
                if !event.isNested { row.totalTime += event.duration }
            }
            rows[key] = row
        }
        var other = rows.removeValue(forKey: ProfileRow.unseen) ?? ProfileRow(name: ProfileRow.unseen)
        other.selfTime += unseen
        (other.calls, other.totalTime) = (0, other.selfTime)
        if grouping == .layer { ProfileRow.addInside(&rows) }
        return (Array(rows.values) + [other]).sorted { ProfileRow.precedes($0, $1, order) }
    }
}

extension ProfileRow {
    fileprivate static func name(_ event: ProfileEvent, _ grouping: ProfileGrouping) -> String {
        switch grouping {
        case .layer: event.layer.isEmpty ? unseen : event.layer
        case .operation, .shapes: event.kind == .layer ? unseen : event.label
        }
    }

    fileprivate static func key(_ event: ProfileEvent, _ grouping: ProfileGrouping) -> String {
        let name = name(event, grouping)
        return grouping == .shapes && name != unseen ? "\(name) \(event.shapes)" : name
    }

    /// The total of a module: its own time and that of all modules below it.
    fileprivate static func addInside(_ rows: inout [String: ProfileRow]) {
        for (path, row) in rows {
            var outer = path[...]
            while true {
                rows[String(outer)]?.totalTime += row.selfTime
                guard let dot = outer.lastIndex(of: ".") else { break }
                outer = outer[..<dot]
            }
        }
    }

    fileprivate static func precedes(_ a: ProfileRow, _ b: ProfileRow, _ order: ProfileOrder) -> Bool {
        func compare<Key: Comparable>(_ key: (ProfileRow) -> Key) -> Bool {
            key(a) == key(b) ? a.name < b.name : key(a) > key(b)
        }
        return switch order {
        case .time: compare(\.selfTime)
        case .total: compare(\.totalTime)
        case .calls: compare(\.calls)
        case .flops: compare { $0.flops ?? 0 }
        case .bytes: compare(\.bytes)
        case .memory: compare(\.allocated)
        case .name: a.name < b.name
        }
    }
}
