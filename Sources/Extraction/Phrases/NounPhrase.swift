import Linguistics

/// Which tokens make up a phrase around its head, wide or trimmed.
struct NounPhrase {
  /// How much of what modifies a head belongs to its phrase.
  enum Width: Hashable, Sendable {
    /// All modifiers but clauses and appositions set off by a comma; coordination kept.
    case whole
    /// Without coordination, relative clauses and appositions.
    case conjunct
    /// Without what follows the head either: "a justice" of "a justice of the court". A head that only
    /// counts keeps what it counts: "one of the albums".
    case bare
    /// The words that name or describe the thing: no determiner, number phrase or clause.
    case core
  }

  /// The tree.
  let tree: SentenceTree

  /// The tokens of the phrase that a token heads, sorted, without punctuation at its ends.
  func tokens(_ head: Int, _ width: Width) -> [Int] {
    let found = tree.subtree(of: head) { child, parent in
      leavesOut(child, of: parent, head: head, width: width)
    }
    return trimmed(found)
  }

  /// Whether no other title stands right before a name than the noun that the tree hangs it on: in "manager of
  /// Senator Ann Lee" she is no manager.
  func isRight(_ noun: Int, before name: Int) -> Bool {
    let first = tree.name(at: name)?.tokens.lowerBound ?? name
    let title = first - 1
    return title <= noun || tree.isPunctuation(title) || !Roles.isRole(tree.lemmas[title])
  }

  /// The last word that hyphens without spaces join to a token: the "General" of "Secretary-General".
  func joined(from token: Int) -> Int {
    var end = token
    while tree.sentence.tokens.isJoint(end + 1) { end += 2 }
    return end
  }

  /// Drops punctuation at the ends, except brackets and quotation marks that are paired inside.
  func trimmed(_ tokens: [Int]) -> [Int] {
    var tokens = tokens[...]
    while let first = tokens.first, isLooseEnd(first, in: tokens) { tokens.removeFirst() }
    while let last = tokens.last, isLooseEnd(last, in: tokens) { tokens.removeLast() }
    return Array(tokens)
  }

  /// The tokens of a clause as words of their own: without quotation marks around all of it.
  func clauseTokens(_ head: Int, without left: Set<Int> = []) -> [Int] {
    var tokens = trimmed(tree.subtree(of: head).filter { !left.contains($0) })
    // What was left out of the middle leaves two commas behind.
    tokens = tokens.indices.filter {
      $0 == 0 || tree.forms[tokens[$0]] != "," || tree.forms[tokens[$0 - 1]] != ","
    }.map { tokens[$0] }
    while let first = tokens.first, let last = tokens.last, tokens.count > 2,
      Self.openingQuotes.contains(tree.forms[first]), Self.closingQuotes.contains(tree.forms[last])
    {
      tokens = trimmed(Array(tokens.dropFirst().dropLast()))
    }
    return quotedStart(tokens)
  }

  /// The first quotation alone, if nothing else is quoted: "…," he said, adding that … leaves what was
  /// added out.
  private func quotedStart(_ tokens: [Int]) -> [Int] {
    guard let first = tokens.first, Self.openingQuotes.contains(tree.forms[first]),
      let close = tokens.dropFirst().firstIndex(where: {
        Self.closingQuotes.contains(tree.forms[$0]) && tree[$0].upos == .punct
      }),
      !tokens[(close + 1)...].contains(where: {
        Self.openingQuotes.contains(tree.forms[$0]) && tree[$0].upos == .punct
      }), close > 3
    else { return tokens }
    return trimmed(Array(tokens[1..<close]))
  }

  private static let openingQuotes: Set<String> = ["“", "``", "\"", "‘", "`"]
  private static let closingQuotes: Set<String> = ["”", "''", "\"", "’", "'"]

  /// The run of adjoining tokens around the head, bridging punctuation alone.
  func run(_ head: Int, in tokens: [Int]) -> Range<Int> {
    let set = Set(tokens)
    var start = head
    var end = head
    while start > 0, set.contains(start - 1) { start -= 1 }
    while end + 1 < tree.count, set.contains(end + 1) { end += 1 }
    return start..<end + 1
  }

  private func leavesOut(_ child: Int, of parent: Int, head: Int, width: Width) -> Bool {
    let relation = tree.fullRelation(of: child)
    let atTop = parent == head
    // "the decree itself"
    if width == .core, atTop, child > head,
      ["itself", "himself", "herself", "themselves"].contains(tree.forms[child])
    {
      return true
    }
    switch relation {
    case "case", "mark", "cop", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "aux", "aux:pass",
      "expl":
      return atTop
    case "cc", "cc:preconj":
      return width != .whole && atTop
    case "conj":
      return (width != .whole && atTop)
        || (atTop && tree.isClauseHead(child) && tree.child(of: child, "nsubj", "cop") != nil)
        || (atTop && tree.children(of: head, "appos").contains { $0 < child && isSetOff($0) })
    case "acl:relcl", "advcl:relcl":
      guard atTop else { return width != .whole || isSetOff(child) }
      return true
    case "parataxis", "discourse", "vocative", "list":
      return true
    case "appos":
      // "Murray, Utah" is one place.
      if width == .whole, tree.name(at: child)?.kind == .place,
        tree.name(at: parent)?.kind == .place
      {
        return false
      }
      // "a ticket of banker Ann Lee": nobody but her.
      if !atTop, tree[child].upos == .propn || tree.name(at: child) != nil,
        !isSetOff(child) || isBare(parent)
      {
        return false
      }
      return isSetOff(child) || width != .whole
    case "acl", "advcl", "ccomp":
      // "plans to close the port": which plans they are.
      if atTop, width == .core, child > head, narrows(child, head), !isSetOff(child) {
        return false
      }
      if atTop, width == .bare { return true }
      if atTop, width == .conjunct, relation == "advcl" { return true }
      return width == .core || isSetOff(child)
    case "det", "det:predet":
      return width == .core && atTop && !["no", "half", "twice"].contains(tree.lemmas[child])
    case "nmod", "obl":
      guard atTop else { return false }
      // "For SenseTime, the challenge": a phrase that goes with the whole clause.
      if child < head, tree.child(of: child, "case") != nil { return true }
      // "heavy bombing, in a raid", "a hard match according to Ada Lund": what goes with the whole clause.
      if width != .whole, child > head,
        tree.child(of: child, "case").map({ tree.forms[$0] == "according" }) == true
          || width == .core && isBehindComma(child)
      {
        return true
      }
      if width == .bare { return child > head && !Partitives.isPartitive(head, in: tree) }
      return width != .whole && isExample(child)
    case "nummod":
      // "Mrs Hassan, 59": an age.
      return atTop && child > head && isSetOff(child)
    case "nmod:poss":
      // "the series His Dark Tide": a title of its own.
      let isTitle =
        child > 0 && tree[child].form.first?.isUppercase == true
        && !tree.isPunctuation(child - 1) && tree[parent].form.first?.isUppercase == true
      return atTop
        && (width == .core && tree[child].upos == .pron && !isTitle || tree[child].xpos == "WP$")
    case "punct":
      return atTop && width != .whole && !isInnerMark(child)
    case "advmod":
      return atTop && (width == .core || width == .conjunct && isFocus(child))
    case "dep", "orphan", "dislocated", "reparandum":
      return atTop && tree[child].upos == .verb
    default:
      return false
    }
  }

  /// Whether a comma, dash or bracket parts a modifier from what it modifies.
  func isSetOff(_ token: Int) -> Bool {
    let first = tree.subtree(of: token).first ?? token
    guard first > 0 else { return false }
    let marks: Set<String> = [",", "(", "-LRB-", "-lrb-", "--", "–", "—", "-", ":", ";"]
    return marks.contains(tree.forms[first - 1]) || marks.contains(tree.forms[first])
  }

  private func isBehindComma(_ token: Int) -> Bool {
    tree.subtree(of: token).first.map { first in
      tree.forms[first] == "," || first > 0 && tree.forms[first - 1] == ","
    } == true
  }

  /// "including SoftBank", "such as Huawei".
  private func isExample(_ token: Int) -> Bool {
    tree.child(of: token, "case").map { ["including", "such"].contains(tree.forms[$0]) } ?? false
  }

  /// "the premiere of new film, Low Tide": a singular that needs a name to be understood.
  private func isBare(_ noun: Int) -> Bool {
    tree[noun].xpos == "NN" && tree.child(of: noun, "det", "nmod:poss") == nil
  }

  /// Whether an infinitive, or a participle alone, says which thing it is: "plans to leave", "200 people hurt".
  private func narrows(_ clause: Int, _ noun: Int) -> Bool {
    guard tree[noun].upos == .noun else { return false }
    if tree[clause].xpos == "VBN", clause == noun + 1 { return tree.children[clause].isEmpty }
    // "the process of leaving"
    if tree[clause].xpos == "VBG", let mark = tree.child(of: clause, "mark", "case") {
      return mark == noun + 1 && tree.forms[mark] == "of"
    }
    return tree.children(of: clause, "mark").contains { tree.forms[$0] == "to" }
      && ([clause] + tree.children(of: clause, "aux", "aux:pass", "cop")).contains {
        tree[$0].xpos == "VB"
      }
  }

  private func isFocus(_ token: Int) -> Bool {
    Self.focusAdverbs.contains(tree.lemmas[token])
  }

  private static let focusAdverbs: Set<String> = [
    "only", "also", "even", "mostly", "particularly", "especially", "just", "largely", "mainly",
    "not", "chiefly",
    "primarily", "including", "notably", "then", "perhaps", "still", "now",
  ]

  private func isInnerMark(_ token: Int) -> Bool {
    tree.forms[token] == "-" || tree.forms[token] == "/"
  }

  private func isLooseEnd(_ token: Int, in tokens: ArraySlice<Int>) -> Bool {
    if tree.relation(of: token) == "cc" { return true }
    guard tree[token].upos == .punct else { return false }
    let form = tree.forms[token]
    let pairs: [String: [String]] = [
      "(": [")"], ")": ["("], "[": ["]"], "]": ["["], "``": ["''"], "''": ["``"], "“": ["”"],
      "”": ["“"],
      "-lrb-": ["-rrb-"], "-rrb-": ["-lrb-"], "\"": ["\""], "`": ["'"], "'": ["`", "'", "‘"],
      "‘": ["'"],
    ]
    guard let partners = pairs[form] else { return true }
    return !tokens.contains { $0 != token && partners.contains(tree.forms[$0]) }
  }
}
