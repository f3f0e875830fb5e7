/// Makes the names of one document agree with each other.
///
/// A sentence alone may not tell whether *Xinhua* is a person or that *Fallujah* is a name at all,
/// where another sentence of the same text does. What the sentences say is added up for each string:
/// its occurrences get the kind that is likeliest over all, and an occurrence that was passed over
/// becomes a name if most of the document's evidence says so (one sense per discourse: Gale, Church
/// and Yarowsky 1992).
enum DocumentNames {
  /// What another occurrence counts beside the sentence's own words.
  private static let weightOfOthers = 0.5
  /// The mean probability over all occurrences from which a string that was passed over is a name.
  private static let leastMean = 0.5

  /// An occurrence of a string in a sentence.
  private struct Occurrence {
    var sentence: Int
    var tokens: Range<Int>
    var probabilities: KindValues
  }

  /// Reconciles the names of a document's sentences.
  ///
  /// `forms` has the words of each sentence. Only strings that begin with a capital are compared, and
  /// only with strings of the same letters.
  ///
  /// O(*n*) in words.
  static func reconcile(
    _ sentences: inout [SentenceNames], forms: some RandomAccessCollection<[String]>
  ) {
    let strings = names(in: sentences, forms)
    guard !strings.isEmpty else { return }
    for occurrences in find(strings, in: sentences, forms) where occurrences.count > 1 {
      settle(occurrences, in: &sentences)
    }
    for index in sentences.indices {
      sentences[index].names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
  }

  /// The strings that are a name somewhere, by their first word, as they first come.
  private static func names(
    in sentences: [SentenceNames], _ forms: some RandomAccessCollection<[String]>
  ) -> [String: [[String]]] {
    var strings: [String: [[String]]] = [:]
    for (sentence, words) in zip(sentences, forms) {
      for name in sentence.names {
        let string = Array(words[name.tokens])
        guard isCapitalised(string[0]), strings[string[0]]?.contains(string) != true else {
          continue
        }
        strings[string[0], default: []].append(string)
      }
    }
    return strings
  }

  /// Where each string stands, in the order of first occurrences.
  private static func find(
    _ strings: [String: [[String]]], in sentences: [SentenceNames],
    _ forms: some RandomAccessCollection<[String]>
  ) -> [[Occurrence]] {
    var places: [[String]: Int] = [:]
    var found: [[Occurrence]] = []
    for (sentence, words) in forms.enumerated() {
      for (start, word) in words.enumerated() where isCapitalised(word) {
        for string in strings[word] ?? [] where words[start...].starts(with: string) {
          let tokens = start..<start + string.count
          let place = places[string] ?? found.count
          if place == found.count {
            places[string] = place
            found.append([])
          }
          found[place].append(
            Occurrence(
              sentence: sentence, tokens: tokens,
              probabilities: sentences[sentence].evidence.probabilities(of: tokens)))
        }
      }
    }
    return found
  }

  /// Gives the occurrences of one string their kinds.
  private static func settle(
    _ occurrences: [Occurrence], in sentences: inout [SentenceNames]
  ) {
    var total = KindValues()
    for occurrence in occurrences {
      for kind in NameSpan.Kind.allCases { total[kind] += occurrence.probabilities[kind] }
    }
    let likeliest = best(total)
    let isName = total[likeliest] >= leastMean * Double(occurrences.count)
    for occurrence in occurrences {
      let tokens = occurrence.tokens
      let own = occurrence.probabilities
      var names = sentences[occurrence.sentence].names
      if let at = names.firstIndex(where: { $0.tokens == tokens }) {
        var scores = own
        for kind in NameSpan.Kind.allCases {
          scores[kind] = own[kind] + weightOfOthers * (total[kind] - own[kind])
        }
        names[at] = NameSpan(tokens: tokens, kind: best(scores))
      } else if isName, own.sum >= NameEvidence.least,
        !names.contains(where: { $0.tokens.overlaps(tokens) })
      {
        names.append(NameSpan(tokens: tokens, kind: likeliest))
      }
      sentences[occurrence.sentence].names = names
    }
  }

  private static func best(_ scores: KindValues) -> NameSpan.Kind {
    var best = NameSpan.Kind.allCases[0]
    for kind in NameSpan.Kind.allCases where scores[kind] > scores[best] { best = kind }
    return best
  }

  private static func isCapitalised(_ word: String) -> Bool {
    word.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
  }
}
