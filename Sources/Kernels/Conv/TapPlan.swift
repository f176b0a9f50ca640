// Forward convolution and input gradient by register tiles on the image itself (see `TapTile`).
//
// An item of work is an image, a group, and a block of the target's steps (see `TapAxis`): small enough that its source
// stays in the second-level cache, and that there are items for many threads. An item whose taps meet padding or strides
// copies its source once, zeros included; others read the image in place. For each residue of the target the terms go in
// panels, a panel's pixels stay in the first-level cache while the tiles of all channels pass over them.
//
// Where the target has one residue and rows of at least a vector, tiles write to it; otherwise they write the rows of
// each residue to scratch memory, from where these go to their places.

/// A convolution seen from its target: sizes, tables of offsets, and how the work is cut. It follows from the geometry.
struct TapPlan<Tiles: ConvTiles> {
    typealias Scalar = Tiles.Scalar

    struct Residue {
        let depth: TapAxis.Residue
        let height: TapAxis.Residue
        let width: TapAxis.Residue
        /// For each term, where its pixels lie and where its weight lies in a group's weights.
        let offsets: [Int]
        let weightOffsets: [Int]
        /// Where its packed weights start, in terms.
        let firstTerm: Int
        /// Terms of a panel.
        let panel: Int
        /// Where its rows start in the scratch target, and the length of such a row.
        let scratchStart: Int
        let scratchRow: Int
    }

    let batch: Int
    let groups: Int
    let sourceChannels: Int
    let targetChannels: Int
    /// Between the weights of neighbouring target channels, and of groups.
    let weightRow: Int
    let weightGroup: Int
    let layout: TapLayout
    let residues: [Residue]
    let depthSteps: Int
    let heightSteps: Int
    /// Rows of whole vectors in the scratch target, where a row is shorter than a vector, or where vectors must not overlap
    /// because several panels add to them.
    let padsRows: Bool
    let usesScratch: Bool
    /// Elements of a channel's scratch target.
    let scratchChannel: Int
    /// Terms of all residues.
    let terms: Int

    init(forward geometry: ConvGeometry) {
        self.init(
            geometry, TapAxis(forward: geometry.depth), TapAxis(forward: geometry.height),
            TapAxis(forward: geometry.width), source: geometry.inputChannels, target: geometry.outputChannels,
            weightRow: geometry.terms, weightChannel: geometry.taps)
    }

    init(inputGradient geometry: ConvGeometry) {
        self.init(
            geometry, TapAxis(inputGradient: geometry.depth), TapAxis(inputGradient: geometry.height),
            TapAxis(inputGradient: geometry.width), source: geometry.outputChannels, target: geometry.inputChannels,
            weightRow: geometry.taps, weightChannel: geometry.terms)
    }

    private init(
        _ geometry: ConvGeometry, _ depth: TapAxis, _ height: TapAxis, _ width: TapAxis, source: Int, target: Int,
        weightRow: Int, weightChannel: Int
    ) {
        batch = geometry.batch
        groups = geometry.groups
        sourceChannels = source
        targetChannels = target
        self.weightRow = weightRow
        weightGroup = geometry.outputChannels * geometry.terms
        let rows = width.residues.map(\.steps.count)
        let overlaps = rows.contains { $0 % Tiles.Vector.width != 0 }
        let taps = [depth, height, width].map { axis in axis.residues.map(\.taps.count).max() ?? 0 }
        let isLong = source * taps[0] * taps[1] * taps[2] > TapPlan.longestPanel
        padsRows = rows.contains { $0 < Tiles.Vector.width } || (overlaps && isLong)
        (depthSteps, heightSteps) = TapPlan.block(geometry, depth, height, width, channels: source)
        layout = TapLayout(
            depth, height, width, depthSteps: depthSteps, heightSteps: heightSteps, copies: padsRows)
        usesScratch = padsRows || depth.targetStep * height.targetStep * width.targetStep > 1

        var residues: [Residue] = []
        var (firstTerm, scratchStart) = (0, 0)
        for d in depth.residues {
            for h in height.residues {
                for w in width.residues {
                    var offsets: [Int] = []
                    var weightOffsets: [Int] = []
                    for channel in 0..<source {
                        for (i, j, k) in TapPlan.triples(d.taps, h.taps, w.taps) {
                            offsets.append(channel * layout.channelStride + layout.offset(i, j, k))
                            let tap = (i.index * geometry.height.kernel + j.index) * geometry.width.kernel + k.index
                            weightOffsets.append(channel * weightChannel + tap)
                        }
                    }
                    let panels = (offsets.count + TapPlan.longestPanel - 1) / TapPlan.longestPanel
                    let lanes = padsRows ? Tiles.Vector.width : 1
                    let scratchRow = (w.steps.count + lanes - 1) / lanes * lanes
                    residues.append(
                        Residue(
                            depth: d, height: h, width: w, offsets: offsets, weightOffsets: weightOffsets,
                            firstTerm: firstTerm, panel: (offsets.count + max(panels, 1) - 1) / max(panels, 1),
                            scratchStart: scratchStart, scratchRow: scratchRow))
                    firstTerm += offsets.count
                    scratchStart += depthSteps * heightSteps * scratchRow
                }
            }
        }
        self.residues = residues
        terms = firstTerm
        scratchChannel = usesScratch ? scratchStart : 0
    }

    private static func triples(
        _ d: [TapAxis.Tap], _ h: [TapAxis.Tap], _ w: [TapAxis.Tap]
    ) -> [(TapAxis.Tap, TapAxis.Tap, TapAxis.Tap)] {
        d.flatMap { i in h.flatMap { j in w.map { k in (i, j, k) } } }
    }

    /// Terms that are summed in registers: their pixels, 16 at a time, fill half of the first-level cache.
    static var longestPanel: Int { 384 }

    /// Bytes of source that stay in the second-level cache beside the weights.
    private static var blockBytes: Int { 1 << 18 }

    /// Steps of a block: all, or as few as it takes for the source to fit the cache and for a dozen items of enough work.
    private static func block(
        _ geometry: ConvGeometry, _ depth: TapAxis, _ height: TapAxis, _ width: TapAxis, channels: Int
    ) -> (depth: Int, height: Int) {
        var (d, h) = (max(1, depth.steps.count), max(1, height.steps.count))
        let row = channels * width.extent(width.steps.count) * width.phases.count * MemoryLayout<Scalar>.stride
        let items = Double(geometry.batch * geometry.groups)
        let wanted = min(12, geometry.multiplications / Double(1 << 19))
        while d * h > 1 {
            let bytes =
                Double(row) * Double(depth.extent(d) * depth.phases.count)
                * Double(height.extent(h) * height.phases.count)
            let blocks = Double((depth.steps.count - 1) / d + 1) * Double((height.steps.count - 1) / h + 1)
            let isSmall = d * h * max(1, width.steps.count / Tiles.Vector.width) <= 16
            if bytes <= Double(blockBytes) && (items * blocks >= wanted || isSmall) { break }
            if d > 1 { d = (d + 1) / 2 } else { h = (h + 1) / 2 }
        }
        return (d, h)
    }

    /// The blocks of an image.
    var blocks: [TapBlock] {
        TapPlan.parts(layout.depth.steps, depthSteps).flatMap { depth in
            TapPlan.parts(layout.height.steps, heightSteps).map { TapBlock(depth: depth, height: $0) }
        }
    }

    private static func parts(_ range: Range<Int>, _ size: Int) -> [Range<Int>] {
        stride(from: range.lowerBound, to: range.upperBound, by: size).map {
            $0..<min($0 + size, range.upperBound)
        }
    }

    /// Elements of the packed weights.
    var weightSize: Int { groups * terms * targetChannels }

    /// Multiply-adds an item.
    var itemTerms: Double {
        Double(terms) * Double(targetChannels) * Double(depthSteps * heightSteps) * Double(layout.width.steps.count)
    }
}
