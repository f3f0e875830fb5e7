/// Which links of pronouns are good enough to gather what is told of a thing, but not to state anything of it.
extension MentionClusters {
  /// The least lead over the next best antecedent.
  private static let safeLead = 6
  /// The least score of an antecedent that is neither a person nor a body.
  private static let safeScore = 34

  /// Whether a link is unsure: of two antecedents about as good, far away, from an antecedent that was linked so
  /// itself; of "it" and "they" also to what is no subject, and to a place, which is seldom what acts.
  ///
  /// Of such links of "it" and "they" less than half are right in news, of the others more than four in five.
  func isTentative(_ link: PronounLink, of index: Int, _ pronoun: Pronoun) -> Bool {
    let (found, mention) = (mentions[link.mention], mentions[index])
    let distance = mention.sentence - found.sentence
    if let lead = link.lead, lead < Self.safeLead { return true }
    if found.kind == .pronoun, tentative.contains(link.mention) { return true }
    guard pronoun.isAnimate != true else { return distance > 1 }
    let kind = kind(of: link.mention)
    if found.role != .subject, kind != .organization || distance > 0 { return true }
    switch kind {
    // "They" for one body is mostly for others.
    case .organization: return pronoun.isPlural && found.number != .plural && found.kind != .pronoun
    case .person: return distance > 1
    case .place: return distance > 0 || link.lead.map { $0 < 9 } ?? false
    case nil: return distance > 1 || link.score < Self.safeScore
    }
  }
}
