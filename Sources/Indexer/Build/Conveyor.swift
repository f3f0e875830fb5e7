import Documents
import Glibc

/// Reads files on several threads and hands over what they gave, in order.
///
/// Files are opened in order and yield documents, which any thread annotates: one that opens a file
/// with many documents does not keep the others waiting. The bound is on bytes: a file is opened, and
/// an open one read on, only while what is open, waits for annotation and waits to be taken is small;
/// the file whose turn it is goes on whatever the size. A thread that must not read on annotates
/// instead, so nothing can get stuck. The thread that takes is the one that writes to the store.
final class Conveyor: @unchecked Sendable {
  /// A file to read.
  struct Job: Sendable {
    /// The file.
    let file: FileWalk.File
    /// The hash of the bytes that need not be read again.
    let known: String?
  }

  /// A piece of what a file gave.
  enum Part: Sendable {
    /// A document was read.
    case document(ReadDocument)
    /// The document of this name has the content that is known.
    case unchanged(String)
    /// The document of this name is older than wanted.
    case leftOut(String)
    /// What has this name gave nothing.
    case failed(String, FailureReason)
    /// That was all of the file.
    case end(End)
  }

  /// How a file ended.
  struct End: Sendable {
    /// How a file ended.
    enum Outcome: Sendable {
      /// All of it was read; the hash of its bytes.
      case read(hash: String)
      /// Its bytes have the known hash and were not looked at.
      case unchanged
      /// It could not be read, or not to its end.
      case failed(FailureReason)
    }

    /// How it ended.
    let outcome: Outcome
    /// How the file looked; `nil` if that cannot tell whether it changed.
    let stamp: FileStamp?
    /// The number of its bytes.
    let bytes: Int
    /// The processor time that it took, in seconds.
    var seconds = 0.0
  }

  /// Which documents need not be annotated.
  struct Knowledge: Sendable {
    /// The hash of the content that is known of a document of some name.
    var hash: @Sendable (String) -> String? = { _ in nil }
    /// The date that a document must have, or a later one.
    var since: String?
  }

  /// A document that waits for annotation.
  struct Pending {
    let job: Int
    let number: Int
    let document: Document
    var cost: Int { document.text.count * 4 + 1024 }
  }

  private let belt = Belt()
  private let jobs: [Job]
  private let reader: any DocumentReading
  private let knowledge: Knowledge

  /// Creates a belt; nothing runs yet.
  init(
    _ jobs: [Job], reader: any DocumentReading, knowledge: Knowledge, byteLimit: Int = 64 << 20
  ) {
    self.jobs = jobs
    self.reader = reader
    self.knowledge = knowledge
    belt.total = jobs.count
    belt.byteLimit = byteLimit
  }

  /// Calls the closure with each job and each part of what it gave, in order; all threads have
  /// ended when it returns or throws.
  func run(
    threads count: Int, _ body: (Job, Part) throws(IndexerError) -> Void
  ) throws(IndexerError) {
    belt.threads = max(1, count)
    let crew = try ThreadCrew(count) { [self] in work() }
    defer {
      belt.stop()
      crew.join()
    }
    for job in jobs {
      while true {
        let part = belt.take()
        try body(job, part)
        if case .end = part { break }
      }
    }
  }

  private func work() {
    while let task = belt.nextTask(size: { jobs[$0].file.stamp?.size ?? 0 }) {
      switch task {
      case .annotate(let pending): annotate(pending)
      case .open(let index): open(index)
      }
    }
  }

  private func annotate(_ pending: [Pending]) {
    let start = Self.processorTime
    let documents = reader.annotate(pending.map(\.document))
    let seconds = (Self.processorTime - start) / Double(max(1, pending.count))
    belt.put(pending, documents, seconds: seconds)
  }

  private func open(_ index: Int) {
    let opener = Opener(
      index: index, job: jobs[index], reader: reader, knowledge: knowledge, belt: belt,
      annotate: annotate)
    opener.run()
    belt.closed(index)
  }

  /// The processor time of the calling thread, in seconds.
  static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
