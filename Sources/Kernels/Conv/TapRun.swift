import Synchronization

extension TapPlan {
    /// Computes the target from a source, adding `bias` (one a channel of the target). False when there is no memory.
    func run(_ operands: ConvOperands<Scalar>) -> Bool {
        let channels = groups * targetChannels
        guard let packed = Workspace<Scalar>(weightSize),
            let starts = Workspace<Scalar>(operands.bias == nil ? channels : 0),
            let zeros = Workspace<Scalar>(targetChannels)
        else { return false }
        pack(operands.weights, to: packed.pointer)
        starts.pointer.update(repeating: 0, count: operands.bias == nil ? channels : 0)
        zeros.pointer.update(repeating: 0, count: targetChannels)
        let blocks = blocks
        let isComplete = Atomic<Bool>(true)
        let prepared = TapRun<Tiles>.Operands(
            source: operands.source, weights: UnsafePointer(packed.pointer),
            bias: operands.bias ?? UnsafePointer(starts.pointer),
            zeros: UnsafePointer(zeros.pointer), rectifies: operands.activation == .relu, target: operands.target)
        let grain = max(1, Int(min(Double(1 << 19) / max(itemTerms, 1), 1024)))
        ThreadPool.ranges(batch * groups * blocks.count, grain: grain) { items in
            guard let run = TapRun(self, prepared) else {
                isComplete.store(false, ordering: .relaxed)
                return
            }
            for item in items {
                let image = item / blocks.count
                run.compute(
                    image: image / groups, group: image % groups, blocks[item % blocks.count],
                    isTabulated: blocks.count == 1 && residues.count == 1 && item > items.lowerBound)
            }
        }
        return isComplete.load(ordering: .relaxed)
    }
}

/// Memory from the pool for as long as the value lives.
struct Workspace<Element>: ~Copyable {
    let pointer: UnsafeMutablePointer<Element>
    private let bytes: Int

    /// Uninitialised; nil when there is none.
    init?(_ count: Int) {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
        guard !overflow, let block = MemoryPool.allocate(bytes) else { return nil }
        self.bytes = bytes
        pointer = block.assumingMemoryBound(to: Element.self)
    }

    deinit { MemoryPool.deallocate(pointer, bytes) }
}

/// The items of one task, with the memory that they use in turn.
struct TapRun<Tiles: ConvTiles>: ~Copyable {
    typealias Scalar = Tiles.Scalar

    struct Operands {
        let source: UnsafePointer<Scalar>
        let weights: UnsafePointer<Scalar>
        let bias: UnsafePointer<Scalar>
        let zeros: UnsafePointer<Scalar>
        let rectifies: Bool
        let target: UnsafeMutablePointer<Scalar>
    }

    private let plan: TapPlan<Tiles>
    private let operands: Operands
    private let copy: Workspace<Scalar>
    private let scratch: Workspace<Scalar>
    /// Starts of the vectors of pixels, then their targets.
    private let table: Workspace<Int>
    private let tableLength: Int

    init?(_ plan: TapPlan<Tiles>, _ operands: Operands) {
        let longestRow = plan.layout.width.steps.count / Tiles.Vector.width + 1
        tableLength = plan.depthSteps * plan.heightSteps * longestRow + Tiles.mostVectors
        let copySize = plan.layout.size(channels: plan.sourceChannels)
        guard let copy = Workspace<Scalar>(copySize + (copySize > 0 ? Tiles.Vector.width : 0)),
            let scratch = Workspace<Scalar>(plan.scratchChannel * plan.targetChannels),
            let table = Workspace<Int>(2 * tableLength)
        else { return nil }
        if copySize > 0 { Tiles.Vector.zero.store(to: copy.pointer + copySize) }
        self.plan = plan
        self.operands = operands
        self.copy = copy
        self.scratch = scratch
        self.table = table
    }

    /// `isTabulated`: the table holds the vectors of this block already.
    func compute(image: Int, group: Int, _ block: TapBlock, isTabulated: Bool) {
        let layout = plan.layout
        let sourceSize = layout.depth.sourceLength * layout.height.sourceLength * layout.width.sourceLength
        let targetSize = layout.depth.targetLength * layout.height.targetLength * layout.width.targetLength
        let item = image * plan.groups + group
        var source = operands.source + item * plan.sourceChannels * sourceSize
        if layout.isInPlace {
            source += layout.start(block)
        } else {
            layout.fill(Tiles.Vector.self, copy.pointer, from: source, channels: plan.sourceChannels, block)
            source = UnsafePointer(copy.pointer)
        }
        let target = operands.target + item * plan.targetChannels * targetSize
        for residue in plan.residues {
            let vectors = isTabulated ? tabulatedCount(residue, block) : tabulate(residue, block)
            let tiles = TapOperands(
                image: source, offsets: UnsafePointer(table.pointer), terms: 0,
                weights: operands.weights + (group * plan.terms + residue.firstTerm) * plan.targetChannels,
                bias: operands.bias + group * plan.targetChannels, starts: UnsafePointer(table.pointer),
                targets: UnsafePointer(table.pointer + tableLength),
                target: plan.usesScratch ? scratch.pointer : target,
                targetRow: plan.usesScratch ? plan.scratchChannel : targetSize, adds: false, rectifies: false)
            if vectors > 0 { compute(residue, vectors, tiles) }
        }
        guard plan.usesScratch else { return }
        let together = layout.width.residues.count
        for first in stride(from: 0, to: plan.residues.count, by: together) {
            interleave(plan.residues[first..<first + together], block, target, channelStride: targetSize)
        }
    }

    private func intersection(_ range: Range<Int>, _ steps: Range<Int>) -> Range<Int> { range.clamped(to: steps) }

    /// Fills the table with a block's vectors and repeats the last; how many there are.
    private func tabulate(_ residue: TapPlan<Tiles>.Residue, _ block: TapBlock) -> Int {
        let layout = plan.layout
        let width = Tiles.Vector.width
        let (starts, targets) = (table.pointer, table.pointer + tableLength)
        let steps = residue.width.steps
        let firstStart = steps.lowerBound - layout.width.steps.lowerBound
        var count = 0
        for d in intersection(block.depth, residue.depth.steps) {
            for h in intersection(block.height, residue.height.steps) {
                let start =
                    (d - block.depth.lowerBound) * layout.depthStride
                    + (h - block.height.lowerBound) * layout.rowStride + firstStart
                let target =
                    plan.usesScratch
                    ? scratchPosition(residue, block, d, h)
                    : ((d + residue.depth.first) * layout.height.targetLength + h + residue.height.first) * steps.count
                var w = 0
                while w < steps.count {
                    let position = plan.padsRows ? w : min(w, steps.count - width)
                    starts[count] = start + position
                    targets[count] = target + position
                    count += 1
                    w += width
                }
            }
        }
        if count > 0 {
            for extra in 0..<Tiles.mostVectors {
                starts[count + extra] = starts[count - 1]
                targets[count + extra] = targets[count - 1]
            }
        }
        return count
    }

    /// How many vectors `tabulate` found.
    private func tabulatedCount(_ residue: TapPlan<Tiles>.Residue, _ block: TapBlock) -> Int {
        let rows =
            intersection(block.depth, residue.depth.steps).count
            * intersection(block.height, residue.height.steps).count
        return rows * ((residue.width.steps.count + Tiles.Vector.width - 1) / Tiles.Vector.width)
    }

    private func scratchPosition(_ residue: TapPlan<Tiles>.Residue, _ block: TapBlock, _ d: Int, _ h: Int) -> Int {
        let row = (d - block.depth.lowerBound) * plan.heightSteps + h - block.height.lowerBound
        return residue.scratchStart + row * residue.scratchRow
    }

    /// All tiles of a residue: panels of terms, vectors of pixels, channels.
    private func compute(
        _ residue: TapPlan<Tiles>.Residue, _ vectors: Int, _ first: TapOperands<Scalar>
    ) {
        let channels = plan.targetChannels
        let heights = TileRows(channels, tallest: Tiles.rows)
        let group = Tiles.vectors(height: heights.height(at: channels - 1))
        let total = residue.offsets.count
        residue.offsets.withUnsafeBufferPointer { offsets in
            guard let base = offsets.baseAddress ?? first.offsets as UnsafePointer<Int>? else { return }
            var panel = 0
            repeat {
                var tile = first
                tile.offsets = base + panel
                tile.terms = min(residue.panel, total - panel)
                tile.adds = panel > 0
                tile.rectifies = operands.rectifies && panel + tile.terms == total
                let weights = first.weights + panel * channels
                var v = 0
                while v < vectors {
                    var row = 0
                    while row < channels {
                        let height = heights.height(at: row)
                        tile.weights = weights + row &* tile.terms
                        tile.bias = panel == 0 ? first.bias + row : operands.zeros
                        tile.target = first.target + row &* first.targetRow
                        let step = Tiles.vectors(height: height)
                        var part = v
                        while part < min(v + group, vectors) {
                            tile.starts = first.starts + part
                            tile.targets = first.targets + part
                            Tiles.tap(height, tile)
                            part &+= step
                        }
                        row &+= height
                    }
                    v &+= group
                }
                panel += max(1, tile.terms)
            } while panel < total
        }
    }

    /// Moves the rows of all residues of the width from the scratch target to where they belong.
    private func interleave(
        _ residues: ArraySlice<TapPlan<Tiles>.Residue>, _ block: TapBlock, _ target: UnsafeMutablePointer<Scalar>,
        channelStride: Int
    ) {
        let (depth, height, width) = (plan.layout.depth, plan.layout.height, plan.layout.width)
        guard let first = residues.first, let last = residues.last else { return }
        for channel in 0..<plan.targetChannels {
            let scratch = scratch.pointer + channel * plan.scratchChannel
            for d in intersection(block.depth, first.depth.steps) {
                let z = depth.targetStep * d + first.depth.first
                for h in intersection(block.height, first.height.steps) {
                    let y = height.targetStep * h + first.height.first
                    let row = target + channel * channelStride + (z * height.targetLength + y) * width.targetLength
                    if width.targetStep == 2 && residues.count == 2 {
                        TapRun.interleave(
                            scratch + scratchPosition(first, block, d, h), scratch + scratchPosition(last, block, d, h),
                            to: row, count: width.targetLength)
                        continue
                    }
                    for (start, residue) in residues.enumerated() {
                        let source = scratch + scratchPosition(residue, block, d, h)
                        for w in 0..<residue.width.steps.count { row[start &+ w &* width.targetStep] = source[w] }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func interleave(
        _ even: UnsafePointer<Scalar>, _ odd: UnsafePointer<Scalar>, to row: UnsafeMutablePointer<Scalar>, count: Int
    ) {
        let width = Tiles.Vector.width
        var j = 0
        while 2 &* (j &+ width) <= count {
            Tiles.Vector.interleave(
                Tiles.Vector(loading: even + j), Tiles.Vector(loading: odd + j), to: row + 2 &* j)
            j &+= width
        }
        var i = 2 &* j
        while i < count {
            row[i] = (i & 1 == 0 ? even : odd)[i &>> 1]
            i &+= 1
        }
    }
}
