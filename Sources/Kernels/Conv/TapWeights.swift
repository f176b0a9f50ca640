extension TapPlan {
    /// Packs all weights: group after group, residue after residue, panel after panel, tile after tile, and within a tile
    /// its channels side by side, term after term.
    func pack(_ weights: UnsafePointer<Scalar>, to target: UnsafeMutablePointer<Scalar>) {
        let heights = TileRows(targetChannels, tallest: Tiles.rows)
        let panels = residues.indices.flatMap { residue in
            stride(from: 0, to: residues[residue].offsets.count, by: max(1, residues[residue].panel)).map {
                (residue: residue, start: $0)
            }
        }
        let grain = max(1, (1 << 14) / max(1, Self.longestPanel * targetChannels))
        ThreadPool.ranges(groups * panels.count, grain: grain) { items in
            for item in items {
                let (group, panel) = (item / panels.count, panels[item % panels.count])
                let residue = residues[panel.residue]
                let count = min(residue.panel, residue.offsets.count - panel.start)
                let source = weights + group * weightGroup
                var out = target + (group * terms + residue.firstTerm + panel.start) * targetChannels
                residue.weightOffsets.withUnsafeBufferPointer { offsets in
                    var row = 0
                    while row < targetChannels {
                        let height = heights.height(at: row)
                        for p in panel.start..<panel.start + count {
                            let weight = source + row &* weightRow + offsets[p]
                            for i in 0..<height { out[i] = weight[i &* weightRow] }
                            out += height
                        }
                        row += height
                    }
                }
            }
        }
    }
}
