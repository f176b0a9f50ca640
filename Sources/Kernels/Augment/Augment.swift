/// Changes to batches of images, each image by numbers of its own.
public enum Augment {
    /// Cuts a window of `height` by `width` out of each image, then mirrors it; what lies outside of the image is `fill`.
    public static func window(
        _ batch: ImageBatch, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>, height: Int,
        width: Int,
        windows: UnsafeBufferPointer<ImageWindow>, fill: Float
    ) {
        batch.forPlanes { planes in
            for plane in planes {
                let window = windows[plane / batch.channels]
                let source = input + plane &* batch.plane
                let target = output + plane &* height &* width
                for y in 0..<height {
                    let row = target + y &* width
                    let from = (window.mirrorsRows ? height &- 1 &- y : y) &+ window.top
                    guard from >= 0 && from < batch.height else {
                        row.update(repeating: fill, count: width)
                        continue
                    }
                    copyRow(source + from &* batch.width, batch.width, row, width, left: window.left, fill)
                    if window.mirrorsColumns { mirror(row, width) }
                }
            }
        }
    }

    private static func copyRow(
        _ source: UnsafePointer<Float>, _ length: Int, _ target: UnsafeMutablePointer<Float>, _ width: Int, left: Int,
        _ fill: Float
    ) {
        let first = min(max(0 &- left, 0), width)
        let last = max(min(length &- left, width), first)
        target.update(repeating: fill, count: first)
        if last > first { (target + first).update(from: source + (first &+ left), count: last &- first) }
        (target + last).update(repeating: fill, count: width &- last)
    }

    private static func mirror(_ row: UnsafeMutablePointer<Float>, _ width: Int) {
        var (left, right) = (0, width &- 1)
        while left < right {
            let kept = row[left]
            row[left] = row[right]
            row[right] = kept
            left &+= 1
            right &-= 1
        }
    }

    /// Output pixel (x, y) is the input at (m0 x + m1 y + m2, m3 x + m4 y + m5), bilinear between pixels and with `fill`
    /// around the image. Six numbers an image in `maps`.
    public static func affine(
        _ batch: ImageBatch, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>,
        maps: UnsafePointer<Float>, fill: Float
    ) {
        let (height, width) = (batch.height, batch.width)
        let (highest, widest) = (Float(height), Float(width))
        batch.forImages { images in
            for image in images {
                let m = maps + 6 &* image
                for y in 0..<height {
                    for x in 0..<width {
                        let (u, v) = (Float(x), Float(y))
                        let sourceX = m[0] * u + m[1] * v + m[2]
                        let sourceY = m[3] * u + m[4] * v + m[5]
                        let isInside = sourceX > -1 && sourceX < widest && sourceY > -1 && sourceY < highest
                        // Shifted by one, so that truncation is the floor.
                        let left = isInside ? Int(sourceX + 1) &- 1 : -2
                        let top = isInside ? Int(sourceY + 1) &- 1 : -2
                        let (right, low) = (sourceX - Float(left), sourceY - Float(top))
                        for channel in 0..<batch.channels {
                            let plane = image &* batch.image &+ channel &* batch.plane
                            var value = fill
                            if isInside {
                                let source = input + plane
                                let a = pixel(source, height, width, top, left, fill)
                                let b = pixel(source, height, width, top, left &+ 1, fill)
                                let c = pixel(source, height, width, top &+ 1, left, fill)
                                let d = pixel(source, height, width, top &+ 1, left &+ 1, fill)
                                let above = a + (b - a) * right
                                let below = c + (d - c) * right
                                value = above + (below - above) * low
                            }
                            output[plane &+ y &* width &+ x] = value
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func pixel(
        _ source: UnsafePointer<Float>, _ height: Int, _ width: Int, _ y: Int, _ x: Int, _ fill: Float
    ) -> Float {
        y >= 0 && y < height && x >= 0 && x < width ? source[y &* width &+ x] : fill
    }

    /// Brightness, contrast and saturation times three factors an image, in this order, clipped to 0...1 after each, and
    /// the hue turned by a fourth number.
    ///
    /// Contrast is around the mean grey of the image, saturation around each pixel's grey (0.2989 R + 0.587 G + 0.114 B,
    /// ITU-R BT.601); images without three channels have no saturation and
    /// no hue.
    public static func jitter(
        _ batch: ImageBatch, _ pixels: UnsafeMutablePointer<Float>, factors: UnsafePointer<Float>
    ) {
        let plane = batch.plane
        batch.forImages { images in
            for image in images {
                let start = pixels + image &* batch.image
                let own = factors + 4 &* image
                let (brightness, contrast, saturation, turn) = (own[0], own[1], own[2], own[3])
                if brightness != 1 { for i in 0..<batch.image { start[i] = clipped(start[i] * brightness) } }
                if contrast != 1 {
                    var sum = 0.0
                    for i in 0..<plane { sum += Double(grey(start, plane, batch.channels, i)) }
                    let mean = Float(sum / Double(max(1, plane)))
                    for i in 0..<batch.image { start[i] = clipped(mean + (start[i] - mean) * contrast) }
                }
                if saturation != 1 && batch.channels == 3 {
                    for i in 0..<plane {
                        let own = grey(start, plane, 3, i)
                        for position in [i, plane &+ i, 2 &* plane &+ i] {
                            start[position] = clipped(own + (start[position] - own) * saturation)
                        }
                    }
                }
                if turn != 0 && batch.channels == 3 { turnHue(start, plane, turn) }
            }
        }
    }

    @inline(__always)
    private static func grey(_ image: UnsafeMutablePointer<Float>, _ plane: Int, _ channels: Int, _ i: Int) -> Float {
        guard channels == 3 else {
            var sum: Float = 0
            for channel in 0..<channels { sum += image[channel &* plane &+ i] }
            return sum / Float(max(1, channels))
        }
        return 0.2989 * image[i] + 0.587 * image[plane &+ i] + 0.114 * image[2 &* plane &+ i]
    }

    @inline(__always)
    private static func clipped(_ value: Float) -> Float { min(max(value, 0), 1) }

    /// Fills a box of each image, in all channels, with a value or with what another image has there.
    public static func paste(
        _ batch: ImageBatch, _ pixels: UnsafeMutablePointer<Float>, boxes: UnsafeBufferPointer<ImageBox>,
        from source: UnsafePointer<Float>?, partners: UnsafePointer<Int64>?, fill: Float
    ) {
        batch.forPlanes { planes in
            for plane in planes {
                let (image, channel) = (plane / batch.channels, plane % batch.channels)
                let box = boxes[image]
                for y in box.rows {
                    let start = y &* batch.width &+ box.columns.lowerBound
                    let row = pixels + (plane &* batch.plane &+ start)
                    if let source, let partners {
                        let other = Int(partners[image]) &* batch.image &+ channel &* batch.plane
                        row.update(from: source + (other &+ start), count: box.columns.count)
                    } else {
                        row.update(repeating: fill, count: box.columns.count)
                    }
                }
            }
        }
    }

    /// output = share * input + (1 - share) * the partner's, with a share and a partner for each row of `length` numbers.
    public static func mix(
        count: Int, length: Int, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>,
        shares: UnsafePointer<Float>, partners: UnsafePointer<Int64>
    ) {
        ThreadPool.ranges(count, grain: max(1, (1 << 14) / max(1, length))) { rows in
            for row in rows {
                let (own, other) = (input + row &* length, input + Int(partners[row]) &* length)
                let (target, share) = (output + row &* length, shares[row])
                for i in 0..<length { target[i] = own[i] * share + other[i] * (1 - share) }
            }
        }
    }

    /// (x - mean) / deviation, channel by channel.
    public static func normalise(
        _ batch: ImageBatch, _ input: UnsafePointer<Float>, _ output: UnsafeMutablePointer<Float>,
        means: UnsafePointer<Float>, scales: UnsafePointer<Float>
    ) {
        batch.forPlanes { planes in
            for plane in planes {
                let channel = plane % batch.channels
                let (mean, scale) = (means[channel], scales[channel])
                let (source, target) = (input + plane &* batch.plane, output + plane &* batch.plane)
                for i in 0..<batch.plane { target[i] = (source[i] - mean) * scale }
            }
        }
    }
}
