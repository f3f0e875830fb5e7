import Documents
import Linguistics

/// Tells names by how they are written, where a tagger took them for common nouns or numbers.
enum WrittenName {
  /// Whether the head of a phrase is written as a name: a designation ("A380"), a model behind its maker
  /// ("Orion 747"), a capital inside ("iPhone"), or a capital behind another name ("Lumen Music Store").
  ///
  /// An office is none, however it is written: "the Party Leader".
  static func isName(_ head: Int, in tree: SentenceTree) -> Bool {
    let token = tree[head]
    guard token.upos == .noun || token.upos == .num else { return false }
    if NameSpelling.isModel(head, in: tree.sentence.tokens) { return true }
    guard token.upos == .noun else { return false }
    if NameSpelling.hasInnerCapital(token.form) { return true }
    return !Roles.isRole(tree.lemmas[head]) && startsWithCapital(head, in: tree)
      && followsName(head, in: tree) && !isInTitleCase(tree)
  }

  /// Whether a heading writes all words with a capital, which then tells nothing.
  private static func isInTitleCase(_ tree: SentenceTree) -> Bool {
    guard tree.sentence.block == .heading else { return false }
    return !tree.sentence.tokens.contains { token in
      [.noun, .verb, .adj].contains(token.upos) && token.form.utf8.count > 2
        && token.form.utf8.first.map { (0x61...0x7a).contains($0) } == true
    }
  }

  /// The tokens of a name without its owner and the plain words before it: "Acme's iPhone", "22 more
  /// Orion 747s".
  ///
  /// A name that is written small throughout stays as it is, and so does one whose owner is no name, or
  /// that is a word without it: "People's Choice Awards", "Queen's Speech".
  static func trimmed(_ tokens: Range<Int>, head: Int, in tree: SentenceTree) -> Range<Int> {
    guard hasCapitalOrDigit(tree[head].form) else { return tokens }
    var start = tokens.lowerBound
    if let owner = tokens.last(where: { $0 < head && tree[$0].xpos == "POS" }),
      owner > tokens.lowerBound, tree.name(at: owner - 1) != nil,
      owner + 1 < head || NameSpelling.hasInnerCapital(tree[head].form)
        || NameSpelling.isModelNumber(tree[head].form)
    {
      start = owner + 1
    }
    while start < head, isPlain(start, before: head, in: tree) { start += 1 }
    return start..<tokens.upperBound
  }

  private static func isPlain(_ index: Int, before head: Int, in tree: SentenceTree) -> Bool {
    let token = tree[index]
    switch token.upos {
    case .num:
      // "Two", and the number before what is many.
      return !hasCapitalOrDigit(token.form)
        || token.form.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && tree.relation(of: index) == "nummod" && tree[head].form.utf8.last == UInt8(ascii: "s")
    case .adj, .noun, .verb, .adv:
      return !hasCapitalOrDigit(token.form) || index == 0 && ordinals.contains(tree.lemmas[index])
    case .punct: return [",", "-", "``"].contains(tree.forms[index])
    default: return false
    }
  }

  /// Words that count a thing and begin no name, though a sentence begins with them.
  private static let ordinals: Set<String> = ["first", "second", "third", "last", "next", "final"]

  private static func followsName(_ head: Int, in tree: SentenceTree) -> Bool {
    guard head > 0, tree.head(of: head - 1) == head else { return false }
    switch tree.relation(of: head - 1) {
    case "compound", "flat":
      return tree[head - 1].upos == .propn || head > 1 && startsWithCapital(head - 1, in: tree)
        || NameSpelling.hasInnerCapital(tree[head - 1].form)
    case "nummod":
      return NameSpelling.isModelNumber(tree[head - 1].form)
        || NameSpelling.isDesignation(tree[head - 1].form)
    default: return false
    }
  }

  private static func startsWithCapital(_ index: Int, in tree: SentenceTree) -> Bool {
    let bytes = tree[index].form.utf8
    guard let first = bytes.first, bytes.count > 2 else { return false }
    return (0x41...0x5a).contains(first) && bytes.contains { (0x61...0x7a).contains($0) }
  }

  private static func hasCapitalOrDigit(_ form: String) -> Bool {
    form.unicodeScalars.contains { $0.properties.isUppercase || $0.properties.numericType != nil }
  }
}
