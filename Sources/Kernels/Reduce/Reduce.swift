/// Reductions over any set of axes of an array of any strides.
///
/// The axes are given in two groups: those that stay and those that are reduced, each with lengths and the input's
/// strides in elements (negative and zero strides are allowed). The output is contiguous in `keptShape`. The result is a
/// function of input and layout alone, bit by bit: it does not depend on the number of threads.
public enum Reduce {
    /// Reduces `input`, of type `dtype`, into `output`, of type `operation.outputType(dtype)`.
    ///
    /// Over no elements, a sum is 0, a product 1, `any` false and `all` true; the caller rules out the other operations,
    /// and those that `operation.supports(dtype)` denies, which do nothing here.
    public static func run(
        _ operation: ReduceOperation, dtype: DType, keptShape: [Int], keptStrides: [Int], reducedShape: [Int],
        reducedStrides: [Int], input: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        guard let kernel = kernel(operation, dtype) else { return }
        let layout = ReductionLayout(
            keptShape: keptShape, keptStrides: keptStrides, reducedShape: reducedShape, reducedStrides: reducedStrides)
        let outputSize = operation.outputType(dtype).itemSize
        ReductionDriver(kernel, layout, input: input, output: output, outputSize: outputSize).run()
    }

    /// The sum of (x - mean)^2 over the reduced axes of floats; `mean` and `output` are contiguous in `keptShape` and of
    /// type `dtype.computeType`. Divided by the count it is the variance, in its stable two-pass form.
    public static func sumSquaredDeviation(
        dtype: DType, keptShape: [Int], keptStrides: [Int], reducedShape: [Int], reducedStrides: [Int],
        input: UnsafeRawPointer, mean: UnsafeRawPointer, output: UnsafeMutableRawPointer
    ) {
        let kernel: AnyReductionKernel
        switch dtype {
        case .float16:
            kernel = AnyReductionKernel(
                HalfQuery<Float16Format, FloatFold<Float32Vector, FloatSumOfSquaredDeviations>>.self)
        case .bfloat16:
            kernel = AnyReductionKernel(
                HalfQuery<BFloat16Format, FloatFold<Float32Vector, FloatSumOfSquaredDeviations>>.self)
        case .float32: kernel = AnyReductionKernel(FloatFold<Float32Vector, FloatSumOfSquaredDeviations>.self)
        case .float64: kernel = AnyReductionKernel(FloatFold<Float64Vector, FloatSumOfSquaredDeviations>.self)
        default: return
        }
        let layout = ReductionLayout(
            keptShape: keptShape, keptStrides: keptStrides, reducedShape: reducedShape, reducedStrides: reducedStrides)
        let size = dtype.computeType.itemSize
        ReductionDriver(
            kernel, layout, input: input, center: mean, centerSize: size, output: output, outputSize: size
        ).run()
    }

    private static func kernel(_ operation: ReduceOperation, _ dtype: DType) -> AnyReductionKernel? {
        switch operation {
        case .sum: dtype.isFloating ? folding(FloatSum.self, dtype) : widening(IntegerSum.self, dtype)
        case .mean: folding(FloatMean.self, dtype)
        case .product: dtype.isFloating ? folding(FloatProduct.self, dtype) : widening(IntegerProduct.self, dtype)
        case .maximum: dtype.isFloating ? folding(FloatMaximum.self, dtype) : keeping(IntegerMaximum.self, dtype)
        case .minimum: dtype.isFloating ? folding(FloatMinimum.self, dtype) : keeping(IntegerMinimum.self, dtype)
        case .argmax: position(FloatMaximum.self, IntegerMaximum.self, dtype)
        case .argmin: position(FloatMinimum.self, IntegerMinimum.self, dtype)
        case .any: truth(IntegerMaximum.self, dtype)
        case .all: truth(IntegerMinimum.self, dtype)
        case .sumOfSquares: folding(FloatSumOfSquares.self, dtype)
        }
    }

    @inline(__always)
    private static func folding<O: FloatFoldOperation>(_ operation: O.Type, _ dtype: DType) -> AnyReductionKernel? {
        switch dtype {
        case .float16: AnyReductionKernel(HalfFold<Float16Format, FloatFold<Float32Vector, O>>.self)
        case .bfloat16: AnyReductionKernel(HalfFold<BFloat16Format, FloatFold<Float32Vector, O>>.self)
        case .float32: AnyReductionKernel(FloatFold<Float32Vector, O>.self)
        case .float64: AnyReductionKernel(FloatFold<Float64Vector, O>.self)
        default: nil
        }
    }

    @inline(__always)
    private static func widening<O: IntegerFoldOperation>(_ operation: O.Type, _ dtype: DType) -> AnyReductionKernel? {
        switch dtype {
        case .bool: AnyReductionKernel(IntegerFold<UInt8, Int64, O>.self)
        case .int8: AnyReductionKernel(IntegerFold<Int8, Int64, O>.self)
        case .int16: AnyReductionKernel(IntegerFold<Int16, Int64, O>.self)
        case .int32: AnyReductionKernel(IntegerFold<Int32, Int64, O>.self)
        case .int64: AnyReductionKernel(IntegerFold<Int64, Int64, O>.self)
        case .uint8: AnyReductionKernel(IntegerFold<UInt8, UInt64, O>.self)
        case .uint16: AnyReductionKernel(IntegerFold<UInt16, UInt64, O>.self)
        case .uint32: AnyReductionKernel(IntegerFold<UInt32, UInt64, O>.self)
        case .uint64: AnyReductionKernel(IntegerFold<UInt64, UInt64, O>.self)
        default: nil
        }
    }

    @inline(__always)
    private static func keeping<O: IntegerFoldOperation>(_ operation: O.Type, _ dtype: DType) -> AnyReductionKernel? {
        switch dtype {
        case .bool, .uint8: AnyReductionKernel(IntegerFold<UInt8, UInt8, O>.self)
        case .int8: AnyReductionKernel(IntegerFold<Int8, Int8, O>.self)
        case .int16: AnyReductionKernel(IntegerFold<Int16, Int16, O>.self)
        case .int32: AnyReductionKernel(IntegerFold<Int32, Int32, O>.self)
        case .int64: AnyReductionKernel(IntegerFold<Int64, Int64, O>.self)
        case .uint16: AnyReductionKernel(IntegerFold<UInt16, UInt16, O>.self)
        case .uint32: AnyReductionKernel(IntegerFold<UInt32, UInt32, O>.self)
        case .uint64: AnyReductionKernel(IntegerFold<UInt64, UInt64, O>.self)
        default: nil
        }
    }

    @inline(__always)
    private static func position<F: FloatExtremum, I: IntegerFoldOperation>(
        _ float: F.Type, _ integer: I.Type, _ dtype: DType
    ) -> AnyReductionKernel? {
        switch dtype {
        case .bool, .uint8: AnyReductionKernel(IntegerExtremumPosition<UInt8, I>.self)
        case .int8: AnyReductionKernel(IntegerExtremumPosition<Int8, I>.self)
        case .int16: AnyReductionKernel(IntegerExtremumPosition<Int16, I>.self)
        case .int32: AnyReductionKernel(IntegerExtremumPosition<Int32, I>.self)
        case .int64: AnyReductionKernel(IntegerExtremumPosition<Int64, I>.self)
        case .uint16: AnyReductionKernel(IntegerExtremumPosition<UInt16, I>.self)
        case .uint32: AnyReductionKernel(IntegerExtremumPosition<UInt32, I>.self)
        case .uint64: AnyReductionKernel(IntegerExtremumPosition<UInt64, I>.self)
        case .float16: AnyReductionKernel(HalfQuery<Float16Format, FloatExtremumPosition<Float32Vector, F>>.self)
        case .bfloat16: AnyReductionKernel(HalfQuery<BFloat16Format, FloatExtremumPosition<Float32Vector, F>>.self)
        case .float32: AnyReductionKernel(FloatExtremumPosition<Float32Vector, F>.self)
        case .float64: AnyReductionKernel(FloatExtremumPosition<Float64Vector, F>.self)
        }
    }

    @inline(__always)
    private static func truth<O: IntegerFoldOperation>(_ operation: O.Type, _ dtype: DType) -> AnyReductionKernel? {
        switch dtype {
        case .bool, .int8, .uint8: AnyReductionKernel(TruthFold<UInt8, O>.self)
        case .int16, .uint16: AnyReductionKernel(TruthFold<UInt16, O>.self)
        case .int32, .uint32: AnyReductionKernel(TruthFold<UInt32, O>.self)
        case .int64, .uint64: AnyReductionKernel(TruthFold<UInt64, O>.self)
        case .float16: AnyReductionKernel(HalfQuery<Float16Format, TruthFold<Float, O>>.self)
        case .bfloat16: AnyReductionKernel(HalfQuery<BFloat16Format, TruthFold<Float, O>>.self)
        case .float32: AnyReductionKernel(TruthFold<Float, O>.self)
        case .float64: AnyReductionKernel(TruthFold<Double, O>.self)
        }
    }
}
