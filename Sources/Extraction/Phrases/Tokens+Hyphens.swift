import Linguistics

extension [Token] {
  /// Whether a token is a hyphen that touches both of its neighbours.
  func isJoint(_ token: Int) -> Bool {
    guard token > 0, token + 1 < count, ["-", "‑"].contains(self[token].form) else { return false }
    let (before, hyphen, after) = (
      self[token - 1].bytes, self[token].bytes, self[token + 1].bytes
    )
    return !hyphen.isEmpty && before.upperBound == hyphen.lowerBound
      && hyphen.upperBound == after.lowerBound
  }
}
