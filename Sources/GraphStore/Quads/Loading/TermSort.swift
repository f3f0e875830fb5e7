import Glibc

/// Sorts terms by their bytes: quicksort on eight bytes at a time, kept beside the numbers.
struct TermSort {
  private struct Item: BitwiseCopyable {
    var key: UInt64
    var index: UInt32
  }

  private let table: TermTable
  private let items: UnsafeMutablePointer<Item>
  private let count: Int

  init(_ table: TermTable) {
    self.table = table
    count = table.count
    items = .allocate(capacity: max(count, 1))
  }

  /// The numbers in order.
  func run() -> RawArray<UInt32> {
    for index in 0..<count { items[index] = Item(key: key(index, 0), index: UInt32(index)) }
    sort(0, count, 0)
    let result = RawArray<UInt32>(capacity: count)
    for place in 0..<count { result.append(items[place].index) }
    items.deallocate()
    return result
  }

  /// Eight bytes of a term as a number that sorts as they do, zeros behind the end.
  @inline(__always)
  private func key(_ index: Int, _ depth: Int) -> UInt64 {
    let term = table.term(index)
    if depth + 8 <= term.count {
      return UInt64(bigEndian: term.loadUnaligned(fromByteOffset: depth, as: UInt64.self))
    }
    var key: UInt64 = 0
    for place in depth..<max(depth, term.count) { key = key << 8 | UInt64(term[place]) }
    let rest = max(0, term.count - depth)
    return rest == 0 ? 0 : key << UInt64(8 * (8 - rest))
  }

  private func sort(_ low: Int, _ high: Int, _ depth: Int) {
    var low = low
    var high = high
    while high - low > 16 {
      let pivot = median(low, high)
      var less = low
      var greater = high
      var place = low
      while place < greater {
        let key = items[place].key
        if key < pivot {
          swap(less, place)
          less += 1
          place += 1
        } else if key > pivot {
          greater -= 1
          swap(place, greater)
        } else {
          place += 1
        }
      }
      sortEqual(less, greater, depth)
      // The smaller side by recursion, so that the stack stays small.
      if less - low < high - greater {
        sort(low, less, depth)
        low = greater
      } else {
        sort(greater, high, depth)
        high = less
      }
    }
    insertionSort(low, high, depth)
  }

  @inline(__always)
  private func swap(_ a: Int, _ b: Int) {
    let kept = items[a]
    items[a] = items[b]
    items[b] = kept
  }

  private func median(_ low: Int, _ high: Int) -> UInt64 {
    let a = items[low + (high - low) / 4].key
    let b = items[low + (high - low) / 2].key
    let c = items[low + (high - low) / 4 * 3].key
    return max(min(a, b), min(max(a, b), c))
  }

  /// Sorts items whose eight bytes at this depth agree by what follows.
  private func sortEqual(_ low: Int, _ high: Int, _ depth: Int) {
    guard high - low > 1 else { return }
    // Those that end within the eight bytes are equal but for zeros at the end: by length.
    var first = low
    for place in low..<high where table.term(Int(items[place].index)).count <= depth + 8 {
      swap(first, place)
      first += 1
    }
    insertionSort(low, first, depth)
    for place in first..<high { items[place].key = key(Int(items[place].index), depth + 8) }
    sort(first, high, depth + 8)
  }

  private func insertionSort(_ low: Int, _ high: Int, _ depth: Int) {
    guard high - low > 1 else { return }
    for place in low + 1..<high {
      let item = items[place]
      var hole = place
      while hole > low, isLess(item, items[hole - 1], depth) {
        items[hole] = items[hole - 1]
        hole -= 1
      }
      items[hole] = item
    }
  }

  private func isLess(_ a: Item, _ b: Item, _ depth: Int) -> Bool {
    if a.key != b.key { return a.key < b.key }
    return ByteOrder.isLess(table.term(Int(a.index)), table.term(Int(b.index)))
  }
}
