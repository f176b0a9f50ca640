import Swiftgrad
import SwiftgradNN

extension Optimiser {
    /// Scales all gradients together so that their norm is at most `limit`; returns the norm before (Pascanu et al.,
    /// arXiv:1211.5063).
    @discardableResult
    func clipGradients(norm limit: Double) throws(SwiftgradError) -> Double {
        try withNoGrad { () throws(SwiftgradError) in
            let clipping = try GradientClipping(
                groups.flatMap { $0.entries.map(\.parameter) }, operation: "clip_grad_norm")
            return try clipping.clipNorm(limit, 2, errorIfNonfinite: false).item().number ?? .nan
        }
    }
}
