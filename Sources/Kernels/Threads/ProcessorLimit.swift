import CPlatform
import Glibc

/// How many processors this process may keep busy.
enum ProcessorLimit {
    /// The least of CPU affinity, cgroup quota (rounded up) and `SWIFTGRAD_NUM_THREADS`; at least 1.
    static func current() -> Int {
        var limit = affinity()
        if let quota = cgroupQuota() { limit = min(limit, quota) }
        if let text = getenv("SWIFTGRAD_NUM_THREADS"), let count = Int(String(cString: text)), count > 0 {
            limit = min(limit, count)
        }
        return max(limit, 1)
    }

    private static func affinity() -> Int {
        let count = sg_affinity_count()
        return count > 0 ? count : sysconf(Int32(_SC_NPROCESSORS_ONLN))
    }

    /// The tightest quota of the process's cgroup and its ancestors, version 2 or 1; nil when there is none.
    private static func cgroupQuota() -> Int? {
        var tightest: Int?
        for line in (contents(of: "/proc/self/cgroup") ?? "").split(separator: "\n") {
            let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            let isVersion2 = fields[0] == "0" && fields[1].isEmpty
            guard isVersion2 || fields[1].split(separator: ",").contains("cpu") else { continue }
            let root = isVersion2 ? "/sys/fs/cgroup" : "/sys/fs/cgroup/cpu"
            for folder in ancestors(of: fields[2]) {
                guard let quota = isVersion2 ? quotaVersion2(root + folder) : quotaVersion1(root + folder) else {
                    continue
                }
                tightest = min(tightest ?? quota, quota)
            }
        }
        return tightest
    }

    /// "/a/b" gives "/a/b", "/a" and "".
    static func ancestors(of path: Substring) -> [String] {
        var parts = path.split(separator: "/")
        var paths: [String] = []
        while !parts.isEmpty {
            paths.append("/" + parts.joined(separator: "/"))
            parts.removeLast()
        }
        return paths + [""]
    }

    private static func quotaVersion2(_ folder: String) -> Int? {
        contents(of: folder + "/cpu.max").flatMap(processors(quotaAndPeriod:))
    }

    private static func quotaVersion1(_ folder: String) -> Int? {
        guard let quota = contents(of: folder + "/cpu.cfs_quota_us"),
            let period = contents(of: folder + "/cpu.cfs_period_us")
        else { return nil }
        return processors(quotaAndPeriod: quota + " " + period)
    }

    /// Processors in "quota period" (microseconds), rounded up; nil for "max", -1 or nonsense.
    static func processors(quotaAndPeriod text: String) -> Int? {
        let numbers = text.split { $0 == " " || $0 == "\n" }.map { Int($0) }
        guard numbers.count == 2, let quota = numbers[0], let period = numbers[1], quota > 0, period > 0 else {
            return nil
        }
        return quota / period + (quota % period == 0 ? 0 : 1)
    }

    private static func contents(of path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(file, &bytes, bytes.count)
        return count >= 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
    }
}
