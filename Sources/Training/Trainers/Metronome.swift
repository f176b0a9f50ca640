import Glibc

/// Says when a period of time has passed again.
struct Metronome {
    let seconds: Double
    private var last = Metronome.now

    init(seconds: Double) { self.seconds = seconds }

    /// Seconds since some moment in the past.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// Whether the period has passed since this was last true.
    mutating func beats() -> Bool {
        let now = Metronome.now
        guard now - last >= seconds else { return false }
        last = now
        return true
    }
}
