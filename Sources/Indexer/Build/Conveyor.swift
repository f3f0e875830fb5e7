import Glibc

/// Reads files on several threads and hands the outcomes over in order.
///
/// The belt is short: no thread works further ahead of the taker than `window` files, nor while
/// the outcomes that wait hold more than `byteLimit` bytes, so memory is bounded however fast
/// reading is. The thread that takes is the one that writes to the store.
final class Conveyor: @unchecked Sendable {
  /// A file to read.
  struct Job: Sendable {
    /// The file.
    let file: FileWalk.File
    /// The hash of the content that the store has, if that need not be read again.
    let known: String?
  }

  /// What became of a file.
  enum Outcome: Sendable {
    /// It has the known content.
    case unchanged
    /// It was read; how many bytes the file has.
    case read(ReadDocument, bytes: Int)
    /// It gave nothing.
    case failed(FailureReason)
  }

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  // The next five are used under `mutex` alone.
  private var next = 0
  private var taken = 0
  private var waiting: [Int: (outcome: Outcome, bytes: Int)] = [:]
  private var waitingBytes = 0
  private var isStopped = false

  private let jobs: [Job]
  private let reader: any DocumentReading
  private let window: Int
  private let byteLimit: Int
  private var threads: [pthread_t] = []

  /// Creates a belt; nothing runs yet.
  init(_ jobs: [Job], reader: any DocumentReading, window: Int = 48, byteLimit: Int = 64 << 20) {
    self.jobs = jobs
    self.reader = reader
    self.window = window
    self.byteLimit = byteLimit
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Calls the closure with each job and its outcome, in order; all threads have ended when it
  /// returns or throws.
  func run(
    threads count: Int, _ body: (Job, Outcome) throws(IndexerError) -> Void
  ) throws(IndexerError) {
    try start(min(max(1, count), max(1, jobs.count)))
    defer { stop() }
    for (i, job) in jobs.enumerated() { try body(job, take(i)) }
  }

  private func start(_ count: Int) throws(IndexerError) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, 16 << 20)
    for _ in 0..<count {
      var thread = pthread_t()
      let code = pthread_create(
        &thread, &attributes,
        { argument in
          guard let argument else { return nil }
          Unmanaged<Conveyor>.fromOpaque(argument).takeRetainedValue().work()
          return nil
        }, Unmanaged.passRetained(self).toOpaque())
      guard code == 0 else {
        Unmanaged.passUnretained(self).release()
        if threads.isEmpty { throw .threads(code: code) }
        return
      }
      threads.append(thread)
    }
  }

  private func stop() {
    pthread_mutex_lock(mutex)
    isStopped = true
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(mutex)
    for thread in threads { pthread_join(thread, nil) }
    threads = []
  }

  private func take(_ index: Int) -> Outcome {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let found = waiting.removeValue(forKey: index) {
        waitingBytes -= found.bytes
        taken = index + 1
        pthread_cond_broadcast(changed)
        return found.outcome
      }
      pthread_cond_wait(changed, mutex)
    }
  }

  private func work() {
    let session = reader.session()
    while let index = claim() {
      let outcome = read(jobs[index], session)
      var bytes = 0
      if case .read(let document, _) = outcome { bytes = document.text.count * 8 }
      pthread_mutex_lock(mutex)
      waiting[index] = (outcome, bytes)
      waitingBytes += bytes
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(mutex)
    }
  }

  /// The next job for a thread, once there is room on the belt; `nil` if there is none.
  private func claim() -> Int? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      guard !isStopped, next < jobs.count else { return nil }
      if next < taken + window, waitingBytes < byteLimit || next == taken {
        next += 1
        return next - 1
      }
      pthread_cond_wait(changed, mutex)
    }
  }

  private func read(_ job: Job, _ session: any ReadingSession) -> Outcome {
    do throws(FailureReason) {
      let bytes = try FileBytes.read(job.file.path, limit: reader.sizeLimit)
      guard let document = try session.read(bytes, name: job.file.name, unless: job.known) else {
        return .unchanged
      }
      return .read(document, bytes: bytes.count)
    } catch {
      return .failed(error)
    }
  }
}
