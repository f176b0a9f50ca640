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
        let kernel: any ReductionKernel.Type
        switch dtype {
        case .float16: kernel = HalfQuery<Float16Format, FloatFold<Float32Vector, FloatSumOfSquaredDeviations>>.self
        case .bfloat16: kernel = HalfQuery<BFloat16Format, FloatFold<Float32Vector, FloatSumOfSquaredDeviations>>.self
        case .float32: kernel = FloatFold<Float32Vector, FloatSumOfSquaredDeviations>.self
        case .float64: kernel = FloatFold<Float64Vector, FloatSumOfSquaredDeviations>.self
        default: return
        }
        let layout = ReductionLayout(
            keptShape: keptShape, keptStrides: keptStrides, reducedShape: reducedShape, reducedStrides: reducedStrides)
        let size = dtype.computeType.itemSize
        ReductionDriver(
            kernel, layout, input: input, center: mean, centerSize: size, output: output, outputSize: size
        ).run()
    }

    private static func kernel(_ operation: ReduceOperation, _ dtype: DType) -> (any ReductionKernel.Type)? {
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

    private static func folding<O: FloatFoldOperation>(_ operation: O.Type, _ dtype: DType) -> (
        any ReductionKernel.Type
    )? {
        switch dtype {
        case .float16: HalfFold<Float16Format, FloatFold<Float32Vector, O>>.self
        case .bfloat16: HalfFold<BFloat16Format, FloatFold<Float32Vector, O>>.self
        case .float32: FloatFold<Float32Vector, O>.self
        case .float64: FloatFold<Float64Vector, O>.self
        default: nil
        }
    }

    private static func widening<O: IntegerFoldOperation>(_ operation: O.Type, _ dtype: DType) -> (
        any ReductionKernel.Type
    )? {
        switch dtype {
        case .bool: IntegerFold<UInt8, Int64, O>.self
        case .int8: IntegerFold<Int8, Int64, O>.self
        case .int16: IntegerFold<Int16, Int64, O>.self
        case .int32: IntegerFold<Int32, Int64, O>.self
        case .int64: IntegerFold<Int64, Int64, O>.self
        case .uint8: IntegerFold<UInt8, UInt64, O>.self
        case .uint16: IntegerFold<UInt16, UInt64, O>.self
        case .uint32: IntegerFold<UInt32, UInt64, O>.self
        case .uint64: IntegerFold<UInt64, UInt64, O>.self
        default: nil
        }
    }

    private static func keeping<O: IntegerFoldOperation>(_ operation: O.Type, _ dtype: DType) -> (
        any ReductionKernel.Type
    )? {
        switch dtype {
        case .bool, .uint8: IntegerFold<UInt8, UInt8, O>.self
        case .int8: IntegerFold<Int8, Int8, O>.self
        case .int16: IntegerFold<Int16, Int16, O>.self
        case .int32: IntegerFold<Int32, Int32, O>.self
        case .int64: IntegerFold<Int64, Int64, O>.self
        case .uint16: IntegerFold<UInt16, UInt16, O>.self
        case .uint32: IntegerFold<UInt32, UInt32, O>.self
        case .uint64: IntegerFold<UInt64, UInt64, O>.self
        default: nil
        }
    }

    private static func position<F: FloatExtremum, I: IntegerFoldOperation>(
        _ float: F.Type, _ integer: I.Type, _ dtype: DType
    ) -> (any ReductionKernel.Type)? {
        switch dtype {
        case .bool, .uint8: IntegerExtremumPosition<UInt8, I>.self
        case .int8: IntegerExtremumPosition<Int8, I>.self
        case .int16: IntegerExtremumPosition<Int16, I>.self
        case .int32: IntegerExtremumPosition<Int32, I>.self
        case .int64: IntegerExtremumPosition<Int64, I>.self
        case .uint16: IntegerExtremumPosition<UInt16, I>.self
        case .uint32: IntegerExtremumPosition<UInt32, I>.self
        case .uint64: IntegerExtremumPosition<UInt64, I>.self
        case .float16: HalfQuery<Float16Format, FloatExtremumPosition<Float32Vector, F>>.self
        case .bfloat16: HalfQuery<BFloat16Format, FloatExtremumPosition<Float32Vector, F>>.self
        case .float32: FloatExtremumPosition<Float32Vector, F>.self
        case .float64: FloatExtremumPosition<Float64Vector, F>.self
        }
    }

    private static func truth<O: IntegerFoldOperation>(_ operation: O.Type, _ dtype: DType) -> (
        any ReductionKernel.Type
    )? {
        switch dtype {
        case .bool, .int8, .uint8: TruthFold<UInt8, O>.self
        case .int16, .uint16: TruthFold<UInt16, O>.self
        case .int32, .uint32: TruthFold<UInt32, O>.self
        case .int64, .uint64: TruthFold<UInt64, O>.self
        case .float16: HalfQuery<Float16Format, TruthFold<Float, O>>.self
        case .bfloat16: HalfQuery<BFloat16Format, TruthFold<Float, O>>.self
        case .float32: TruthFold<Float, O>.self
        case .float64: TruthFold<Double, O>.self
        }
    }
}
