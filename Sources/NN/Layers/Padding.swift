import Swiftgrad

/// Elements added before and behind the spatial axes, as `nn.functional.pad`.
public class PaddingLayer: Module {
    /// Spatial axes.
    class var axes: Int { 2 }
    class var mode: String { "constant" }

    /// Two numbers an axis, the last axis first.
    public let amounts: [Int]
    public let value: Double

    public required init(_ amounts: [Int], value: Double = 0) throws(SwiftgradError) {
        let count = 2 * Self.axes
        guard amounts.count == count || amounts.count == 1 else {
            throw .value("\(Self.self): padding must be one number or \(count), got \(Shape.text(amounts))")
        }
        self.amounts = amounts.count == count ? amounts : [Int](repeating: amounts[0], count: count)
        self.value = value
        super.init()
    }

    public override var extraDescription: String {
        "padding=\(Shape.text(amounts))" + (takesValue ? ", value=\(value)" : "")
    }

    fileprivate var takesValue: Bool { false }

    public override func forward(_ x: Tensor) throws(SwiftgradError) -> Tensor {
        let axes = Self.axes
        guard x.rank == axes + 1 || x.rank == axes + 2 else {
            throw .value("expected \(axes + 1) or \(axes + 2) axes, got \(Shape.text(x.shape))")
        }
        let number: Value = Self.mode == "constant" ? .double(value) : .none
        let arguments: [Value] = [.tensor(x), .list(amounts.map(Value.int)), .string(Self.mode), number]
        guard case .tensor(let y)? = try Functional.named("pad")?(arguments) else {
            throw .notImplemented("nn.functional.pad does not exist")
        }
        return y
    }
}

public class ConstantPad: PaddingLayer { fileprivate override var takesValue: Bool { true } }
public class ReflectionPad: PaddingLayer { override class var mode: String { "reflect" } }
public class ReplicationPad: PaddingLayer { override class var mode: String { "replicate" } }
public class CircularPad: PaddingLayer { override class var mode: String { "circular" } }

public final class ConstantPad1d: ConstantPad { override class var axes: Int { 1 } }
public final class ConstantPad2d: ConstantPad {}
public final class ConstantPad3d: ConstantPad { override class var axes: Int { 3 } }
public final class ZeroPad1d: PaddingLayer { override class var axes: Int { 1 } }
public final class ZeroPad2d: PaddingLayer {}
public final class ZeroPad3d: PaddingLayer { override class var axes: Int { 3 } }
public final class ReflectionPad1d: ReflectionPad { override class var axes: Int { 1 } }
public final class ReflectionPad2d: ReflectionPad {}
public final class ReflectionPad3d: ReflectionPad { override class var axes: Int { 3 } }
public final class ReplicationPad1d: ReplicationPad { override class var axes: Int { 1 } }
public final class ReplicationPad2d: ReplicationPad {}
public final class ReplicationPad3d: ReplicationPad { override class var axes: Int { 3 } }
public final class CircularPad1d: CircularPad { override class var axes: Int { 1 } }
public final class CircularPad2d: CircularPad {}
public final class CircularPad3d: CircularPad { override class var axes: Int { 3 } }

extension NNClasses {
    static let paddings: [ClassDefinition] =
        ([
            ConstantPad1d.self, ConstantPad2d.self, ConstantPad3d.self, ZeroPad1d.self, ZeroPad2d.self, ZeroPad3d.self,
            ReflectionPad1d.self, ReflectionPad2d.self, ReflectionPad3d.self, ReplicationPad1d.self,
            ReplicationPad2d.self, ReplicationPad3d.self, CircularPad1d.self, CircularPad2d.self, CircularPad3d.self,
        ] as [PaddingLayer.Type]).map { type in
            let takesValue = type is ConstantPad.Type
            let content =
                switch type.mode {
                case "reflect": "the array mirrored without its edge"
                case "replicate": "the edge"
                case "circular": "the other end"
                default: takesValue ? "value" : "zeros"
                }
            return ClassDefinition(
                type, name: "\(type)", in: "nn", base: ForeignModule.self,
                [.ints("padding")] + (takesValue ? [.float("value")] : []),
                doc: """
                    The last \(type.axes == 1 ? "axis" : "\(type.axes) axes") continued at both ends with \(content): padding is one
                    number, or two an axis, the last axis first. Negative numbers cut elements off.
                    """
            ) { arguments throws(SwiftgradError) in
                try type.init(arguments.ints("padding"), value: takesValue ? arguments.double("value") : 0)
            }
        }
}
