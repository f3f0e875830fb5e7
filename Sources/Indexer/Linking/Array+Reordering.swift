extension Array {
  /// Puts the elements in another order: at each place the one that stood at `order[place]`.
  ///
  /// No second array is made, so that large elements are not in memory twice. O(*n*).
  ///
  /// - Precondition: `order` holds each index once.
  mutating func reorder(_ order: [Int]) {
    var order = order
    for start in indices where order[start] != start {
      var place = start
      while order[place] != start {
        let from = order[place]
        swapAt(place, from)
        order[place] = place
        place = from
      }
      order[place] = place
    }
  }
}
