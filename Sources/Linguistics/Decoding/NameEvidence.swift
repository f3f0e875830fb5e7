internal import GraphModel

/// How likely the words of a sentence are to be parts of names, beyond the one best reading.
///
/// Only words with some likelihood are kept: few in most sentences.
struct NameEvidence: Sendable {
  /// A word is kept if it is part of a name with at least this probability.
  static let least = 0.02

  /// The probabilities that a word begins, and that it goes on, a name of each kind.
  private struct Row: Sendable {
    var word: Int
    var begins = KindValues()
    var goesOn = KindValues()
  }

  private var rows: [Row] = []

  /// No evidence of names.
  static let none = NameEvidence()

  private init() {}

  /// Turns the scores of name tags into probabilities, word by word (softmax).
  ///
  /// `scores` holds the score of each tag for each word; words are rows of `stride` floats.
  init(_ scores: UnsafePointer<Float>, tags: [NameTag], words: Int, stride: Int) {
    for word in 0..<words {
      let row = scores + word * stride
      var highest = row[0]
      for tag in 1..<tags.count { highest = max(highest, row[tag]) }
      let weights = tags.indices.map {
        ReproducibleMath.exponential(Double(row[$0] - highest))
      }
      var total = 0.0
      var outside = 0.0
      for (tag, weight) in zip(tags, weights) {
        total += weight
        if tag == .outside { outside += weight }
      }
      guard total - outside >= Self.least * total else { continue }
      var kept = Row(word: word)
      for (tag, weight) in zip(tags, weights) {
        switch tag {
        case .outside: break
        case .begin(let kind): kept.begins[kind] = weight / total
        case .inside(let kind): kept.goesOn[kind] = weight / total
        }
      }
      rows.append(kept)
    }
  }

  /// The probability that words are exactly one name, by its kind, if the words' tags are independent.
  ///
  /// O(log *n* + *m*) for *n* kept words and a name of *m*.
  func probabilities(of tokens: Range<Int>) -> KindValues {
    var at = firstRow(from: tokens.lowerBound)
    guard at < rows.count, rows[at].word == tokens.lowerBound else { return KindValues() }
    var result = rows[at].begins
    for word in tokens.dropFirst() {
      at += 1
      guard at < rows.count, rows[at].word == word else { return KindValues() }
      for kind in NameSpan.Kind.allCases { result[kind] *= rows[at].goesOn[kind] }
    }
    at += 1
    if at < rows.count, rows[at].word == tokens.upperBound {
      let ends = 1 - rows[at].goesOn.sum
      for kind in NameSpan.Kind.allCases { result[kind] *= ends }
    }
    return result
  }

  private func firstRow(from word: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].word < word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Adds the evidence of the next part of a long sentence.
  mutating func append(_ part: NameEvidence, after words: Int) {
    rows += part.rows.map {
      var row = $0
      row.word += words
      return row
    }
  }
}

/// A number for each kind of name.
struct KindValues: Hashable, Sendable {
  private var person = 0.0
  private var organization = 0.0
  private var place = 0.0

  /// The number of a kind.
  subscript(kind: NameSpan.Kind) -> Double {
    get {
      switch kind {
      case .person: person
      case .organization: organization
      case .place: place
      }
    }
    set {
      switch kind {
      case .person: person = newValue
      case .organization: organization = newValue
      case .place: place = newValue
      }
    }
  }

  /// All numbers together, added in the order of the kinds.
  var sum: Double { 0 + person + organization + place }
}

extension NameSpan.Kind {
  /// The kind's place among all kinds.
  var index: Int {
    switch self {
    case .person: 0
    case .organization: 1
    case .place: 2
    }
  }
}
