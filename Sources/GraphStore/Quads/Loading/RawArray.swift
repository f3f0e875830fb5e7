import Glibc

/// A growing array of plain values outside of Swift's own memory management.
///
/// Large blocks grow by moving pages, not bytes, so that a load's peak is not doubled by growth.
final class RawArray<Element: BitwiseCopyable> {
  /// The elements.
  private(set) var base: UnsafeMutablePointer<Element>
  /// How many there are.
  private(set) var count = 0
  /// How many there is room for.
  private(set) var capacity: Int

  init(capacity: Int = 1_024) {
    self.capacity = max(capacity, 16)
    base = Self.room(nil, self.capacity)
  }

  deinit { free(base) }

  private static func room(
    _ old: UnsafeMutablePointer<Element>?, _ capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let room = realloc(old, capacity * MemoryLayout<Element>.stride) else {
      // As Swift's own arrays do; there is nothing that could be done without memory.
      fatalError("out of memory")
    }
    return room.assumingMemoryBound(to: Element.self)
  }

  /// The size in bytes of the room in use.
  var size: Int { count * MemoryLayout<Element>.stride }

  @inline(__always)
  func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    base[count] = element
    count += 1
  }

  /// Adds the elements of another array.
  func append(contentsOf other: RawArray<Element>) {
    reserve(other.count)
    (base + count).update(from: other.base, count: other.count)
    count += other.count
  }

  /// Makes room for so many elements more.
  @inline(__always)
  func reserve(_ more: Int) {
    if count + more > capacity { grow(to: count + more) }
  }

  /// Says that so many elements were written behind the last one.
  @inline(__always)
  func grew(by more: Int) { count += more }

  /// Forgets elements at the end.
  func shrink(to count: Int) { self.count = min(count, self.count) }

  private func grow(to needed: Int) {
    capacity = max(needed, capacity + capacity / 2)
    base = Self.room(base, capacity)
  }

  /// The bytes of the elements.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: size) }
}
