import Synchronization

/// Convolution with a kernel of one element, of unit stride and without padding: for each image x (channels, pixels) the
/// products
///     y = W x,    dx = Wᵀ dy,    and dW, the sum of dy xᵀ over the images.
struct PointwisePlan<Scalar: ConvScalar> {
    private let geometry: ConvGeometry
    private let isInputGradient: Bool

    /// For a `flattened` geometry; nil for others than these, and for few channels.
    init?(_ geometry: ConvGeometry, isInputGradient: Bool = false) {
        guard geometry.depth == .trivial, geometry.height == .trivial, geometry.width.isPointwise,
            geometry.inputChannels * geometry.outputChannels > 16
        else { return nil }
        self.geometry = geometry
        self.isInputGradient = isInputGradient
    }

    private var pixels: Int { geometry.width.input }
    private var inputs: Int { geometry.inputChannels }
    private var outputs: Int { geometry.outputChannels }

    func run(_ operands: ConvOperands<Scalar>) -> Bool {
        let (rows, terms) = isInputGradient ? (inputs, outputs) : (outputs, inputs)
        for group in 0..<geometry.groups {
            let product = MatrixProduct(
                m: rows, n: pixels, k: terms, a: operands.weights + group * outputs * inputs,
                aRow: isInputGradient ? 1 : inputs, aColumn: isInputGradient ? inputs : 1,
                b: operands.source + group * terms * pixels, bRow: pixels, bColumn: 1,
                c: operands.target + group * rows * pixels,
                cRow: pixels, accumulate: false,
                epilogue: Gemm.Epilogue(
                    rowBias: operands.bias.map { $0 + group * rows }, activation: operands.activation))
            ProductBatch(
                product: product, count: geometry.batch, a: 0, b: geometry.groups * terms * pixels,
                c: geometry.groups * rows * pixels
            ).run(Scalar.multiply)
        }
        return true
    }

    /// The images in up to 16 chunks with sums of their own, which are added in order.
    func weightGradient(
        input: UnsafePointer<Scalar>, gradient: UnsafePointer<Scalar>, target: UnsafeMutablePointer<Scalar>
    ) -> Bool {
        let size = geometry.groups * outputs * inputs
        let terms = geometry.multiplications
        let chunks = max(1, min(16, geometry.batch, Int(min(terms / Double(1 << 19), Double(1 << 22) / Double(size)))))
        guard let sums = Workspace<Scalar>((chunks - 1) * size) else { return false }
        let others = sums.pointer
        ThreadPool.run(tasks: chunks) { chunk in
            let result = chunk == 0 ? target : others + (chunk - 1) * size
            let images = geometry.batch * chunk / chunks..<geometry.batch * (chunk + 1) / chunks
            for group in 0..<geometry.groups {
                for image in images {
                    let item = image * geometry.groups + group
                    Scalar.multiply(
                        MatrixProduct(
                            m: outputs, n: inputs, k: pixels, a: gradient + item * outputs * pixels, aRow: pixels,
                            aColumn: 1, b: input + item * inputs * pixels, bRow: 1, bColumn: pixels,
                            c: result + group * outputs * inputs, cRow: inputs, accumulate: image > images.lowerBound,
                            epilogue: Gemm.Epilogue()))
                }
            }
        }
        ThreadPool.ranges(size, grain: 1 << 13) { range in
            for chunk in 0..<chunks - 1 {
                for i in range { target[i] += others[chunk &* size &+ i] }
            }
        }
        return true
    }
}
