/// What a convolution, or its input gradient, reads and writes: sums of the source's elements times weights.
struct ConvOperands<Scalar> {
    let source: UnsafePointer<Scalar>
    let weights: UnsafePointer<Scalar>
    /// One a channel of the target.
    let bias: UnsafePointer<Scalar>?
    /// Applied last.
    let activation: Gemm.Activation
    let target: UnsafeMutablePointer<Scalar>
}

// The cheapest way, which follows from the sizes alone:
// 1. matrix products on the images themselves for kernels of one element (`PointwisePlan`);
// 2. planes one by one where channels do not meet (`DepthwisePlan`);
// 3. minimal filtering for 3x3, and 3x3 and 4x4 with steps of two, where the products saved outweigh the transforms
//    (`WinogradRun`);
// 4. matrix products over columns where images are smaller than tiles (`ColumnPlan`);
// 5. register tiles on the image (`TapPlan`, `WeightPlan`).
// They are called where their type is known: behind an existential their kernels would not be specialised.
extension ConvTiles {
    static func forward(_ geometry: ConvGeometry, _ operands: ConvOperands<Scalar>) -> Bool {
        if isLarge(geometry), let plan = PointwisePlan<Scalar>(geometry) { return plan.run(operands) }
        if let plan = DepthwisePlan<Vector>(forward: geometry) { return plan.run(operands) }
        if let tiles = WinogradTiles(forward: geometry), tiles.pays(Vector.self) { return filtered(tiles, operands) }
        if ColumnPlan<Self>.pays(row: geometry.width.output, channels: geometry.outputChannels) {
            return ColumnPlan<Self>(geometry).forward(operands)
        }
        return TapPlan<Self>(forward: geometry).run(operands)
    }

    static func inputGradient(_ geometry: ConvGeometry, _ operands: ConvOperands<Scalar>) -> Bool {
        if isLarge(geometry), let plan = PointwisePlan<Scalar>(geometry, isInputGradient: true) {
            return plan.run(operands)
        }
        if let plan = DepthwisePlan<Vector>(inputGradient: geometry) { return plan.run(operands) }
        if let tiles = WinogradTiles(inputGradient: geometry), tiles.pays(Vector.self) {
            return filtered(tiles, operands)
        }
        let row = max(1, geometry.width.input / geometry.width.stride)
        if ColumnPlan<Self>.pays(row: row, channels: geometry.inputChannels) {
            return ColumnPlan<Self>(geometry).inputGradient(operands)
        }
        return TapPlan<Self>(inputGradient: geometry).run(operands)
    }

    static func weightGradient(
        _ geometry: ConvGeometry, input: UnsafePointer<Scalar>, gradient: UnsafePointer<Scalar>,
        target: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        if let plan = PointwisePlan<Scalar>(geometry) {
            return plan.weightGradient(input: input, gradient: gradient, target: target)
        }
        if let plan = DepthwisePlan<Vector>(weightGradient: geometry) {
            return plan.weightGradient(input: input, gradient: gradient, target: target)
        }
        if let tiles = WinogradTiles(forward: geometry), tiles.pays(Vector.self) {
            return tiles.taps == 3
                ? WinogradRun<Self, ThreeTaps<Vector>>(tiles).weightGradient(input, gradient, target)
                : WinogradRun<Self, TwoTaps<Vector>>(tiles).weightGradient(input, gradient, target)
        }
        if ColumnPlan<Self>.pays(row: geometry.width.output, channels: geometry.outputChannels) {
            return ColumnPlan<Self>(geometry).weightGradient(input: input, gradient: gradient, target: target)
        }
        return WeightPlan<Self>(geometry).run(input: input, gradient: gradient, target: target)
    }

    /// Pixels so many that the same ones of different channels lie in different pages: products copy them first.
    private static func isLarge(_ geometry: ConvGeometry) -> Bool { geometry.inputSize >= 512 }

    private static func filtered(_ tiles: WinogradTiles, _ operands: ConvOperands<Scalar>) -> Bool {
        tiles.taps == 3
            ? WinogradRun<Self, ThreeTaps<Vector>>(tiles).run(operands)
            : WinogradRun<Self, TwoTaps<Vector>>(tiles).run(operands)
    }
}
