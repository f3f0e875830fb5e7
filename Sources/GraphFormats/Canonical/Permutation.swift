/// All orders of some items, one after another, by their places (Knuth's algorithm L).
struct Permutation {
  /// The items in the present order.
  private(set) var items: [Int]
  private var places: [Int]

  /// Begins with the order given.
  init(of items: [Int]) {
    self.items = items
    places = Array(items.indices)
  }

  /// Goes to the next order; false after the last.
  mutating func advance() -> Bool {
    guard let rise = places.indices.dropLast().last(where: { places[$0] < places[$0 + 1] }),
      let larger = places.lastIndex(where: { $0 > places[rise] })
    else { return false }
    places.swapAt(rise, larger)
    items.swapAt(rise, larger)
    places[(rise + 1)...].reverse()
    items[(rise + 1)...].reverse()
    return true
  }
}
