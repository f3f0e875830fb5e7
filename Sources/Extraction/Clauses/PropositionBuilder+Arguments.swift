import Linguistics

/// What of a clause its proposition says, and in which words.
extension PropositionBuilder {
  /// Whether an argument belongs to what is said: a clause that a comma sets off behind the main one, unless
  /// it tells a purpose, a free participle and a contrast are statements of their own, "for example" is none.
  func isInside(_ argument: Clause.Argument, of clause: Clause) -> Bool {
    guard argument.role == .adverbialClause else { return !isConnective(argument) }
    let marks = tree.children(of: argument.head, "mark", "case", "advmod").filter {
      $0 < argument.head
    }.map { tree.forms[$0] }
    if !Self.contrasts.isDisjoint(with: marks) { return false }
    if argument.head > clause.head, phrase.isSetOff(argument.head), !marks.contains("to") {
      return false
    }
    return !marks.isEmpty || !["VBG", "VBN"].contains(tree[argument.head].xpos)
  }

  private static let contrasts: Set<String> = [
    "although", "though", "while", "whereas", "whilst", "without",
  ]

  /// Whether a phrase ties its sentence to the one before and says nothing of its own.
  private func isConnective(_ argument: Clause.Argument) -> Bool {
    guard [.oblique, .adverb].contains(argument.role) else { return false }
    let words =
      (argument.marker + tree.subtree(of: argument.head).filter { !tree.isPunctuation($0) })
    return words.count <= 4
      && Self.connectives.contains(
        Set(words).sorted().map { tree.forms[$0] }.joined(separator: " "))
  }

  private static let connectives: Set<String> = [
    "for example", "for instance", "in particular", "in turn", "in fact", "of course",
    "in addition",
    "in general", "as such", "in contrast", "by contrast", "on the other hand", "as a result",
    "after all", "in other words", "by the way", "thus", "hence", "moreover", "furthermore",
    "indeed",
    "meanwhile",
  ]

  /// An adverb between a verb and its preposition is of the predicate: "relies heavily on | logic"; so is one
  /// that has the preposition itself: "lies close to | the river".
  func adverbialLink(
    _ argument: Clause.Argument, after predicate: [Int], in clause: Clause
  ) -> (link: [Int], rest: [Int])? {
    let words = tree.subtree(of: argument.head).filter { !tree.isPunctuation($0) }
    guard let last = predicate.last, let first = words.first, first == last + 1 else { return nil }
    if let inner = tree.children(of: argument.head, "obl").first,
      let marker = finder.markers(of: inner).first
    {
      let link = words.filter { $0 < marker } + finder.markers(of: inner)
      return (link, words.filter { !link.contains($0) })
    }
    let end = (words.last ?? last) + 1
    guard words.count == end - first,
      clause.arguments.contains(where: {
        [.oblique, .agent].contains($0.role) && $0.marker.first == end
      })
    else { return nil }
    return (words, [])
  }

  /// The tokens of an argument without its preposition.
  func tokens(of argument: Clause.Argument, in clause: Clause) -> [Int] {
    switch argument.role {
    case .content, .adverbialClause, .infinitive:
      var marker = Set(argument.marker)
      if tree.head(of: clause.head) == argument.head {
        marker.formUnion(tree.subtree(of: clause.head))
      }
      return phrase.trimmed(tree.subtree(of: argument.head).filter { !marker.contains($0) })
    case .adverb:
      return phrase.trimmed(tree.subtree(of: argument.head))
    case .attribute where argument.head == clause.head:
      let inside = tree.subtree(of: argument.head) { child, parent in
        guard parent == argument.head else {
          return tree.fullRelation(of: child) == "acl:relcl" && phrase.isSetOff(child)
        }
        if clause.arguments.contains(where: { $0.head == child })
          || clause.predicate.contains(child)
        {
          return true
        }
        if argument.marker.contains(child) { return true }
        switch tree.relation(of: child) {
        // "the aim is to sell": what the aim is, is an infinitive with its mark.
        case "mark": return tree.forms[child] != "to"
        case "obl": return !tree.isMeasure(child, of: argument.head)
        case "nsubj", "csubj", "cop", "aux", "expl", "parataxis", "discourse", "advcl", "cc":
          return true
        case "conj": return tree.isClauseHead(child)
        case "appos": return phrase.isSetOff(child)
        case "acl": return tree.fullRelation(of: child) == "acl:relcl"
        default: return false
        }
      }
      // "Of its staff, 230 are in the field": what stands before the copula is not in the attribute.
      let start =
        tree.child(of: argument.head, "cop").flatMap { $0 < argument.head ? $0 : nil } ?? -1
      return phrase.trimmed(inside.filter { $0 > start })
    default:
      let marker = Set(argument.marker)
      return phrase.tokens(argument.head, .whole).filter { !marker.contains($0) }
    }
  }
}
