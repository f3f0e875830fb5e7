/// A generator of the same numbers for the same seed (Marsaglia 2003), for properties that are tested on
/// random values.
public struct Xorshift: RandomNumberGenerator {
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Any number.
  public mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// A number in `0..<bound`.
  public mutating func next(below bound: Int) -> Int { Int(next() >> 33) % bound }

  /// A number between -1 and 1.
  public mutating func unit() -> Float { Float(next(below: 20_001)) / 10_000 - 1 }

  /// Whether something of a share of `percent` in a hundred happens.
  public mutating func chance(percent: Int) -> Bool { next(below: 100) < percent }

  /// One of some values, of which there is at least one.
  public mutating func pick<Value>(_ values: [Value]) -> Value { values[next(below: values.count)] }
}
