extension EngineFunctions {
    /// Questions about element types.
    static let types: [FunctionDefinition] = [
        FunctionDefinition(
            "result_type", [Parameter("arrays_and_dtypes", .any, isVariadic: true)],
            doc: "The type that an operation on these arrays, types and numbers gives; numbers only decide the kind."
        ) { arguments throws(SwiftgradError) in
            guard case .list(let items) = try arguments.value("arrays_and_dtypes") else { return .none }
            var result: DType?
            var numbers: [Value] = []
            for item in items {
                switch item {
                case .tensor(let tensor): result = result.map { Promotion.promote($0, tensor.dtype) } ?? tensor.dtype
                case .dtype(let dtype): result = result.map { Promotion.promote($0, dtype) } ?? dtype
                case .bool, .int, .double: numbers.append(item)
                case .string(let name):
                    guard let dtype = DType.allCases.first(where: { "\($0)" == name }) else {
                        throw .type("result_type: '\(name)' is no dtype")
                    }
                    result = result.map { Promotion.promote($0, dtype) } ?? dtype
                default: throw .type("result_type: expected arrays, dtypes and numbers, got \(item.kindName)")
                }
            }
            guard var dtype = result else {
                throw .value("result_type: needs at least one array or dtype")
            }
            for number in numbers { dtype = Promotion.promote(dtype, Promotion.weak(number, beside: dtype)) }
            return .dtype(dtype)
        },
        FunctionDefinition(
            "can_cast", [Parameter("from_", .any), Parameter("to", .dtype)],
            doc: "Whether an array or type becomes another without loss of kind: whether the two promote to `to`."
        ) { arguments throws(SwiftgradError) in
            guard let to = try arguments.dtype("to") else { return .bool(false) }
            switch try arguments.value("from_") {
            case .tensor(let tensor): return .bool(Promotion.promote(tensor.dtype, to) == to)
            case .dtype(let dtype): return .bool(Promotion.promote(dtype, to) == to)
            case let other: throw .type("can_cast: expected an array or a dtype, got \(other.kindName)")
            }
        },
        FunctionDefinition(
            "isdtype", [Parameter("dtype", .dtype), Parameter("kind", .any)],
            doc: """
                Whether a type is of a kind: another dtype, "bool", "signed integer", "unsigned integer", "integral",
                "real floating", "complex floating" (none is), "numeric", or one of several.
                """
        ) { arguments throws(SwiftgradError) in
            guard let dtype = try arguments.dtype("dtype") else { return .bool(false) }
            return .bool(try isOf(arguments.value("kind"), dtype))
        },
    ]

    private static func isOf(_ kind: Value, _ dtype: DType) throws(SwiftgradError) -> Bool {
        let isUnsigned = [DType.uint8, .uint16, .uint32, .uint64].contains(dtype)
        switch kind {
        case .dtype(let other): return dtype == other
        case .string("bool"): return dtype == .bool
        case .string("signed integer"): return dtype.isInteger && !isUnsigned
        case .string("unsigned integer"): return isUnsigned
        case .string("integral"): return dtype.isInteger
        case .string("real floating"): return dtype.isFloating
        case .string("complex floating"): return false
        case .string("numeric"): return dtype.isInteger || dtype.isFloating
        case .list(let kinds):
            for one in kinds where try isOf(one, dtype) { return true }
            return false
        case .string(let name): throw .value("isdtype: '\(name)' is no kind of dtype")
        default: throw .type("isdtype: kind must be a dtype, a string or a tuple of them, got \(kind.kindName)")
        }
    }
}
