import Glibc

/// Threads that do one work together.
struct ThreadCrew {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private var threads: [pthread_t] = []

  /// Starts threads that each do the work once, with a stack that deep trees fit in.
  ///
  /// - Parameters:
  ///   - count: The number of threads; fewer start if the system gives no more, but one at least.
  ///   - body: The work.
  /// - Throws: ``IndexerError/threads(code:)`` if the system gives no thread at all.
  init(_ count: Int, _ body: @escaping @Sendable () -> Void) throws(IndexerError) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 16 << 20)
    let work = Work(body)
    for _ in 0..<max(1, count) {
      var thread = pthread_t()
      let code = pthread_create(
        &thread, &attributes,
        { argument in
          guard let argument else { return nil }
          Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        }, Unmanaged.passRetained(work).toOpaque())
      guard code == 0 else {
        Unmanaged.passUnretained(work).release()
        if threads.isEmpty { throw .threads(code: code) }
        return
      }
      threads.append(thread)
    }
  }

  /// Waits until all threads have ended.
  mutating func join() {
    for thread in threads { pthread_join(thread, nil) }
    threads = []
  }
}
