import Swiftgrad

extension Optimiser {
    /// The norm of all gradients together, sqrt(Σ g²).
    public func gradientNorm() throws(SwiftgradError) -> Double {
        try withNoGrad { () throws(SwiftgradError) in
            var total = 0.0
            for entry in groups.flatMap(\.entries) {
                guard let gradient = entry.parameter.grad else { continue }
                total += try gradient.detach().square().sum().item().number ?? 0
            }
            return total.squareRoot()
        }
    }

    /// Scales all gradients together so that their norm is at most `limit`; returns the norm before (Pascanu et al.,
    /// arXiv:1211.5063).
    @discardableResult
    public func clipGradients(norm limit: Double) throws(SwiftgradError) -> Double {
        let norm = try gradientNorm()
        let scale = limit / (norm + 1e-6)
        guard !(scale >= 1) else { return norm }
        try withNoGrad { () throws(SwiftgradError) in
            for entry in groups.flatMap(\.entries) {
                guard let gradient = entry.parameter.grad?.detach() else { continue }
                try gradient.overwrite(with: gradient * scale)
            }
        }
        return norm
    }
}
