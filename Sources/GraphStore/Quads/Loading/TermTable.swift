import GraphModel

/// The terms that a load has met, each once, numbered from 0 as they come.
///
/// A value that its number holds is a term like others here: its kind and eight bytes, the highest
/// first. So the order of the bytes is the order of the final numbers.
final class TermTable {
  private let arena = RawArray<UInt8>(capacity: 1 << 20)
  /// Where each term starts, and where the last one ends.
  private let starts = RawArray<UInt32>(capacity: 1 << 14)
  /// For each slot the upper half of the hash and the term's number plus one; 0 if free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount = 1 << 16

  init() {
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    starts.append(0)
  }

  deinit { slots.deallocate() }

  /// How many terms there are.
  var count: Int { starts.count - 1 }

  /// The size in bytes of everything here.
  var size: Int { arena.size + starts.size + slotCount * 8 }

  /// Whether there is no more room for terms of this size.
  func isFull(_ more: Int) -> Bool { arena.count + more > Int(UInt32.max) - 16 }

  /// The bytes of a term.
  func term(_ index: Int) -> UnsafeRawBufferPointer {
    let start = Int(starts.base[index])
    return UnsafeRawBufferPointer(
      start: arena.base + start, count: Int(starts.base[index + 1]) - start)
  }

  /// Begins a term of at most so many bytes.
  @inline(__always)
  func begin(_ limit: Int) { arena.reserve(limit) }

  /// Adds a byte to the term that was begun.
  @inline(__always)
  func add(_ byte: UInt8) {
    arena.base[arena.count] = byte
    arena.grew(by: 1)
  }

  /// Adds bytes to the term that was begun.
  @inline(__always)
  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    (arena.base + arena.count).update(from: source, count: bytes.count)
    arena.grew(by: bytes.count)
  }

  /// Ends the term that was begun and gives its number, that of the equal one if there is one.
  @inline(__always)
  func end() -> UInt32 {
    let start = Int(starts.base[starts.count - 1])
    let length = arena.count - start
    let bytes = UnsafeRawBufferPointer(start: arena.base + start, count: length)
    let hash = Checksum.hash(bytes)
    let mark = hash & 0xffff_ffff_0000_0000
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slotCount - 1)
    while slots[slot] != 0 {
      let entry = slots[slot]
      if entry & 0xffff_ffff_0000_0000 == mark {
        let index = Int(UInt32(truncatingIfNeeded: entry)) - 1
        let other = term(index)
        if other.count == length, ByteOrder.compare(other, bytes, length) == 0 {
          arena.shrink(to: start)
          return UInt32(index)
        }
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    let index = count
    slots[slot] = mark | UInt64(index + 1)
    starts.append(UInt32(arena.count))
    if count * 3 > slotCount * 2 { rehash(slotCount * 2) }
    return UInt32(index)
  }

  /// Forgets the terms from a number on.
  func truncate(to count: Int) {
    guard count < self.count else { return }
    arena.shrink(to: Int(starts.base[count]))
    starts.shrink(to: count + 1)
    rehash(slotCount)
  }

  private func rehash(_ newCount: Int) {
    let old = slots
    let oldCount = slotCount
    slotCount = newCount
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for place in 0..<oldCount where old[place] != 0 {
      let index = Int(UInt32(truncatingIfNeeded: old[place])) - 1
      guard index < count else { continue }
      let hash = Checksum.hash(term(index))
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = old[place]
    }
    old.deallocate()
  }

  /// Gives the room back by which terms are found; none may be added after it.
  func dropIndex() {
    slots.deallocate()
    slotCount = 1
    slots = .allocate(capacity: 1)
    slots.initialize(to: 0)
  }

  /// The terms' numbers in the order of their bytes.
  func sorted() -> RawArray<UInt32> { TermSort(self).run() }
}
