import Swiftgrad

/// Running means of what the steps of an epoch report.
public struct RunningMeans {
    private var result = StepResult([])

    public init() {}

    mutating func add(_ added: StepResult) {
        for entry in added.entries {
            if let position = result.entries.firstIndex(where: { $0.name == entry.name }) {
                result.entries[position].sum += entry.sum
                result.entries[position].count += entry.count
            } else {
                result.entries.append(entry)
            }
        }
        for (name, tally) in added.tallies {
            if let position = result.tallies.firstIndex(where: { $0.name == name }) {
                result.tallies[position].tally.add(tally)
            } else {
                result.tallies.append((name, tally))
            }
        }
    }

    public var values: [(name: String, value: Double)] { result.means }

    /// Those that are cheap to know at any time.
    public var plainValues: [(name: String, value: Double)] { StepResult(result.entries).means }

    /// Samples that the first loss covers.
    public var samples: Int { result.entries.first?.count ?? 0 }

    /// What a checkpoint keeps.
    var state: Value {
        .map([
            (
                "means",
                .list(result.entries.map { .list([.string($0.name), .double($0.sum), .int($0.count)]) })
            ),
            ("tallies", .list(result.tallies.map { .list([.string($0.name), $0.tally.state]) })),
        ])
    }

    /// Reads what `state` gave; the metrics know their own tallies.
    init(_ state: Value, metrics: [any Metric]) throws(SwiftgradError) {
        guard case .map(let fields) = state, case .list(let entries)? = fields.value("means"),
            case .list(let tallies)? = fields.value("tallies")
        else { throw .value("the means of an epoch are a list of 'means' and one of 'tallies'") }
        for entry in entries {
            guard case .list(let parts) = entry, parts.count == 3, case .string(let name) = parts[0],
                let sum = parts[1].number, case .int(let count) = parts[2], (0..<Int.max / 2).contains(count)
            else { throw .value("a mean is a name, a sum and a count") }
            result.entries.append((name, sum, count))
        }
        for entry in tallies {
            guard case .list(let parts) = entry, parts.count == 2, case .string(let name) = parts[0] else {
                throw .value("a tally is a name and what it has counted")
            }
            guard let metric = metrics.first(where: { $0.name == name }) as? any TallyMetric else {
                throw .value("the checkpoint has counts of the metric '\(name)', which this trainer does not have")
            }
            var tally = metric.makeTally()
            try tally.restore(parts[1])
            result.tallies.append((name, tally))
        }
    }
}
