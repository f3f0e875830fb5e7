/// How far each rule's facts can be trusted beside what their clause tells.
enum RuleConfidence {
  /// What a reading has to be worth before the document is made to vouch for it.
  static let least = 0.5

  /// The shift of the log-odds of a clause's confidence for a rule.
  static func shift(_ rule: String) -> Double { shifts[rule] ?? 0 }

  /// The confidence of a fact that a noun phrase states: the rule's, less with the sentence's length
  /// and the distance between the two sides.
  static func nominal(_ fact: Fact, in tree: SentenceTree) -> Double {
    var logOdds = nominal[fact.rule] ?? 0.5
    logOdds -= Double(min(tree.count, 60)) / 60
    if case .phrase(let object) = fact.object {
      logOdds -= Double(min(abs(object - fact.subject), 20)) / 20
    }
    if tree.name(at: fact.subject) != nil { logOdds += 0.5 }
    return ConfidenceModel.probability(logOdds)
  }

  private static let shifts: [String: Double] = [
    "clause/verb": 0.4, "clause/copula": 0.5, "clause/content": 0.6, "clause/preposition": 0.1,
    "clause/object-preposition": -0.5, "clause/intransitive": 1.6, "clause/gap": -0.3,
    "clause/agent": 0.3,
    "clause/passive": 0.2, "clause/gerund": -0.2, "clause/existential": 1.6,
    "clause/attribute": 0.2,
  ]

  private static let nominal: [String: Double] = [
    "nominal/apposition": 2.0, "nominal/apposition-name": 2.0, "nominal/title": 2.4,
    "nominal/role": 2.0,
    "nominal/country": 1.8, "nominal/place-in-place": 1.6, "nominal/possession": 1.0,
    "nominal/amount": 1.8,
    "nominal/example": 1.6, "nominal/age": 2.5,
  ]
}
