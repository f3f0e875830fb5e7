internal import Synchronization

/// How many bytes a query's tables and terms take, counted by all of its threads.
final class MemoryBudget: Sendable {
  /// How many they may take.
  let limit: Int
  private let used = Atomic<Int>(0)

  init(limit: Int) { self.limit = limit }

  /// Whether they take more.
  var isExceeded: Bool { used.load(ordering: .relaxed) > limit }

  /// Tells that something grew, or shrank if the number is negative.
  func add(_ bytes: Int) { used.add(bytes, ordering: .relaxed) }
}
