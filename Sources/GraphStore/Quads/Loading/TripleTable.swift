/// The triple terms that a load has met, each once, numbered from 0 as they come.
///
/// What is inside comes before what it is inside of.
final class TripleTable {
  /// The parts of the triple terms.
  let triples = RawArray<QuadRow>(capacity: 16)
  /// The number of a triple plus one for each slot, 0 if free.
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotCount = 1 << 10

  init() {
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
  }

  deinit { slots.deallocate() }

  /// How many triple terms there are.
  var count: Int { triples.count }

  /// The size in bytes of everything here.
  var size: Int { triples.size + slotCount * 4 }

  /// The number of a triple term, that of the equal one if there is one.
  func number(_ s: UInt32, _ p: UInt32, _ o: UInt32) -> UInt32 {
    var slot = hash(s, p, o) & (slotCount - 1)
    while slots[slot] != 0 {
      let other = triples.base[Int(slots[slot]) - 1]
      if other.s == s, other.p == p, other.o == o { return slots[slot] - 1 }
      slot = (slot + 1) & (slotCount - 1)
    }
    triples.append(QuadRow(s: s, p: p, o: o, g: 0))
    slots[slot] = UInt32(triples.count)
    if triples.count * 3 > slotCount * 2 { rehash(slotCount * 2) }
    return UInt32(triples.count - 1)
  }

  private func hash(_ s: UInt32, _ p: UInt32, _ o: UInt32) -> Int {
    var hash = (UInt64(s) << 32 | UInt64(o)) &* 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ UInt64(p)) &* 0xff51_afd7_ed55_8ccd
    return Int(truncatingIfNeeded: hash >> 20)
  }

  /// Forgets the triple terms from a number on.
  func truncate(to count: Int) {
    guard count < self.count else { return }
    triples.shrink(to: count)
    rehash(slotCount)
  }

  private func rehash(_ newCount: Int) {
    slots.deallocate()
    slotCount = newCount
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for index in 0..<triples.count {
      let row = triples.base[index]
      var slot = hash(row.s, row.p, row.o) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
