import Glibc

/// A plain thread that runs a closure, for tests of what happens when several call at once.
final class Thread {
    private let handle: pthread_t

    private init(_ handle: pthread_t) { self.handle = handle }

    static func start(_ body: @escaping @Sendable () -> Void) -> Thread {
        let box = Unmanaged.passRetained(Box(body))
        var handle = pthread_t()
        let code = pthread_create(
            &handle, nil,
            { argument in
                if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, box.toOpaque())
        precondition(code == 0)
        return Thread(handle)
    }

    func join() { pthread_join(handle, nil) }

    private final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}

/// Runs the closure on `count` threads at once and waits for all of them.
func onThreads(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let threads = (0..<count).map { _ in Thread.start(body) }
    for thread in threads { thread.join() }
}
