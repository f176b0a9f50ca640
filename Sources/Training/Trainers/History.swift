import Swiftgrad

/// What a training run reported: a row an epoch, columns in the order in which they first appeared.
public final class History: ManagedObject {
    private struct Contents {
        var columns: [String] = []
        var table: [[String: Double]] = []
    }

    private let contents = Guarded(Contents())
    private let place = Guarded<LoopPosition?>(nil)

    /// How far the run has come, also after an error; nil before it has begun.
    public internal(set) var position: LoopPosition? {
        get { place.value }
        set { place.value = newValue }
    }

    public var columns: [String] { contents.value.columns }
    private var table: [[String: Double]] { contents.value.table }

    /// Adds a row.
    func append(_ row: [(name: String, value: Double)]) {
        var grown = contents.value
        for (name, _) in row where !grown.columns.contains(name) { grown.columns.append(name) }
        grown.table.append(Dictionary(row.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
        contents.value = grown
    }

    public var rowCount: Int { table.count }

    /// The numbers of one column, one a row; nil where a row has none.
    public subscript(column: String) -> [Double?] { table.map { $0[column] } }

    private func value(_ number: Double?, _ column: String) -> Value {
        guard let number else { return .none }
        return column == "epoch" ? .int(Int(number)) : .double(number)
    }

    static let definition = ClassDefinition(
        History.self, name: "History", in: "train", [],
        doc: "What a training run reported: a row an epoch.",
        methods: [
            .on(History.self, "len", doc: "Number of rows.") { history, _ in .int(history.rowCount) },
            .on(
                History.self, "position",
                doc: "How far the run has come, for a fit that goes on there; None before it began."
            ) { history, _ in history.position?.value ?? .none },
            .on(History.self, "columns", doc: "Names of the columns, in order.", isProperty: true) { history, _ in
                .list(history.columns.map(Value.string))
            },
            .on(History.self, "rows", doc: "The rows, each a dict of what was reported.") { history, _ in
                .list(
                    history.table.map { row in
                        .map(
                            history.columns.compactMap { name in
                                row[name].map { (key: name, value: history.value($0, name)) }
                            })
                    })
            },
            .on(History.self, "to_dict", doc: "The columns by name, each a list with an entry a row.") { history, _ in
                .map(
                    history.columns.map { name in
                        (key: name, value: .list(history[name].map { history.value($0, name) }))
                    })
            },
        ]
    ) { _ throws(SwiftgradError) in History() }
}
