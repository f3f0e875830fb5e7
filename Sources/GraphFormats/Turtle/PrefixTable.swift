import GraphModel

/// The prefixes declared in a file, found by the bytes of their names.
struct PrefixTable: ~Copyable {
  /// A prefix and what it stands for; the bytes live as long as the table.
  struct Entry {
    var name: UnsafeBufferPointer<UInt8>
    var namespace: UnsafeBufferPointer<UInt8>
    /// The number of its latest declaration.
    var number: Int32
  }

  private var entries: [Entry] = []
  /// Indices of entries plus 1, by hash; 0 is a free slot.
  private var slots = [Int32](repeating: 0, count: 64)
  private var declarations: Int32 = 0
  private let bytes = TermArena()

  init() {}

  /// Declares a prefix, anew if it was declared before.
  mutating func declare(
    _ name: UnsafeBufferPointer<UInt8>, as namespace: UnsafeBufferPointer<UInt8>
  ) -> Entry {
    let number = declarations
    declarations += 1
    let slot = slot(of: name)
    if slots[slot] > 0 {
      let index = Int(slots[slot]) - 1
      if !entries[index].namespace.elementsEqual(namespace) {
        entries[index].namespace = bytes.copy(namespace)
      }
      entries[index].number = number
      return entries[index]
    }
    let entry = Entry(name: bytes.copy(name), namespace: bytes.copy(namespace), number: number)
    entries.append(entry)
    slots[slot] = Int32(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return entry
  }

  /// What a prefix stands for, or `nil` if it was not declared.
  func entry(of name: UnsafeBufferPointer<UInt8>) -> Entry? {
    let index = slots[slot(of: name)]
    return index > 0 ? entries[Int(index) - 1] : nil
  }

  /// The slot that holds the name, or the free one where it belongs.
  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] > 0, !entries[Int(slots[slot]) - 1].name.elementsEqual(name) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() { slots[slot(of: entry.name)] = Int32(index + 1) }
  }
}
