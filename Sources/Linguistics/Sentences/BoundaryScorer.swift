internal import CResources

/// How likely a sentence ends in a gap between two tokens where no rule sees an end: the weights of a
/// logistic regression (layout: `schema/model-format.md`; trained by `Training/boundaries.py`).
///
/// Its memory is shared and read-only.
public struct BoundaryScorer: @unchecked Sendable {
  /// For each place of the table, 16 bits of a feature's hash.
  private let checks: UnsafeRawBufferPointer
  /// For each place, the feature's weight in steps; 0 is an empty place.
  private let weights: UnsafeRawBufferPointer
  private let mask: UInt64
  private let step: Float
  private let threshold: Float

  private static let magic: [UInt8] = Array("QUIPUSBD".utf8)
  private static let header = 24

  /// The scorer for English that is part of the program.
  public static func embedded() throws(LinguisticsError) -> BoundaryScorer {
    let file = cresources_boundaries()
    return try BoundaryScorer(UnsafeRawBufferPointer(start: file.start, count: file.count))
  }

  /// Reads the header of a file whose bytes outlive the scorer.
  init(_ bytes: UnsafeRawBufferPointer) throws(LinguisticsError) {
    guard bytes.count >= Self.header, bytes.prefix(8).elementsEqual(Self.magic) else {
      throw .model("not a file of sentence boundaries")
    }
    let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard version == 1 else { throw .model("version \(version) of boundaries is not known") }
    let bits = bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)
    guard bits < 24, bytes.count == Self.header + 3 << bits else {
      throw .model("the file of sentence boundaries is cut short")
    }
    let places = 1 << Int(bits)
    step = bytes.loadUnaligned(fromByteOffset: 16, as: Float.self)
    threshold = bytes.loadUnaligned(fromByteOffset: 20, as: Float.self)
    checks = UnsafeRawBufferPointer(rebasing: bytes[Self.header..<Self.header + 2 * places])
    weights = UnsafeRawBufferPointer(rebasing: bytes[(Self.header + 2 * places)...])
    mask = UInt64(places - 1)
    guard weights.contains(0) else { throw .model("the table of sentence boundaries is full") }
  }

  /// Whether the features of a gap speak for a boundary.
  func isBoundary(_ features: some Sequence<UInt64>) -> Bool {
    var steps = 0
    for feature in features { steps += weight(feature) }
    return Float(steps) * step > threshold
  }

  /// The weight of a feature in steps, 0 if it has none.
  private func weight(_ feature: UInt64) -> Int {
    var place = Int(feature & mask)
    while true {
      let weight = Int(Int8(bitPattern: weights[place]))
      let check = checks.loadUnaligned(fromByteOffset: 2 * place, as: UInt16.self)
      if weight == 0 || UInt64(check) == feature >> 48 { return weight }
      place = (place + 1) & Int(mask)
    }
  }
}
