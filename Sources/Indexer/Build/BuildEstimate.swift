/// What a build would do, told from a sample of the files.
public struct BuildEstimate: Hashable, Sendable {
  /// A number that is not known for sure.
  public struct Figure: Hashable, Sendable {
    /// The most likely value.
    public var value: Double
    /// How far off the value may be, either way, in 19 of 20 cases.
    public var margin: Double

    /// Creates a figure.
    public init(value: Double, margin: Double) {
      self.value = value
      self.margin = margin
    }
  }

  /// The files that must be read.
  public var files: Int
  /// Their bytes.
  public var bytes: Int
  /// The files that were read to tell.
  public var sampledFiles: Int
  /// The documents in the files.
  public var documents: Figure
  /// The words in them.
  public var words: Figure
  /// The statements that they give, before equal ones become one.
  public var statements: Figure
  /// The time that the build takes on this machine, as busy as it is, in seconds.
  public var seconds: Figure
  /// The bytes by which the store grows.
  public var storeBytes: Figure
}

/// The ratio of something to the size of files, as a random sample of files shows it.
struct RatioEstimator {
  private var sizes: [Double] = []
  private var values: [Double] = []

  /// The sum of the values seen.
  var sum: Double { values.reduce(0, +) }
  /// The sum of the sizes seen.
  var size: Double { sizes.reduce(0, +) }

  /// Adds a file of a size with a value.
  mutating func add(size: Double, value: Double) {
    sizes.append(max(1, size))
    values.append(value)
  }

  /// The value of all files together.
  ///
  /// The margin is two standard errors of the ratio estimator (Cochran, Sampling Techniques, 6.4).
  ///
  /// - Parameters:
  ///   - count: The number of all files.
  ///   - total: Their size together.
  /// - Returns: The figure.
  func total(count: Int, size total: Double) -> BuildEstimate.Figure {
    let n = Double(sizes.count)
    guard n > 0 else { return BuildEstimate.Figure(value: 0, margin: 0) }
    let ratio = sum / size
    guard n > 1 else {
      return BuildEstimate.Figure(value: ratio * total, margin: ratio * total)
    }
    var squares = 0.0
    for (x, y) in zip(sizes, values) { squares += (y - ratio * x) * (y - ratio * x) }
    let all = Double(count)
    let variance = max(0, 1 - n / all) / n * squares / (n - 1)
    // By the mean size in the sample the ratio's error becomes that of the total.
    let error = variance.squareRoot() * total / (size / n)
    return BuildEstimate.Figure(value: ratio * total, margin: 2 * error)
  }
}
