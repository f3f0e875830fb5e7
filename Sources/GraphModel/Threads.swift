internal import Glibc
internal import Synchronization

/// Threads that each do one work.
package struct Threads {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private var threads: [pthread_t] = []
  /// What the system answered when it gave no more threads, or 0.
  package private(set) var code: Int32 = 0

  /// How many there are.
  package var count: Int { threads.count }

  /// Starts threads that each do the work once; fewer if the system gives no more.
  ///
  /// - Parameters:
  ///   - count: How many are wanted.
  ///   - stack: The size of their stacks in bytes, or `nil` for the system's.
  ///   - body: The work.
  package init(_ count: Int, stack: Int? = nil, _ body: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    if let stack { pthread_attr_setstacksize(&attributes, stack) }
    let work = Work(body)
    for _ in 0..<max(0, count) {
      var thread = pthread_t()
      code = pthread_create(
        &thread, &attributes,
        { argument in
          guard let argument else { return nil }
          Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        }, Unmanaged.passRetained(work).toOpaque())
      guard code == 0 else {
        Unmanaged.passUnretained(work).release()
        return
      }
      threads.append(thread)
    }
  }

  /// Waits until all have ended; to be called once.
  package func join() {
    for thread in threads { pthread_join(thread, nil) }
  }

  /// How many processors there are.
  package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Calls the closure for each number below a count, on as many threads as are wanted.
  ///
  /// This thread is among them; there are fewer if the system gives no more. All is done when it
  /// returns.
  package static func forEach(
    _ count: Int, threads wanted: Int, _ body: @Sendable (Int) -> Void
  ) {
    guard wanted > 1, count > 1 else {
      for round in 0..<max(0, count) { body(round) }
      return
    }
    withoutActuallyEscaping(body) { body in
      let loop = Loop(count, body)
      let others = Threads(min(wanted, count) - 1) { loop.work() }
      loop.work()
      others.join()
    }
  }

  private final class Loop: Sendable {
    private let next = Atomic<Int>(0)
    private let count: Int
    private let body: @Sendable (Int) -> Void

    init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.body = body
    }

    /// Does rounds that nobody has begun, until none is left.
    func work() {
      while case let round = next.add(1, ordering: .relaxed).oldValue, round < count {
        body(round)
      }
    }
  }
}
