/// The numbers by which a document calls makes: "787", where it speaks of a "Boeing 787", of "Boeing's 787", of 787s or
/// of a "787 project".
///
/// Such a number stands for the make wherever it is told of as one: "the 787", "their new 787 jet".
public struct ModelNumbers: Sendable {
  private let numbers: Set<String>

  /// Collects the numbers of some sentences, in O(*n*) in their words.
  public init(_ sentences: some Sequence<Sentence>) {
    var numbers = Set<String>()
    for sentence in sentences {
      for index in sentence.tokens.indices {
        guard let number = NameSpelling.modelNumber(sentence.tokens[index].form),
          Self.tellsMake(index, number, in: sentence.tokens)
        else { continue }
        numbers.insert(number)
      }
    }
    self.numbers = numbers
  }

  /// Whether a token calls a make by its number: as one of many ("787s"), with an article or an adjective ("the new
  /// 787"), behind its maker, or before a noun in the singular.
  public func isModel(_ index: Int, in tokens: [Token]) -> Bool {
    guard !numbers.isEmpty, let number = NameSpelling.modelNumber(tokens[index].form),
      numbers.contains(number)
    else { return false }
    if tokens[index].form.utf8.last == UInt8(ascii: "s")
      || Self.tellsMake(index, number, in: tokens)
    {
      return true
    }
    if index > 0, [.det, .adj, .propn, .part].contains(tokens[index - 1].upos) { return true }
    guard index + 1 < tokens.count,
      tokens[index].head == index + 1 || tokens[index].head == index + 2
    else { return false }
    // "The 737 project", but "737 guests".
    return tokens[index + 1].upos == .propn || tokens[index + 1].xpos == "NN"
  }

  /// Whether a number stands as only a make's does.
  private static func tellsMake(_ index: Int, _ number: String, in tokens: [Token]) -> Bool {
    let token = tokens[index]
    let isDigits = number == token.form || number + "s" == token.form
    // "777s", but not "the 1900s".
    if isDigits, token.form != number, !number.hasSuffix("0"),
      token.xpos == "NNS" || token.upos == .num
    {
      return true
    }
    guard !number.hasSuffix("00"), index > 0 else { return false }
    let before = tokens[index - 1]
    if before.xpos == "POS" {
      return index > 1 && tokens[index - 2].upos == .propn && tokens[index - 2].head == index
    }
    // "their 737 airliner"
    if token.relation.universal == "compound", tokens.indices.contains(token.head),
      token.head > index, tokens[token.head].xpos == "NN",
      [.det, .pron, .adj].contains(before.upos)
    {
      return true
    }
    let isJoined =
      before.head == index || token.head == index - 1 && token.relation.universal == "flat"
    return isJoined && before.upos == .propn && !numbered.contains(before.form.lowercased())
      && before.form.utf8.contains { (0x61...0x7a).contains($0) } && isWord(before.form)
  }

  private static func isWord(_ form: String) -> Bool {
    guard let first = form.utf8.first else { return false }
    return (0x41...0x5a).contains(first) && !form.utf8.contains(UInt8(ascii: "$"))
      && TimeLexicon.months[form.lowercased()] == nil
  }

  /// What is told by numbers and is no maker.
  private static let numbered: Set<String> = [
    "area", "article", "bill", "building", "bus", "chapter", "channel", "class", "dow", "district",
    "flight", "form",
    "ftse", "gate", "group", "highway", "interstate", "line", "local", "no", "no.", "number",
    "page", "pier",
    "platform", "proposition", "psalm", "question", "resolution", "road", "room", "route",
    "section", "space", "title",
    "train", "unit", "ward",
  ]
}
