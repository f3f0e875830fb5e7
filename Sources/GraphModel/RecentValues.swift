/// Values that are made when they are asked for, of which the last ones are kept.
///
/// For what goes through a long text in order and looks back a little: only a bounded number of the values
/// exists at a time, and each is made once unless somebody comes back to it much later.
///
///     let trees = RecentValues<Tree>(slots: 32)
///     trees.value(at: 7) { Tree(sentences[7]) }
///
/// - Complexity: O(1) beside making a value.
public final class RecentValues<Value> {
  /// How many values were made, for tests that count work.
  public private(set) var made = 0
  private var places: [Int]
  private var values: [Value?]

  /// Keeps up to `slots` values; two whose indexes differ by a multiple of it take each other's place.
  ///
  /// - Precondition: `slots` is at least 1.
  public init(slots: Int) {
    places = Array(repeating: -1, count: slots)
    values = Array(repeating: nil, count: slots)
  }

  /// The value of an index of at least 0: the one that is kept, or a new one.
  public func value(at index: Int, make: () -> Value) -> Value {
    let slot = index % values.count
    if places[slot] == index, let value = values[slot] { return value }
    let value = make()
    made += 1
    places[slot] = index
    values[slot] = value
    return value
  }
}
