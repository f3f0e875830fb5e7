/// What the spelling of a word alone tells of its being a name, or a part of one.
public enum NameSpelling {
  /// Whether a word is the designation of a make: capitals and digits, as in "A380", "F-16" and "PS3s".
  ///
  /// A capital and a digit alone are none: "Q4", "G8".
  public static func isDesignation(_ form: String) -> Bool {
    let bytes = withoutPlural(form)
    guard bytes.count > 2, let first = bytes.first, SentenceStarters.isCapital(first) else {
      return false
    }
    return bytes.contains(where: isDigit) && bytes.allSatisfy(isPart)
  }

  /// Whether a word is the number of a model behind its maker: "747", "777-200LR", "737s".
  ///
  /// A year is none.
  public static func isModelNumber(_ form: String) -> Bool {
    let bytes = withoutPlural(form)
    guard bytes.count > 2, let first = bytes.first, isDigit(first) else { return false }
    let isYear =
      bytes.count == 4 && (bytes.starts(with: "19".utf8) || bytes.starts(with: "20".utf8))
    return !isYear && bytes.allSatisfy(isPart)
  }

  /// Whether a token designates a make: "A380", or "747" behind the name of its maker.
  public static func isModel(_ index: Int, in tokens: [Token]) -> Bool {
    if isDesignation(tokens[index].form) { return true }
    guard index > 0, isModelNumber(tokens[index].form) else { return false }
    return tokens[index - 1].upos == .propn && tokens[index - 1].head == index
  }

  /// The digits of a model's number, without what tells its version or many: "777" of "777-200LR" and of "777s"; `nil`
  /// for a year and what is no number of three digits.
  static func modelNumber(_ form: String) -> String? {
    guard isModelNumber(form) else { return nil }
    let digits = form.utf8.prefix(while: isDigit)
    let rest = form.utf8.dropFirst(digits.count)
    guard digits.count == 3,
      rest.isEmpty || rest.elementsEqual("s".utf8) || rest.first == UInt8(ascii: "-")
    else {
      return nil
    }
    return String(Substring(digits))
  }

  /// Whether a capital stands inside a word that is no acronym: "iPhone", "MacBooks", but not "MPs".
  public static func hasInnerCapital(_ form: String) -> Bool {
    let bytes = withoutPlural(form)
    return bytes.count > 2 && bytes.dropFirst().contains(where: SentenceStarters.isCapital)
      && bytes.contains { (0x61...0x7a).contains($0) } && !bytes.contains(UInt8(ascii: "-"))
  }

  /// A word in small letters without the stop of an abbreviation: "inc" of "Inc.".
  static func bare(_ form: String) -> String {
    let small = form.lowercased()
    return small.hasSuffix(".") ? String(small.dropLast()) : small
  }

  private static func withoutPlural(_ form: String) -> Substring.UTF8View {
    form.utf8.last == UInt8(ascii: "s") ? form.utf8.dropLast() : form.utf8[...]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || SentenceStarters.isCapital(byte) || byte == UInt8(ascii: "-")
  }

  /// Whether a word is what persons have earned, which stands behind their names and a comma: MD is Maryland elsewhere.
  public static func isDegree(_ word: String) -> Bool { degrees.contains(bare(word)) }

  private static let degrees: Set<String> = [
    "cpa", "dds", "dvm", "esq", "jd", "j.d", "mba", "md", "m.d", "phd", "ph.d", "rn",
  ]
}

extension Sentence {
  /// Whether a token is what the person has earned whose name and a comma stand before it: "MD" of "Ann Lee, MD".
  public func isDegree(_ index: Int) -> Bool {
    index > 1 && tokens[index - 1].form == "," && NameSpelling.isDegree(tokens[index].form)
      && names.contains { $0.kind == .person && $0.tokens.upperBound == index - 1 }
  }
}
