/// Functions of real numbers that give the same bits on every machine, as C libraries do not.
///
/// For scores that are written into a store or an export, or that decide what is written.
public enum ReproducibleMath {
  /// The natural logarithm of a positive number, by halving and a short series; -30 for any other.
  ///
  /// O(1).
  public static func logarithm(_ x: Double) -> Double {
    guard x > 0 else { return -30 }
    var mantissa = x.significand
    var exponent = Double(x.exponent)
    if mantissa > 1.414_213_562_373_095_1 {
      mantissa /= 2
      exponent += 1
    }
    // ln m = 2 artanh((m - 1) / (m + 1))
    let y = (mantissa - 1) / (mantissa + 1)
    let square = y * y
    var term = y
    var sum = 0.0
    for power in stride(from: 1.0, through: 23, by: 2) {
      sum += term / power
      term *= square
    }
    return 2 * sum + exponent * 0.693_147_180_559_945_3
  }

  /// e to the power of *x*, by squaring a short series; *x* is held within -30 and 30.
  ///
  /// Exact to six digits.
  ///
  /// O(1).
  public static func exponential(_ x: Double) -> Double {
    let reduced = min(max(x, -30), 30) / 1024
    var result = 1 + reduced * (1 + reduced / 2 * (1 + reduced / 3 * (1 + reduced / 4)))
    for _ in 0..<10 { result *= result }
    return result
  }
}
