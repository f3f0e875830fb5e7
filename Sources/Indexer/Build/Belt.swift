import Documents
import Glibc

/// What is under way in a ``Conveyor``; everything in it is used by one thread at a time.
final class Belt: @unchecked Sendable {
  /// What a thread does next.
  enum Task {
    /// Annotate documents.
    case annotate([Conveyor.Pending])
    /// Open a file.
    case open(Int)
  }

  /// What one file gave so far.
  private struct Slot {
    var parts: [Int: (part: Conveyor.Part, cost: Int)] = [:]
    var taken = 0
    var seconds = 0.0
  }

  /// The number of files; set before threads start.
  var total = 0
  /// The number of threads; set before they start.
  var threads = 1
  /// No more is begun while this many bytes are held; set before threads start.
  var byteLimit = 64 << 20

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var next = 0
  private var head = 0
  private var open: [Int: Int] = [:]
  private var slots: [Int: Slot] = [:]
  private var pending: [Conveyor.Pending] = []
  private var pendingBytes = 0
  private var held = 0
  private var isStopped = false

  /// Documents go to annotation together until their texts hold this many bytes.
  private static let batchBytes = 6 << 10

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

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  private func wait() { pthread_cond_wait(changed, mutex) }

  private func wake() { pthread_cond_broadcast(changed) }

  /// Lets all threads end as soon as they can.
  func stop() {
    locked {
      isStopped = true
      wake()
    }
  }

  /// What a thread is to do next, once there is something.
  ///
  /// - Parameter size: The size of a file, in bytes.
  /// - Returns: The task, or `nil` if there will be no more.
  func nextTask(size: (Int) -> Int) -> Task? {
    locked {
      while !isStopped {
        let canOpen = next < total && (next == head || held < byteLimit)
        if !pending.isEmpty, pendingBytes >= Self.batchBytes || !canOpen {
          return .annotate(takePending())
        }
        if canOpen {
          let index = next
          next += 1
          open[index] = min(size(index), byteLimit)
          held += open[index] ?? 0
          return .open(index)
        }
        if next == total, open.isEmpty { return nil }
        wait()
      }
      return nil
    }
  }

  /// The documents of the earliest files that wait, some together if they are short.
  private func takePending() -> [Conveyor.Pending] {
    pending.sort { ($0.job, $0.number) < ($1.job, $1.number) }
    var bytes = 0
    var count = 0
    while count < pending.count, count == 0 || bytes < Self.batchBytes {
      bytes += pending[count].document.text.count
      count += 1
    }
    let taken = Array(pending.prefix(count))
    pending.removeFirst(count)
    pendingBytes -= bytes
    return taken
  }

  /// Adds a document to annotate.
  func put(_ item: Conveyor.Pending) {
    locked {
      pending.append(item)
      pendingBytes += item.document.text.count
      held += item.cost
      wake()
    }
  }

  /// Adds a part of what a file gave.
  func put(_ part: Conveyor.Part, job: Int, number: Int) {
    locked {
      slots[job, default: Slot()].parts[number] = (part, 256)
      held += 256
      wake()
    }
  }

  /// Adds annotated documents.
  func put(_ items: [Conveyor.Pending], _ documents: [ReadDocument], seconds: Double) {
    locked {
      for (item, document) in zip(items, documents) {
        let cost = document.text.count * 8 + 1024
        slots[item.job, default: Slot()].parts[item.number] = (.document(document), cost)
        slots[item.job]?.seconds += seconds
        held += cost - item.cost
      }
      wake()
    }
  }

  /// Tells that a file was read to its end.
  func closed(_ index: Int) {
    locked {
      held -= open.removeValue(forKey: index) ?? 0
      wake()
    }
  }

  /// What the thread that has a file open is to do before it reads on: annotate, or nothing.
  ///
  /// - Returns: Documents to annotate; none to read on; `nil` to stop.
  func beforeReadingOn(_ index: Int) -> [Conveyor.Pending]? {
    locked {
      while !isStopped {
        let isFull = held > byteLimit && index != head
        if !pending.isEmpty, isFull || pendingBytes >= Self.batchBytes * (threads + 1) {
          return takePending()
        }
        guard isFull else { return [] }
        wait()
      }
      return nil
    }
  }

  /// The next part of the file whose turn it is; after its end it is the next file's turn.
  func take() -> Conveyor.Part {
    locked {
      while true {
        let number = slots[head]?.taken ?? 0
        if let found = slots[head]?.parts.removeValue(forKey: number) {
          held -= found.cost
          slots[head]?.taken += 1
          var part = found.part
          if case .end(var end) = part {
            end.seconds += slots[head]?.seconds ?? 0
            part = .end(end)
            slots[head] = nil
            head += 1
          }
          wake()
          return part
        }
        wait()
      }
    }
  }
}
