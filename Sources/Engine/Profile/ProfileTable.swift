// The tables of a profile as text.
extension Profile {
    /// Names and cells of the table, shapes only where rows are told apart by them.
    func cells(
        by grouping: ProfileGrouping, sortedBy order: ProfileOrder, limit: Int?
    ) -> (names: [String], lines: [[String]]) {
        let rows = rows(by: grouping, sortedBy: order)
        let whole = rows.reduce(0) { $0 + Double($1.selfTime) }
        let columns: [(name: String, cell: (ProfileRow) -> String)] = [
            (grouping == .layer ? "layer" : "operation", { $0.name }),
            ("shapes", { $0.shapes.map { $0.map(Shape.text).joined(separator: " ") } ?? "" }),
            ("calls", { $0.calls > 0 ? "\($0.calls)" : "" }),
            ("self time", { Quantity.time($0.selfTime) }),
            ("share", { whole > 0 ? Quantity.fixed(100 * Double($0.selfTime) / whole, 1) + " %" : "" }),
            ("total time", { Quantity.time($0.totalTime) }),
            ("GFLOP/s", { $0.gigaflopsPerSecond.map { Quantity.fixed($0, 1) } ?? "" }),
            ("GB/s", { $0.gigabytesPerSecond.map { Quantity.fixed($0, 1) } ?? "" }),
            ("allocated", { $0.allocated > 0 ? Quantity.bytes($0.allocated) : "" }),
            ("peak", { $0.peak > 0 ? Quantity.bytes($0.peak) : "" }),
        ]
        let kept = columns.filter { $0.name != "shapes" || grouping == .shapes }
        var lines = rows.prefix(limit ?? rows.count).map { row in kept.map { $0.cell(row) } }
        if lines.count < rows.count {
            let rest = "... and \(rows.count - lines.count) more"
            lines.append([rest] + [String](repeating: "", count: kept.count - 1))
        }
        return (kept.map(\.name), lines)
    }

    /// The table as text, with a line about the whole below it.
    public func table(
        by grouping: ProfileGrouping = .operation, sortedBy order: ProfileOrder = .time, limit: Int? = 20
    ) -> String {
        let (names, lines) = cells(by: grouping, sortedBy: order, limit: limit)
        return TextTable.format(names, lines) + summary
    }

    private var summary: String {
        "\(Quantity.time(duration)) in all, at most \(Quantity.bytes(peakBytes)) of memory in use"
    }

    /// What held memory when most was in use.
    public func memoryTable(limit: Int? = 20) throws(SwiftgradError) -> String {
        guard followsMemory else {
            throw .runtime("memory_table: this profile did not follow memory; use sg.profile(memory=True)")
        }
        let held = memory.atPeak()
        let lines = held.prefix(limit ?? held.count).map { entry in
            [
                entry.owner.name, entry.owner.phase.rawValue, entry.owner.layer, Quantity.bytes(entry.bytes),
                entry.blocks > 0 ? "\(entry.blocks)" : "",
            ]
        }
        let rest = held.count - lines.count
        return TextTable.format(["held by", "phase", "layer", "bytes", "blocks"], lines)
            + (rest > 0 ? "... and \(rest) more\n" : "") + summary
    }
}

/// Numbers with their units, as people read them.
enum Quantity {
    static func time(_ nanoseconds: Int64) -> String {
        let time = Double(nanoseconds)
        return switch abs(time) {
        case ..<1e6: fixed(time / 1e3, 1) + " us"
        case ..<1e9: fixed(time / 1e6, 2) + " ms"
        default: fixed(time / 1e9, 2) + " s"
        }
    }

    static func bytes(_ count: Int) -> String {
        switch count {
        case ..<1024: "\(count) B"
        case ..<(1 << 20): fixed(Double(count) / 1024, 1) + " KB"
        case ..<(1 << 30): fixed(Double(count) / 1_048_576, 1) + " MB"
        default: fixed(Double(count) / 1_073_741_824, 2) + " GB"
        }
    }

    /// A number with so many decimals.
    static func fixed(_ number: Double, _ decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        guard let scaled = Int(exactly: (abs(number) * Double(scale)).rounded()) else { return "\(number)" }
        let fraction = String(scaled % scale)
        let padding = String(repeating: "0", count: max(0, decimals - fraction.count))
        return (number < 0 && scaled > 0 ? "-" : "") + "\(scaled / scale)"
            + (decimals > 0 ? "." + padding + fraction : "")
    }
}

/// Columns of text: the first one to the left, the others to the right.
enum TextTable {
    static func format(_ names: [String], _ lines: [[String]]) -> String {
        let widths = names.indices.map { column in
            lines.reduce(names[column].count) { max($0, $1[column].count) }
        }
        func line(_ cells: [String]) -> String {
            var text = ""
            for (column, cell) in cells.enumerated() {
                let space = String(repeating: " ", count: widths[column] - cell.count)
                text += column == 0 ? cell + space : "  " + space + cell
            }
            return text + "\n"
        }
        return line(names) + lines.map(line).joined()
    }
}
