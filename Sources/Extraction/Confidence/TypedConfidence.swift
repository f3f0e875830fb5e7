import GraphModel

/// A logistic model of how likely a typed relation is read right.
///
/// The weights were fitted to statements that the development parts of KnowledgeNet, Re-DocRED and
/// DWIE have a say on, by `Benchmarks/relations/calibrate.py`, which prints this table. A rule that
/// they say nothing about, such as one of a user's vocabulary, has no offset. To fit anew, run the
/// script on the output of a program whose weights are 1 for `trust` and 0 otherwise.
struct TypedConfidence {
  /// The pattern's own trust in the match, in 0...1.
  var trust: Double
  /// The name of the rule.
  var rule: String
  /// The code points between the two sides.
  var gap: Int
  /// The length of the sentence in code points.
  var length: Int
  var isPronounSubject: Bool
  var isPronounObject: Bool

  /// The confidence, in 0.01...0.99.
  var value: Double {
    let bounded = min(max(trust, 0.05), 0.95)
    var sum = 0.280 + (Self.offsets[rule] ?? 0)
    sum += 0.784 * ReproducibleMath.logarithm(bounded / (1 - bounded))
    sum -= 0.082 * (ReproducibleMath.logarithm(Double(1 + max(gap, 0))) - 3)
    sum -= 0.471 * (ReproducibleMath.logarithm(Double(1 + max(length, 0))) - 5)
    if isPronounSubject { sum += 0.871 }
    if isPronounObject { sum += 0.621 }
    return ConfidenceModel.probability(sum)
  }

  private static let offsets: [String: Double] = [
    "appoint/by": -0.43, "award/give": 0.13, "award/win": 0.47, "board/verb": -0.19,
    "born/birthplace": 0.11, "born/date": 1.35, "born/native": 0.40, "born/place": 0.51,
    "born/span": 1.37, "capital/noun": -0.14, "chair/noun": 0.43, "chief-executive/noun": 0.36,
    "chief-executive/serve": 0.33, "child/born": 0.15, "child/have": 0.38, "child/noun": -0.20,
    "child/parent": -0.07, "citizen/adjective": 1.49, "citizen/name": -0.41,
    "citizen/noun": -0.25, "coach/noun": 0.07, "country/apposition": -0.19,
    "country/possessive": 0.50, "create/verb": 0.08, "died/date": 0.35, "died/killed": 0.32,
    "died/noun": 0.06, "died/place": 0.24, "died/span": 1.16, "found/begin": -0.40,
    "found/create": -0.47, "found/date": -0.37, "found/noun": -0.10, "found/since": 0.38,
    "found/start": -1.02, "found/verb": -0.15, "head/noun": 1.02, "headquarters/noun": -0.44,
    "headquarters/organization": -0.27, "headquarters/verb": 0.27, "lead/noun": 0.24,
    "lead/verb": -1.10, "live/grow": 0.29, "live/move": -0.06, "live/noun": 0.10,
    "live/raise": 0.34, "live/verb": 0.51, "located/beside": -0.44, "located/in": -0.56,
    "located/organization": -0.98, "located/region": 0.06, "located/verb": -0.96,
    "marry/adjective": 0.06, "marry/both": 0.14, "marry/noun": 0.45, "marry/passive": 0.42,
    "marry/verb": -0.17, "meet/verb": -0.24, "member/board": -0.52, "member/join": -0.73,
    "member/noun": -0.94, "member/serve": -1.47, "own/noun": -1.20, "own/thing": -0.41,
    "own/verb": -0.08, "party/name": -0.27, "party/politician": 0.66,
    "party/politician-name": -0.35, "party/represent": 0.09, "party/stand": 0.11,
    "play/noun": -0.49, "play/verb": -0.57, "produce/verb": 0.11, "publish/verb": -0.35,
    "resign/from": 0.25, "resign/leave": 0.20, "role/noun": -0.29, "role/serve": -0.57,
    "sibling/both": 0.55, "sibling/noun": 0.30, "study/attend": 0.25, "study/degree": -0.21,
    "study/go": 0.07, "study/noun": 0.44, "study/verb": 1.03, "subsidiary/as": 0.22,
    "subsidiary/noun": 0.47, "subsidiary/parent": -0.28, "work/employ": 0.05, "work/join": -0.41,
    "work/name": -0.26, "work/noun": -0.29, "work/title": -0.18, "work/verb": 0.10,
  ]
}
