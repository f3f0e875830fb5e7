/// A share from 0 to 1 in decimal digits: `0.5`, `0.9231`, `1.0`.
public enum ShareText {
  /// Appends a share, rounded to four digits behind the point; values outside 0…1 are clamped, and no
  /// number counts as 0.
  public static func append(_ value: Double, to bytes: inout [UInt8]) {
    let parts = value.isNaN ? 0 : Int((min(max(value, 0), 1) * 10_000).rounded())
    bytes.append(UInt8(ascii: "0") + UInt8(parts / 10_000))
    bytes.append(UInt8(ascii: "."))
    var rest = parts % 10_000
    var unit = 1000
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    } while rest > 0
  }

  /// The digits of a share.
  public static func digits(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
