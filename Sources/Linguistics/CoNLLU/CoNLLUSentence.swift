/// A sentence of a CoNLL-U file, with its comments and all its lines.
public struct CoNLLUSentence: Hashable, Sendable {
  /// A line of a sentence.
  enum Line: Hashable, Sendable {
    /// A comment, a multiword token or an empty node, kept as it stands.
    case verbatim(String)
    /// A word's ten columns.
    case word([String])
  }

  /// The lines, in order, without the blank line that ends the sentence.
  var lines: [Line]

  /// The words, in order.
  public var forms: [String] {
    lines.compactMap {
      guard case .word(let columns) = $0 else { return nil }
      return columns[CoNLLU.Column.form]
    }
  }

  /// Whether a comment says that a document begins here.
  var beginsDocument: Bool {
    lines.contains {
      guard case .verbatim(let line) = $0, line.hasPrefix("#") else { return false }
      return line.dropFirst().drop { $0 == " " }.hasPrefix("newdoc")
    }
  }

  /// Puts an analysis in the columns of the words.
  ///
  /// Lemma, tags, head and relation are replaced; features and enhanced dependencies, which the
  /// parser does not tell, become `_`. Names go to MISC as `NER=B-PER`, `NER=I-PER` and so on, beside
  /// what was there.
  ///
  /// - Precondition: The analysis has one element a word.
  public mutating func set(_ parse: ParsedSentence) {
    var tags: [Int: String] = [:]
    for name in parse.names {
      for token in name.tokens {
        let position = token == name.tokens.lowerBound ? "B" : "I"
        tags[token] = "\(position)-\(NameTag.abbreviation(name.kind))"
      }
    }
    var word = 0
    for index in lines.indices {
      guard case .word(var columns) = lines[index], word < parse.upos.count else { continue }
      columns[CoNLLU.Column.lemma] = parse.lemmas[word].isEmpty ? "_" : parse.lemmas[word]
      columns[CoNLLU.Column.upos] = parse.upos[word].rawValue
      columns[CoNLLU.Column.xpos] = parse.xpos[word]
      columns[CoNLLU.Column.features] = "_"
      columns[CoNLLU.Column.head] = String(parse.heads[word] + 1)
      columns[CoNLLU.Column.relation] = parse.relations[word].full
      columns[CoNLLU.Column.enhanced] = "_"
      columns[CoNLLU.Column.miscellaneous] = Self.merge(
        tags[word], into: columns[CoNLLU.Column.miscellaneous])
      lines[index] = .word(columns)
      word += 1
    }
  }

  private static func merge(_ tag: String?, into column: String) -> String {
    var items = column.split(separator: "|").map(String.init)
    items.removeAll { $0 == "_" || $0.hasPrefix("NER=") }
    if let tag { items.append("NER=\(tag)") }
    return items.isEmpty ? "_" : items.joined(separator: "|")
  }
}
