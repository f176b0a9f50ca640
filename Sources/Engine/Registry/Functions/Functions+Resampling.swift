extension EngineFunctions {
    /// Images at another size.
    static let resampling: [FunctionDefinition] = [
        FunctionDefinition(
            "interpolate", in: "nn.functional",
            [
                .x, Parameter("size", .ints, default: .some(.none)),
                Parameter("scale_factor", .any, default: .some(.none)),
                .string("mode", "nearest"), Parameter("align_corners", .bool, default: .some(.none)),
                Parameter("recompute_scale_factor", .bool, default: .some(.none)), .bool("antialias", false),
            ],
            doc: """
                x (N, C, L), (N, C, H, W) or (N, C, D, H, W) at another spatial size, or scaled by one factor or one an axis.

                mode is 'nearest' (places rounded down), 'nearest-exact', 'linear' (three axes), 'bilinear' and 'bicubic' (four),
                'trilinear' (five) or 'area' (means). align_corners puts the centres of the corner elements onto each other instead of
                the corners of the array. antialias widens a bilinear or bicubic filter where the result is smaller. With
                recompute_scale_factor places follow from the sizes instead of scale_factor.
                """
        ) { arguments throws(SwiftgradError) in
            let named = try arguments.string("mode")
            guard let mode = Interpolation(rawValue: named) else {
                throw .value(
                    "interpolate: mode must be 'nearest', 'nearest-exact', 'linear', 'bilinear', 'bicubic', 'trilinear' or "
                        + "'area', got '\(named)'")
            }
            return .tensor(
                try arguments.tensor("x").interpolate(
                    sizes: arguments.optionalInts("size"), factors: arguments.numbers("scale_factor"), mode: mode,
                    alignsCorners: arguments.optionalBool("align_corners"),
                    recomputesFactors: arguments.optionalBool("recompute_scale_factor") ?? false,
                    isAntialiased: arguments.bool("antialias")))
        },
        FunctionDefinition(
            "grid_sample", in: "nn.functional",
            [
                .x, .tensor("grid"), .string("mode", "bilinear"), .string("padding_mode", "zeros"),
                Parameter("align_corners", .bool, default: .some(.none)),
            ],
            doc: """
                x (N, C, H, W) at the places of grid (N, h, w, 2), or (N, C, D, H, W) at those of (N, d, h, w, 3): (N, C, h, w) or
                (N, C, d, h, w), as a spatial transformer samples (Jaderberg et al., arXiv:1506.02025).

                A place is (x, y) or (x, y, z), each from -1 to 1 between the outer edges of the image, or with align_corners between
                the centres of its end pixels. mode is 'nearest', 'bilinear' (trilinear in a volume) or 'bicubic' (images alone).
                padding_mode says what lies outside: 'zeros', 'border' (the nearest pixel) or 'reflection'.
                """
        ) { arguments throws(SwiftgradError) in
            let (named, padded) = (try arguments.string("mode"), try arguments.string("padding_mode"))
            guard let mode = GridInterpolation(rawValue: named) else {
                throw .value("grid_sample: mode must be 'nearest', 'bilinear' or 'bicubic', got '\(named)'")
            }
            guard let padding = GridPadding(rawValue: padded) else {
                throw .value("grid_sample: padding_mode must be 'zeros', 'border' or 'reflection', got '\(padded)'")
            }
            return .tensor(
                try arguments.tensor("x").gridSample(
                    arguments.tensor("grid"), mode, padding,
                    alignsCorners: arguments.optionalBool("align_corners") ?? false))
        },
        FunctionDefinition(
            "affine_grid", in: "nn.functional",
            [.tensor("theta"), .ints("size"), Parameter("align_corners", .bool, default: .some(.none))],
            doc: """
                The grid (N, H, W, 2) that grid_sample needs to move images as affine maps theta (N, 2, 3) say, for results of a size
                (N, C, H, W); or (N, D, H, W, 3) of theta (N, 3, 4) and (N, C, D, H, W).

                It holds theta (x, y, 1) for each place (x, y) of the result. align_corners is that of grid_sample.
                """
        ) { arguments throws(SwiftgradError) in
            .tensor(
                try .affineGrid(
                    arguments.tensor("theta"), size: arguments.ints("size"),
                    alignsCorners: arguments.optionalBool("align_corners") ?? false))
        },
        FunctionDefinition(
            "pixel_shuffle", in: "nn.functional", [.x, .int("upscale_factor")],
            doc:
                "(..., C r², H, W) as (..., C, H r, W r), r being upscale_factor: channels become places (arXiv:1609.05158)."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").pixelShuffle(arguments.int("upscale_factor")))
        },
        FunctionDefinition(
            "pixel_unshuffle", in: "nn.functional", [.x, .int("downscale_factor")],
            doc: "(..., C, H r, W r) as (..., C r², H, W), r being downscale_factor: what pixel_shuffle undoes."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").pixelUnshuffle(arguments.int("downscale_factor")))
        },
        FunctionDefinition(
            "channel_shuffle", in: "nn.functional", [.x, .int("groups")],
            doc: "(N, C, ...) with the channels of `groups` groups dealt out in turn (arXiv:1707.01083)."
        ) { arguments throws(SwiftgradError) in
            .tensor(try arguments.tensor("x").channelShuffle(arguments.int("groups")))
        },
    ]
}

extension Arguments {
    func optionalBool(_ name: String) throws(SwiftgradError) -> Bool? {
        if case .none = try value(name) { return nil }
        return try bool(name)
    }

    /// One number or a sequence of them.
    fileprivate func numbers(_ name: String) throws(SwiftgradError) -> [Double]? {
        guard case .list(let items) = try value(name) else {
            return try optionalDouble(name).map { [$0] }
        }
        return try items.map { item throws(SwiftgradError) in
            switch item {
            case .double(let number): return number
            case .int(let number): return Double(number)
            default: throw .type("\(self.name)(): argument '\(name)' must be numbers, got \(item.kindName)")
            }
        }
    }
}

extension Tensor {
    /// (..., C r², H, W) as (..., C, H r, W r).
    func pixelShuffle(_ factor: Int) throws(SwiftgradError) -> Tensor {
        let square = factor.multipliedReportingOverflow(by: factor)
        guard rank >= 3, factor > 0, !square.overflow, shape[rank - 3] % square.partialValue == 0 else {
            throw .value(
                "pixel_shuffle: expected (..., C * \(factor)², H, W) and a positive factor, got \(Shape.text(shape))")
        }
        let lead = Array(shape[..<(rank - 3)])
        let (channels, height, width) = (shape[rank - 3] / square.partialValue, shape[rank - 2], shape[rank - 1])
        let parts = try reshape(lead + [channels, factor, factor, height, width])
        let n = lead.count
        let moved = try parts.permute(Array(0..<n) + [n, n + 3, n + 1, n + 4, n + 2])
        return try moved.reshape(lead + [channels, height * factor, width * factor])
    }

    /// (..., C, H r, W r) as (..., C r², H, W).
    func pixelUnshuffle(_ factor: Int) throws(SwiftgradError) -> Tensor {
        guard rank >= 3, factor > 0, shape[rank - 2] % factor == 0, shape[rank - 1] % factor == 0 else {
            throw .value(
                "pixel_unshuffle: expected (..., C, H * \(factor), W * \(factor)) and a positive factor, got "
                    + Shape.text(shape))
        }
        let lead = Array(shape[..<(rank - 3)])
        let (channels, height, width) = (shape[rank - 3], shape[rank - 2] / factor, shape[rank - 1] / factor)
        let parts = try reshape(lead + [channels, height, factor, width, factor])
        let n = lead.count
        let moved = try parts.permute(Array(0..<n) + [n, n + 2, n + 4, n + 1, n + 3])
        return try moved.reshape(lead + [channels * factor * factor, height, width])
    }

    /// (N, C, ...) with channel g * C / groups + i at i * groups + g.
    func channelShuffle(_ groups: Int) throws(SwiftgradError) -> Tensor {
        guard rank >= 2, groups > 0, shape[1] % groups == 0 else {
            throw .value(
                "channel_shuffle: expected (N, C, ...) with C divisible by \(groups), got \(Shape.text(shape))")
        }
        let parts = try reshape([shape[0], groups, shape[1] / groups] + shape[2...])
        return try parts.permute([0, 2, 1] + Array(3..<parts.rank)).reshape(shape)
    }
}
