import CPlatform
import Glibc

/// Folders of files that are there whole or not at all.
enum Folder {
    /// What the names of unfinished folders end with.
    private static let unfinished = ".tmp"

    /// Writes a folder: beside the old one under another name, onto the disk, then in its place. `body` gets the name.
    ///
    /// A folder that stands there already is replaced when it contains a file named `marker` or nothing, and otherwise
    /// left alone with an error.
    static func replace(
        _ path: String, marker: String, _ body: (String) throws(SwiftgradError) -> Void
    ) throws(SwiftgradError) {
        let (parent, name) = try split(path)
        try create(parent)
        let target = parent + "/" + name
        let old = try names(in: target)
        guard old == nil || old == [] || old?.contains(marker) == true else {
            throw .value("'\(path)' is there already and holds something else")
        }
        let temporary = "\(parent)/.\(name).\(getpid()).\(UInt32.random(in: .min ... .max))\(unfinished)"
        guard mkdir(temporary, 0o777) == 0 else { throw .system("cannot write", path) }
        do throws(SwiftgradError) {
            try body(temporary)
            try synchronise(temporary)
            if old == nil || old == [] {
                guard rename(temporary, target) == 0 else { throw .system("cannot write", path) }
            } else {
                try swap(temporary, target)
            }
        } catch {
            remove(temporary)
            throw error
        }
        if old != nil { remove(temporary) }
        try? synchronise(parent)
    }

    /// Both names change places; the new folder is never missing. Where the file system cannot do that, the old one steps
    /// aside first.
    private static func swap(_ temporary: String, _ target: String) throws(SwiftgradError) {
        if sg_exchange_names(temporary, target) == 0 { return }
        let aside = temporary + ".old" + unfinished
        guard rename(target, aside) == 0 else { throw .system("cannot replace", target) }
        guard rename(temporary, target) == 0 else {
            let failure = SwiftgradError.system("cannot write", target)
            rename(aside, target)
            throw failure
        }
        rename(aside, temporary)
    }

    /// Removes a folder and the files in it; what is inside a folder in it stays.
    static func remove(_ path: String) {
        for name in (try? names(in: path)) ?? [] { unlink(path + "/" + name) }
        rmdir(path)
    }

    /// Removes what processes that are gone have left unfinished beside `path`.
    static func removeUnfinished(beside path: String) throws(SwiftgradError) {
        let (parent, _) = try split(path)
        for name in try names(in: parent) ?? [] where name.hasPrefix(".") && name.hasSuffix(unfinished) {
            let parts = name.dropLast(unfinished.count).split(separator: ".")
            guard parts.count >= 3, let process = pid_t(parts[parts.count - 2]), process > 0 else { continue }
            if kill(process, 0) != 0 && errno == ESRCH { remove(parent + "/" + name) }
        }
    }

    /// The names of the entries; nil when there is no such folder.
    static func names(in path: String) throws(SwiftgradError) -> [String]? {
        guard let directory = opendir(path) else {
            guard errno == ENOENT else { throw .system("cannot read", path) }
            return nil
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let capacity = MemoryLayout.size(ofValue: entry.pointee.d_name)
            let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
                start.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func split(_ path: String) throws(SwiftgradError) -> (parent: String, name: String) {
        guard !path.utf8.contains(0) else { throw .value("a file name cannot contain a zero byte") }
        var rest = path[...]
        while rest.last == "/" { rest.removeLast() }
        let start = rest.lastIndex(of: "/").map { rest.index(after: $0) } ?? rest.startIndex
        let name = String(rest[start...])
        guard !name.isEmpty && name != "." && name != ".." else {
            throw .value("'\(path)' does not name a folder that can be written")
        }
        let parent = rest[..<start]
        return (parent.isEmpty ? "." : parent.count > 1 ? String(parent.dropLast()) : String(parent), name)
    }

    /// Makes a folder and those around it.
    private static func create(_ path: String) throws(SwiftgradError) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            guard mkdir(made, 0o777) == 0 || errno == EEXIST || errno == EROFS || errno == EACCES else {
                throw .system("cannot make the folder", made)
            }
        }
    }

    private static func synchronise(_ path: String) throws(SwiftgradError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system("cannot write", path) }
        defer { close(descriptor) }
        // Some file systems cannot synchronise a folder, and keep it all the same.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .system("cannot write", path) }
    }
}
