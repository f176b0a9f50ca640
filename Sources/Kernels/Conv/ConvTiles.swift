/// The tiles that an instruction set uses, by height.
protocol ConvTiles {
    associatedtype Vector: ConvVector where Vector.Scalar: ConvScalar
    /// The tiles of matrix products.
    associatedtype File: RegisterFile where File.Vector == Vector
    typealias Scalar = Vector.Scalar
    /// Rows of the tallest `tap`.
    static var rows: Int { get }
    /// Vectors that `tap` takes at this height.
    static func vectors(height: Int) -> Int
    static func tap(_ height: Int, _ operands: TapOperands<Scalar>)
    /// Rows of the tallest `dot`, and the columns of all.
    static var dotRows: Int { get }
    static var dotColumns: Int { get }
    static func dot(_ height: Int, _ operands: DotOperands<Scalar>)
}

extension ConvTiles {
    /// The most vectors that any tile takes.
    @inline(__always) static var mostVectors: Int { 8 }
}

/// A scalar type with a matrix product.
protocol ConvScalar: BinaryFloatingPoint {
    static func multiply(_ product: MatrixProduct<Self>)
}

extension Float: ConvScalar {
    static func multiply(_ product: MatrixProduct<Float>) { Gemm.multiply(product) }
}

extension Double: ConvScalar {
    static func multiply(_ product: MatrixProduct<Double>) { Gemm.multiply(product) }
}

/// 16 vector registers: AVX2, SSE.
enum NarrowConvTiles<Vector: ConvVector>: ConvTiles where Vector.Scalar: ConvScalar {
    typealias File = NarrowRegisterFile<Vector>

    @inline(__always) static var rows: Int { 6 }
    @inline(__always) static var dotRows: Int { 3 }
    @inline(__always) static var dotColumns: Int { 4 }

    @inline(__always)
    static func vectors(height: Int) -> Int { height >= 4 ? 2 : height >= 2 ? 4 : 8 }

    static func tap(_ height: Int, _ operands: TapOperands<Vector.Scalar>) {
        switch height {
        case 6: TapTile<Vector, 6, 2, 12>.run(operands)
        case 5: TapTile<Vector, 5, 2, 10>.run(operands)
        case 4: TapTile<Vector, 4, 2, 8>.run(operands)
        case 3: TapTile<Vector, 3, 4, 12>.run(operands)
        case 2: TapTile<Vector, 2, 4, 8>.run(operands)
        default: TapTile<Vector, 1, 8, 8>.run(operands)
        }
    }

    static func dot(_ height: Int, _ operands: DotOperands<Vector.Scalar>) {
        switch height {
        case 3: DotTile<Vector, 3, 4, 12>.run(operands)
        case 2: DotTile<Vector, 2, 4, 8>.run(operands)
        default: DotTile<Vector, 1, 4, 4>.run(operands)
        }
    }
}

/// 32 vector registers: AVX-512, arm64.
enum WideConvTiles<Vector: ConvVector>: ConvTiles where Vector.Scalar: ConvScalar {
    typealias File = WideRegisterFile<Vector>

    @inline(__always) static var rows: Int { 12 }
    @inline(__always) static var dotRows: Int { 4 }
    @inline(__always) static var dotColumns: Int { 6 }

    @inline(__always)
    static func vectors(height: Int) -> Int { height >= 7 ? 2 : height >= 4 ? 4 : 8 }

    static func tap(_ height: Int, _ operands: TapOperands<Vector.Scalar>) {
        switch height {
        case 12: TapTile<Vector, 12, 2, 24>.run(operands)
        case 11: TapTile<Vector, 11, 2, 22>.run(operands)
        case 10: TapTile<Vector, 10, 2, 20>.run(operands)
        case 9: TapTile<Vector, 9, 2, 18>.run(operands)
        case 8: TapTile<Vector, 8, 2, 16>.run(operands)
        case 7: TapTile<Vector, 7, 2, 14>.run(operands)
        case 6: TapTile<Vector, 6, 4, 24>.run(operands)
        case 5: TapTile<Vector, 5, 4, 20>.run(operands)
        case 4: TapTile<Vector, 4, 4, 16>.run(operands)
        case 3: TapTile<Vector, 3, 8, 24>.run(operands)
        case 2: TapTile<Vector, 2, 8, 16>.run(operands)
        default: TapTile<Vector, 1, 8, 8>.run(operands)
        }
    }

    static func dot(_ height: Int, _ operands: DotOperands<Vector.Scalar>) {
        switch height {
        case 4: DotTile<Vector, 4, 6, 24>.run(operands)
        case 3: DotTile<Vector, 3, 6, 18>.run(operands)
        case 2: DotTile<Vector, 2, 6, 12>.run(operands)
        default: DotTile<Vector, 1, 6, 6>.run(operands)
        }
    }
}
