import Linguistics

/// A sentence's dependency tree with the children of each token and lower-cased words.
///
/// All indices are token indices of the sentence. A malformed tree (a head out of range, a cycle)
/// is tolerated: walks are bounded by the number of tokens.
struct SentenceTree: Sendable {
  /// The sentence's index in the document.
  let index: Int
  /// The sentence.
  let sentence: Sentence
  /// The children of each token, in order.
  let children: [[Int]]
  /// The lemmas in lower case.
  let lemmas: [String]
  /// The forms in lower case.
  let forms: [String]

  /// Creates the tree of the sentence at an index of its document.
  init(_ sentence: Sentence, index: Int) {
    self.index = index
    self.sentence = sentence
    var children = Array(repeating: [Int](), count: sentence.tokens.count)
    for (i, token) in sentence.tokens.enumerated()
    where sentence.tokens.indices.contains(token.head) && token.head != i {
      children[token.head].append(i)
    }
    self.children = children
    lemmas = sentence.tokens.map { $0.lemma.lowercased() }
    forms = sentence.tokens.map {
      $0.form.lowercased().replacing("\u{2019}", with: "'")
    }
  }

  /// Whether more than a quarter of the letters are of other scripts than the Latin: a quotation in another
  /// language, whose tree means nothing.
  var isForeign: Bool {
    var (latin, foreign) = (0, 0)
    for token in sentence.tokens {
      for scalar in token.form.unicodeScalars {
        if scalar.isASCII {
          latin += scalar.properties.isAlphabetic ? 1 : 0
        } else if scalar.properties.isAlphabetic {
          // Latin with marks, phonetic signs and the forms of compatibility.
          let isLatin = scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value)
          if isLatin { latin += 1 } else { foreign += 1 }
        }
      }
    }
    return foreign * 4 > latin + foreign
  }

  /// The number of tokens.
  var count: Int { sentence.tokens.count }

  /// The token at an index.
  subscript(token: Int) -> Token { sentence.tokens[token] }

  /// The head of a token, or `nil` for the root.
  func head(of token: Int) -> Int? {
    let head = sentence.tokens[token].head
    return sentence.tokens.indices.contains(head) && head != token ? head : nil
  }

  /// The universal relation of a token, without its subtype.
  func relation(of token: Int) -> String { sentence.tokens[token].relation.universal }

  /// The relation of a token with its subtype.
  func fullRelation(of token: Int) -> String { sentence.tokens[token].relation.full }

  /// The first child with one of some relations, universal or full.
  func child(of token: Int, _ relations: String...) -> Int? {
    children[token].first {
      relations.contains(relation(of: $0)) || relations.contains(fullRelation(of: $0))
    }
  }

  /// The children with one of some relations, universal or full, in order.
  func children(of token: Int, _ relations: String...) -> [Int] {
    children[token].filter {
      relations.contains(relation(of: $0)) || relations.contains(fullRelation(of: $0))
    }
  }

  /// A token and what depends on it, sorted, without the children that the closure leaves out.
  ///
  /// - Complexity: O(*n* log *n*) in the number of tokens found.
  func subtree(
    of token: Int, without leaveOut: (_ child: Int, _ parent: Int) -> Bool = { _, _ in false }
  )
    -> [Int]
  {
    var found = [token]
    var next = 0
    while next < found.count, found.count <= count {
      let parent = found[next]
      next += 1
      for child in children[parent] where !leaveOut(child, parent) { found.append(child) }
    }
    return found.sorted()
  }

  /// The tokens from a token's head up to the root.
  func ancestors(of token: Int) -> [Int] {
    var found: [Int] = []
    var current = head(of: token)
    while let token = current, found.count < count {
      found.append(token)
      current = head(of: token)
    }
    return found
  }

  /// Whether a token is a punctuation mark.
  func isPunctuation(_ token: Int) -> Bool {
    self[token].upos == .punct || relation(of: token) == "punct"
  }

  /// The name that covers a token, or `nil`.
  func name(at token: Int) -> NameSpan? { sentence.names.first { $0.tokens.contains(token) } }

  /// Whether a token heads a finite or non-finite clause: it has a subject, a copula or is a verb
  /// in a clausal relation.
  func isClauseHead(_ token: Int) -> Bool {
    if child(of: token, "nsubj", "csubj", "cop") != nil { return true }
    guard self[token].upos == .verb || self[token].upos == .aux else { return false }
    switch relation(of: token) {
    case "root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj", "conj", "dep", "list",
      "appos":
      return true
    default: return false
    }
  }

  /// The word of a name that all of its others hang below.
  func head(of name: NameSpan) -> Int? {
    name.tokens.first { !name.tokens.contains(self[$0].head) }
  }

  /// Whether a word is a piece that the tree tore off a name ("Acme Holdings, Pte.").
  func isNameTail(_ token: Int) -> Bool {
    children[token].isEmpty && self[token].upos == .propn && forms[token].hasSuffix(".")
  }

  /// Whether a phrase measures the adjective right behind it: "nine inches long".
  func isMeasure(_ token: Int, of adjective: Int) -> Bool {
    guard relation(of: token) == "obl", fullRelation(of: token) != "obl",
      [.adj, .adv].contains(self[adjective].upos), child(of: token, "case") == nil
    else { return false }
    return subtree(of: token).last == adjective - 1
  }

  /// The head of the clause that a token stands in: itself or its nearest ancestor that heads one.
  func clauseHead(of token: Int) -> Int? {
    isClauseHead(token) ? token : ancestors(of: token).first(where: isClauseHead)
  }
}

/// A token of a document.
struct TokenAddress: Hashable, Sendable {
  /// The sentence's index in the document.
  let sentence: Int
  /// The token's index in the sentence.
  let token: Int
}
