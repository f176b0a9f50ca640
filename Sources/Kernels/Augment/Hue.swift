extension Augment {
    /// Turns the hue of each pixel of an image of three channels, planes of `plane` numbers in 0...1, by `turn` of a whole
    /// circle; saturation and value (Smith, "Color gamut transform pairs", SIGGRAPH 1978) stay.
    static func turnHue(_ image: UnsafeMutablePointer<Float>, _ plane: Int, _ turn: Float) {
        for i in 0..<plane {
            let (red, green, blue) = (image[i], image[plane &+ i], image[2 &* plane &+ i])
            let value = max(red, green, blue)
            let spread = value - min(red, green, blue)
            guard spread > 0 else { continue }  // grey has no hue
            var sixth: Float
            if value == red {
                sixth = (green - blue) / spread
            } else if value == green {
                sixth = 2 + (blue - red) / spread
            } else {
                sixth = 4 + (red - green) / spread
            }
            sixth += 6 * turn
            sixth -= 6 * (sixth / 6).rounded(.down)
            let sector = sixth.rounded(.down)
            let part = sixth - sector
            let (low, falling, rising) = (value - spread, value - spread * part, value - spread * (1 - part))
            let colour: (Float, Float, Float)
            switch sector {
            case 1: colour = (falling, value, low)
            case 2: colour = (low, value, rising)
            case 3: colour = (low, falling, value)
            case 4: colour = (rising, low, value)
            case 5: colour = (value, low, falling)
            default: colour = (value, rising, low)  // rounding can lead to a whole circle
            }
            (image[i], image[plane &+ i], image[2 &* plane &+ i]) = colour
        }
    }
}
