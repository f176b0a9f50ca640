import Glibc

/// A file of the system, closed when it goes.
struct File: ~Copyable {
    private let descriptor: Int32
    let path: String

    private init(_ descriptor: Int32, _ path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// Opens a regular file for reading.
    static func reading(_ path: String) throws(SwiftgradError) -> File {
        try checkName(path)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system("cannot open", path) }
        let file = File(descriptor, path)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system("cannot read", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .value("'\(path)' is not a regular file") }
        return file
    }

    func byteCount() throws(SwiftgradError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system("cannot read", path) }
        return Int(status.st_size)
    }

    /// Fills the buffer from a place in the file.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SwiftgradError) {
        var done = 0
        while done < buffer.count, let start = buffer.baseAddress {
            let count = pread(descriptor, start + done, buffer.count - done, off_t(offset + done))
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .system("cannot read", path) }
            guard count > 0 else { throw .value("'\(path)' became shorter while it was read") }
            done += count
        }
    }

    func write(_ buffer: UnsafeRawBufferPointer) throws(SwiftgradError) {
        var done = 0
        while done < buffer.count, let start = buffer.baseAddress {
            let count = Glibc.write(descriptor, start + done, buffer.count - done)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .system("cannot write", path) }
            done += count
        }
    }

    func write(bytes: [UInt8]) throws(SwiftgradError) {
        var failure: SwiftgradError?
        bytes.withUnsafeBytes { buffer in
            do throws(SwiftgradError) { try write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Writes a file that is there whole or not at all: beside the old one under another name, onto the disk, then in its
    /// place.
    static func replace(
        _ path: String, _ body: (borrowing File) throws(SwiftgradError) -> Void
    ) throws(SwiftgradError) {
        try checkName(path)
        let temporary = "\(path).\(getpid()).\(UInt32.random(in: .min ... .max)).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system("cannot write", path) }
        do throws(SwiftgradError) {
            let file = File(descriptor, path)
            try body(file)
            guard fsync(descriptor) == 0 else { throw .system("cannot write", path) }
            guard rename(temporary, path) == 0 else { throw .system("cannot write", path) }
        } catch {
            unlink(temporary)
            throw error
        }
        synchroniseDirectory(of: path)
    }

    /// The system would take a name to end at its first zero byte.
    private static func checkName(_ path: String) throws(SwiftgradError) {
        guard !path.utf8.contains(0) else { throw .value("a file name cannot contain a zero byte") }
    }

    /// Makes the new name survive a crash; some file systems cannot, and the file is there all the same.
    private static func synchroniseDirectory(of path: String) {
        let directory = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        let descriptor = open(String(directory), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

extension SwiftgradError {
    /// The failure of a system call, with the reason the system gives.
    static func system(_ what: String, _ path: String) -> SwiftgradError {
        let reason = String(cString: strerror(errno))
        return SwiftgradError(.system, "\(what) '\(path)': \(reason)")
    }
}
