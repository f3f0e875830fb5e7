import Documents

/// Opens one file of a ``Conveyor`` and puts what it yields on the belt.
final class Opener {
  private let index: Int
  private let job: Conveyor.Job
  private let reader: any DocumentReading
  private let knowledge: Conveyor.Knowledge
  private let belt: Belt
  private let annotate: ([Conveyor.Pending]) -> Void
  private var number = 0

  init(
    index: Int, job: Conveyor.Job, reader: any DocumentReading, knowledge: Conveyor.Knowledge,
    belt: Belt, annotate: @escaping ([Conveyor.Pending]) -> Void
  ) {
    self.index = index
    self.job = job
    self.reader = reader
    self.knowledge = knowledge
    self.belt = belt
    self.annotate = annotate
  }

  /// Reads the file to its end.
  func run() {
    let start = Conveyor.processorTime
    var end: Conveyor.End
    do throws(FailureReason) {
      end = try read()
    } catch {
      end = Conveyor.End(
        outcome: .failed(error), stamp: job.file.stamp, bytes: job.file.stamp?.size ?? 0)
    }
    // What this thread annotated meanwhile is counted twice; that is rare and for estimates only.
    end.seconds = Conveyor.processorTime - start
    put(.end(end))
  }

  private func put(_ part: Conveyor.Part) {
    belt.put(part, job: index, number: number)
    number += 1
  }

  private func read() throws(FailureReason) -> Conveyor.End {
    guard let path = job.file.path else {
      let content = try FileBytes.read(nil, limit: reader.options.documentSize)
      return try read(content)
    }
    let file = try OpenFile(path)
    if reader.isContainer(head: try file.head(), name: job.file.name) { return try read(file) }
    return try read(FileBytes.read(path, limit: reader.options.documentSize))
  }

  private func read(_ content: FileBytes.Content) throws(FailureReason) -> Conveyor.End {
    let hash = FileHash.of(content.bytes)
    let count = content.bytes.count
    guard hash != job.known else {
      return Conveyor.End(outcome: .unchanged, stamp: content.stamp, bytes: count)
    }
    guard take(reader.open(.bytes(content.bytes), name: job.file.name)) else {
      return Conveyor.End(outcome: .failed(.changedWhileRead), stamp: nil, bytes: count)
    }
    return Conveyor.End(outcome: .read(hash: hash), stamp: content.stamp, bytes: count)
  }

  private func read(_ file: OpenFile) throws(FailureReason) -> Conveyor.End {
    let count = file.stamp.size
    let hash = try file.contentHash()
    guard hash != job.known else {
      return Conveyor.End(outcome: .unchanged, stamp: file.stamp, bytes: count)
    }
    let isWhole = take(reader.open(.descriptor(file.descriptor), name: job.file.name))
    guard isWhole, try file.isUnchanged() else { throw .changedWhileRead }
    return Conveyor.End(outcome: .read(hash: hash), stamp: file.stamp, bytes: count)
  }

  /// Takes the documents of a file; tells whether it came to the end.
  private func take(_ file: any FileOpening) -> Bool {
    var isEmpty = true
    while let found = file.next() {
      isEmpty = false
      take(found)
      while true {
        guard let waiting = belt.beforeReadingOn(index) else { return false }
        if waiting.isEmpty { break }
        annotate(waiting)
      }
    }
    // An archive with nothing in it, say.
    if isEmpty { put(.failed(job.file.name, .empty)) }
    return true
  }

  private func take(_ found: FoundDocument) {
    do throws(FailureReason) {
      let content = try found.content.get()
      guard content.hash != knowledge.hash(found.name) else {
        return put(.unchanged(found.name))
      }
      let document = try content.read()
      if let since = knowledge.since, !Self.isDated(document.date, from: since) {
        return put(.leftOut(found.name))
      }
      belt.put(Conveyor.Pending(job: index, number: number, document: document))
      number += 1
    } catch {
      put(.failed(found.name, error))
    }
  }

  /// Whether a date, which may be a year or a month, can be on a day or after it.
  static func isDated(_ date: String?, from since: String) -> Bool {
    guard let date else { return false }
    let count = min(date.utf8.count, since.utf8.count)
    return !date.utf8.prefix(count).lexicographicallyPrecedes(since.utf8.prefix(count))
  }
}
