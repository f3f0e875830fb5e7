import Glibc
import GraphModel

/// Threads that share the rounds of a loop.
///
/// Which thread takes which round is fixed, and a round writes only what is its own: so the result
/// does not depend on how many threads there are. If the system gives none, the caller's thread
/// does everything.
final class ThreadTeam {
  /// The number of threads, the caller's included.
  let size: Int
  private let shared: Shared
  private let threads: Threads

  /// What the threads share, all of it used under the mutex alone.
  private final class Shared: @unchecked Sendable {
    let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    var body: ((Int, Int) -> Void)?
    var rounds = 0
    var size = 1
    var generation = 0
    var busy = 0
    var joined = 0
    var isStopped = false

    init() {
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(changed, nil)
    }

    deinit {
      pthread_cond_destroy(changed)
      pthread_mutex_destroy(mutex)
      changed.deallocate()
      mutex.deallocate()
    }

    /// The life of a thread: takes part in each loop until the team ends.
    func work() {
      pthread_mutex_lock(mutex)
      joined += 1
      let worker = joined
      var done = 0
      while true {
        while generation == done, !isStopped { pthread_cond_wait(changed, mutex) }
        guard !isStopped else { break }
        done = generation
        let (body, rounds, size) = (body, rounds, size)
        pthread_mutex_unlock(mutex)
        if let body {
          for round in stride(from: worker, to: rounds, by: size) { body(round, worker) }
        }
        pthread_mutex_lock(mutex)
        busy -= 1
        if busy == 0 { pthread_cond_broadcast(changed) }
      }
      pthread_mutex_unlock(mutex)
    }
  }

  /// Creates a team of this many threads, or of one for each processor if `nil`.
  init(threads wanted: Int?) {
    let count = min(max(1, wanted ?? Threads.processors), 64)
    let shared = Shared()
    self.shared = shared
    threads = Threads(count - 1) { shared.work() }
    size = threads.count + 1
  }

  deinit {
    pthread_mutex_lock(shared.mutex)
    shared.isStopped = true
    pthread_cond_broadcast(shared.changed)
    pthread_mutex_unlock(shared.mutex)
    threads.join()
  }

  /// Calls the closure for each round below the number, with the number of the thread that does it.
  ///
  /// All rounds are done when it returns.
  func loop(_ rounds: Int, _ body: (_ round: Int, _ worker: Int) -> Void) {
    guard size > 1, rounds > 1 else {
      for round in 0..<max(rounds, 0) { body(round, 0) }
      return
    }
    withoutActuallyEscaping(body) { body in
      pthread_mutex_lock(shared.mutex)
      shared.body = body
      shared.rounds = rounds
      shared.size = size
      shared.busy = threads.count
      shared.generation += 1
      pthread_cond_broadcast(shared.changed)
      pthread_mutex_unlock(shared.mutex)
      for round in stride(from: 0, to: rounds, by: size) { body(round, 0) }
      pthread_mutex_lock(shared.mutex)
      while shared.busy > 0 { pthread_cond_wait(shared.changed, shared.mutex) }
      shared.body = nil
      pthread_mutex_unlock(shared.mutex)
    }
  }

  /// Calls the closure for pieces of `0..<count`, whose size does not depend on the team's.
  func pieces(of count: Int, size piece: Int = 2048, _ body: (Range<Int>) -> Void) {
    loop((count + piece - 1) / piece) { round, _ in
      body(round * piece..<min(count, (round + 1) * piece))
    }
  }
}
