internal import Glibc
internal import Synchronization

/// Loops whose rounds several threads share.
package enum Threads {
  private final class Loop: Sendable {
    let next = Atomic<Int>(0)
    let count: Int
    let body: @Sendable (Int) -> Void

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
      var threads: [pthread_t] = []
      for _ in 1..<min(wanted, count) {
        var thread = pthread_t()
        let code = pthread_create(
          &thread, nil,
          { argument in
            guard let argument else { return nil }
            Unmanaged<Loop>.fromOpaque(argument).takeRetainedValue().work()
            return nil
          }, Unmanaged.passRetained(loop).toOpaque())
        guard code == 0 else {
          Unmanaged.passUnretained(loop).release()
          break
        }
        threads.append(thread)
      }
      loop.work()
      for thread in threads { pthread_join(thread, nil) }
    }
  }
}
