/// Turns names into the readable part of an identifier.
public enum Slug {
  /// Lower-cases letters, keeps letters and digits of any script, and joins the runs with hyphens.
  ///
  /// "SenseTime Group Ltd." becomes `sensetime-group-ltd`; a text without letters or digits
  /// becomes `x`. Hyphens never stand at an end or side by side. O(*n*).
  public static func make(_ text: String) -> String {
    var result = ""
    var pending = false
    for scalar in text.lowercased().unicodeScalars {
      let keep: Bool
      if scalar.isASCII {
        keep = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      } else {
        keep = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
      guard keep else {
        if scalar != "'", scalar != "\u{2019}", scalar != "." { pending = !result.isEmpty }
        continue
      }
      if pending {
        result += "-"
        pending = false
      }
      result.unicodeScalars.append(scalar)
    }
    return result.isEmpty ? "x" : result
  }
}
