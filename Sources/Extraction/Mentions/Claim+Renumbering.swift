extension Claim {
  /// The same claim over mentions that stand in another order.
  func renumbered(_ place: [Int]) -> Claim {
    Claim(
      sentence: sentence, quote: quote, quoteText: quoteText, subject: place[subject],
      predicate: predicate,
      predicateText: predicateText, object: object?.renumbered(place), polarity: polarity,
      certainty: certainty,
      cue: cue, speaker: speaker.map { place[$0] }, time: time,
      details: details.map {
        Detail(role: $0.role, participant: $0.participant.renumbered(place), text: $0.text)
      }, confidence: confidence, rule: rule)
  }
}

extension Participant {
  fileprivate func renumbered(_ place: [Int]) -> Participant {
    if case .mention(let index) = self { return .mention(place[index]) }
    return self
  }
}
