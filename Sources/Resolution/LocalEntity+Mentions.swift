import Extraction
import GraphModel

extension LocalEntity {
  /// Gathers what the mentions of one thing tell of it; they come in order of the text.
  init(mentions: [Mention], descriptions: Set<Description>) {
    let descriptions = descriptions.sorted()
    let named = mentions.filter(\.isProperName)
    let type = Self.majorityType(of: mentions, named: named)
    let offset = mentions.map(\.span.start).min() ?? 0
    let gender = Self.gender(of: mentions, type: type)
    let number = Self.number(of: named.isEmpty ? mentions : named)
    if named.isEmpty {
      let head = Self.fullest(mentions)
      self.init(
        label: head.kind == .unnamedSource ? head.text : head.core, names: [:], type: type,
        isNamed: false, gender: gender, number: number,
        scope: mentions.allSatisfy(\.isBareConcept) ? .corpus : .document, phrase: head.lemmaPhrase,
        offset: offset, descriptions: descriptions)
    } else {
      var names: [String: Int] = [:]
      for mention in named { names[NameForm.bare(mention.core, type: type), default: 0] += 1 }
      self.init(
        label: NameLabel.best(of: names, type: type), names: names, type: type, isNamed: true,
        gender: gender, number: number, scope: .corpus, phrase: "", offset: offset,
        descriptions: descriptions)
    }
  }

  /// The phrase that tells most of an unnamed thing: of those of at most six words, the first that
  /// has most.
  private static func fullest(_ mentions: [Mention]) -> Mention {
    var best = mentions.first { $0.kind != .pronoun } ?? mentions[0]
    guard best.kind != .unnamedSource else { return best }
    func length(_ mention: Mention) -> Int { mention.core.utf8.count { $0 == 0x20 } + 1 }
    for mention in mentions where mention.kind == .nominal || mention.kind == .name {
      if length(mention) > length(best), length(mention) <= 6 { best = mention }
    }
    return best
  }

  /// The class that most typed mentions have; a name counts twice, and equal counts go to the
  /// class that comes first in the alphabet.
  private static func majorityType(of mentions: [Mention], named: [Mention]) -> String? {
    if mentions.contains(where: { $0.kind == .unnamedSource }), named.isEmpty {
      return EntityType.unnamedSource
    }
    if named.contains(where: { NameForm($0.core, type: nil).hasLegalForm }) {
      return EntityType.organization
    }
    var votes: [String: Int] = [:]
    for mention in mentions {
      let isName = mention.isProperName
      guard let type = isName ? mention.nameType : mention.type else { continue }
      votes[type, default: 0] += isName ? 2 : 1
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static func gender(of mentions: [Mention], type: String?) -> Mention.Gender {
    var votes: [Mention.Gender: Int] = [:]
    for mention in mentions {
      let titled =
        type == EntityType.person && mention.kind == .name
        ? NameForm(mention.core, type: type).gender : .unknown
      let gender = titled == .unknown ? mention.gender : titled
      if gender != .unknown { votes[gender, default: 0] += 1 }
    }
    if type == EntityType.person { votes[.neuter] = nil }
    let (female, male) = (votes[.female, default: 0], votes[.male, default: 0])
    let neuter = votes[.neuter, default: 0]
    if female > max(male, neuter) { return .female }
    if male > max(female, neuter) { return .male }
    return neuter > max(female, male) ? .neuter : .unknown
  }

  private static func number(of mentions: [Mention]) -> Mention.Number {
    let singular = mentions.count { $0.number == .singular }
    let plural = mentions.count { $0.number == .plural }
    return singular == plural ? .unknown : singular > plural ? .singular : .plural
  }
}

extension Mention {
  /// Whether it is a concept that is the same in every document: a bare plural or mass noun.
  ///
  /// The whole phrase is the core ("human rights violations"); a determiner, a possessor, a number
  /// or a restriction ("violations in Xinjiang") makes it a particular thing.
  fileprivate var isBareConcept: Bool {
    guard kind == .nominal || (kind == .name && !isProperName), !isDefinite else { return false }
    let phrase = NameTokens(text).words
    guard phrase == NameTokens(core).words, let first = phrase.first else { return false }
    return !text.lowercased().hasPrefix("the ")
      && !NameTables.indefinites.contains(phrase[phrase.count - 1])
      && !NameTables.determiners.contains(first)
      && !(first.utf8.first.map { (0x30...0x39).contains($0) } ?? true)
  }

  /// The core in lower case, its head replaced by the lemma: "human rights violation".
  fileprivate var lemmaPhrase: String {
    var words = core.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    let stem = headLemma.prefix(max(2, headLemma.count - 2))
    if let place = words.lastIndex(where: { $0.hasPrefix(stem) }) { words[place] = headLemma }
    return words.joined(separator: " ")
  }
}
