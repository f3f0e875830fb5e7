import GraphModel

/// Threads that do one work together.
struct ThreadCrew {
  private let threads: Threads

  /// Starts threads that each do the work once, with a stack that deep trees fit in.
  ///
  /// - Parameters:
  ///   - count: The number of threads; fewer start if the system gives no more, but one at least.
  ///   - body: The work.
  /// - Throws: ``IndexerError/threads(code:)`` if the system gives no thread at all.
  init(_ count: Int, _ body: @escaping @Sendable () -> Void) throws(IndexerError) {
    threads = Threads(max(1, count), stack: 16 << 20, body)
    if threads.count == 0 { throw .threads(code: threads.code) }
  }

  /// Waits until all threads have ended; to be called once.
  func join() { threads.join() }
}
