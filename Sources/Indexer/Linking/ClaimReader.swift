import Extraction
import GraphModel
import Resolution

/// Turns the claims of one document, which speak of mentions, into statements, which speak of
/// entities.
struct ClaimReader {
  /// The document.
  let document: DocumentID
  /// Its mentions.
  let mentions: [Mention]
  /// For each mention, whether its words equal the text at its place.
  let isExact: [Bool]
  /// For each mention, the index of its entity in `table`.
  let entities: [Int]
  /// All entities.
  let table: [Entity]

  /// The content of the statement that a claim makes, or `nil` if it ties a thing to itself.
  func content(of claim: Claim) -> Statement.Content? {
    let subject = id(claim.subject)
    let object: StatementObject
    switch claim.object {
    case .none:
      object = .literal(Literal(value: "true", datatype: XSD.boolean, text: ""))
    case .mention(let mention):
      guard id(mention) != subject else { return nil }
      object = .entity(id(mention))
    case .value(let literal, _): object = .literal(literal)
    }
    return Statement.Content(
      subject: subject, predicate: claim.predicate, object: object, polarity: claim.polarity,
      certainty: claim.certainty, speaker: claim.speaker.map(id), time: claim.time,
      qualifiers: claim.details.map { detail in
        switch detail.participant {
        case .mention(let mention):
          Qualifier(role: detail.role, value: .entity(id(mention)), text: detail.text)
        case .value(let literal, _):
          Qualifier(role: detail.role, value: .literal(literal), text: detail.text)
        }
      })
  }

  /// The evidence that a claim gives.
  func evidence(of claim: Claim) -> Evidence {
    var object: MentionText?
    switch claim.object {
    case .mention(let mention): object = words(mention)
    case .value(let literal, let span):
      object = MentionText(text: literal.text, span: span)
    case .none: object = nil
    }
    return Evidence(
      document: document, sentence: claim.sentence, span: claim.quote, quote: claim.quoteText,
      rule: claim.rule, subject: words(claim.subject), object: object,
      predicateText: claim.predicateText)
  }

  /// The indexes of the entities that a claim speaks of.
  func participants(of claim: Claim) -> [Int] {
    var result = [entities[claim.subject]]
    if case .mention(let mention) = claim.object { result.append(entities[mention]) }
    if let speaker = claim.speaker { result.append(entities[speaker]) }
    for detail in claim.details {
      if case .mention(let mention) = detail.participant { result.append(entities[mention]) }
    }
    return result
  }

  private func id(_ mention: Int) -> EntityID { table[entities[mention]].id }

  private func words(_ mention: Int) -> MentionText? {
    guard isExact[mention] else { return nil }
    return MentionText(text: mentions[mention].text, span: mentions[mention].span)
  }
}
