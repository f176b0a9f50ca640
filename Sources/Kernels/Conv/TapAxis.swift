/// How a convolution and its input gradient walk one axis of source and target, in a form that both share.
///
/// Step m of a residue gives target `targetStep * m + first`; a tap reads source `step * (m + shift) + phase + origin`.
/// Forward there is one residue, and the source is split into `stride` phases so that every tap has unit stride. For the
/// input gradient the source (the output's gradient) has one phase, and targets that differ modulo the stride form a
/// residue each, with the taps that reach it: no multiplication by the zeros between strided positions.
struct TapAxis {
    struct Tap {
        let index: Int
        let shift: Int
        /// Position in `phases`.
        let phase: Int
    }

    struct Residue {
        let first: Int
        let steps: Range<Int>
        let taps: [Tap]
    }

    let sourceLength: Int
    let step: Int
    let origin: Int
    let phases: [Int]
    let targetLength: Int
    let targetStep: Int
    let residues: [Residue]
    /// Steps of any residue.
    let steps: Range<Int>
    /// Smallest and largest shift of any tap.
    let shifts: ClosedRange<Int>

    init(forward axis: ConvAxis) {
        let taps = axis.usefulTaps
        let phases = Set(taps.map { $0 * axis.dilation % axis.stride }).sorted()
        sourceLength = axis.input
        step = axis.stride
        origin = -axis.padding
        self.phases = phases.isEmpty ? [0] : phases
        targetLength = axis.output
        targetStep = 1
        residues = [
            Residue(
                first: 0, steps: 0..<axis.output,
                taps: taps.map { tap in
                    Tap(
                        index: tap, shift: tap * axis.dilation / axis.stride,
                        phase: phases.firstIndex(of: tap * axis.dilation % axis.stride) ?? 0)
                })
        ]
        steps = 0..<axis.output
        shifts = TapAxis.range(residues)
    }

    init(inputGradient axis: ConvAxis) {
        let taps = axis.usefulTaps
        sourceLength = axis.output
        step = 1
        origin = 0
        phases = [0]
        targetLength = axis.input
        targetStep = axis.stride
        residues = (0..<min(axis.input, axis.stride)).map { target in
            let residue = (target + axis.padding) % axis.stride
            let start = (target + axis.padding) / axis.stride
            return Residue(
                first: residue - axis.padding, steps: start..<start + (axis.input - 1 - target) / axis.stride + 1,
                taps: taps.filter { $0 * axis.dilation % axis.stride == residue }.map { tap in
                    Tap(index: tap, shift: -(tap * axis.dilation / axis.stride), phase: 0)
                })
        }
        let starts = residues.map(\.steps.lowerBound)
        let ends = residues.map(\.steps.upperBound)
        steps = (starts.min() ?? 0)..<(ends.max() ?? 0)
        shifts = TapAxis.range(residues)
    }

    private static func range(_ residues: [Residue]) -> ClosedRange<Int> {
        let shifts = residues.flatMap { $0.taps.map(\.shift) }
        return (shifts.min() ?? 0)...(shifts.max() ?? 0)
    }

    /// Rows of source that `count` steps in a row need.
    func extent(_ count: Int) -> Int { count + shifts.upperBound - shifts.lowerBound }

    /// Source index of the first row that the steps from `start` on need, in a phase.
    func sourceIndex(_ start: Int, phase: Int) -> Int { step * (start + shifts.lowerBound) + phase + origin }

    /// Every row that any step needs exists, in its own order.
    var needsNoCopy: Bool {
        step == 1 && steps.lowerBound + shifts.lowerBound + origin >= 0
            && steps.upperBound - 1 + shifts.upperBound + origin < sourceLength
    }
}
