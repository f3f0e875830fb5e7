import GraphModel
import Linguistics

extension ClaimBuilder {
  /// Leaves out the claims of the sentence under way that say in the text's words what a typed one says:
  /// "Acme say …" beside "Acme said …", "Lund found Acme" beside "Acme founded by Lund".
  ///
  /// The typed claim takes over what the open one knew beside it: its circumstances, and the exact words
  /// of a content clause.
  mutating func dropDoubles(in tree: SentenceTree) {
    let start = first
    let typed = (start..<claims.count).filter { !claims[$0].predicate.isOpen }
    guard !typed.isEmpty else { return }
    var dropped: Set<Int> = []
    for open in start..<claims.count where claims[open].predicate.isOpen {
      guard
        let double = typed.first(where: {
          isDouble(claims[open], of: claims[$0])
            && sharesContentWord(predicates[open - start], predicates[$0 - start], in: tree)
        })
      else { continue }
      claims[double] = claims[double].joined(with: claims[open])
      dropped.insert(open)
    }
    guard !dropped.isEmpty else { return }
    let kept = (start..<claims.count).filter { !dropped.contains($0) }
    predicates = kept.map { predicates[$0 - start] }
    claims.replaceSubrange(start..., with: kept.map { claims[$0] })
  }

  /// Whether two claims tie the same two things, in either direction, with the same force.
  private func isDouble(_ open: Claim, of typed: Claim) -> Bool {
    guard open.polarity == typed.polarity, open.certainty == typed.certainty else { return false }
    switch (open.object, typed.object) {
    case (.mention(let a)?, .mention(let b)?):
      return isSame(open.subject, typed.subject) && isSame(a, b)
        || isSame(open.subject, b) && isSame(a, typed.subject)
    case (.value(_, let a)?, .value(_, let b)?):
      return isSame(open.subject, typed.subject) && a.range.overlaps(b.range)
    default: return false
    }
  }

  private func sharesContentWord(_ a: Set<Int>, _ b: Set<Int>, in tree: SentenceTree) -> Bool {
    a.intersection(b).contains { [.verb, .noun, .propn, .adj].contains(tree[$0].upos) }
  }
}

extension Claim {
  /// A typed claim with what an open claim of the same fact knew beside it.
  fileprivate func joined(with open: Claim) -> Claim {
    var details = details
    let known = Set(details.map(\.participant) + [object, .mention(subject)].compactMap(\.self))
    details += open.details.filter { $0.role != "object" && !known.contains($0.participant) }
    var object = object
    // A clause's own words; an amount keeps its typed value.
    if case .value(let words, _) = open.object, case .value(let literal, _) = object,
      words.datatype == XSD.string, literal.datatype == XSD.string
    {
      object = open.object
    }
    return Claim(
      sentence: sentence, quote: quote, quoteText: quoteText, subject: subject,
      predicate: predicate, predicateText: predicateText, object: object, polarity: polarity,
      certainty: certainty, cue: cue, speaker: speaker, time: time, details: details,
      confidence: confidence, rule: rule)
  }
}
