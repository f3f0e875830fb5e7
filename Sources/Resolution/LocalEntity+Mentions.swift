import Extraction
import GraphModel

extension LocalEntity {
  /// Gathers what the mentions of one thing tell of it; they come in order of the text.
  init(_ members: [Int], of readings: MentionReadings, descriptions: Set<Description>) {
    let descriptions = descriptions.sorted()
    let mentions = readings.mentions
    let named = members.filter { readings.isProperName[$0] }
    let type = Self.majorityType(of: members, named: named, readings)
    let offset = members.map { mentions[$0].span.start }.min() ?? 0
    let gender = Self.gender(of: members, type: type, mentions)
    let number = Self.number(of: named.isEmpty ? members : named, mentions)
    if named.isEmpty {
      let head = Self.fullest(members, mentions)
      let label = mentions[head].kind == .unnamedSource ? mentions[head].text : mentions[head].core
      self.init(
        label: label, names: [:], type: type, isNamed: false, gender: gender, number: number,
        scope: members.allSatisfy(readings.isBareConcept) ? .corpus : .document,
        phrase: mentions[head].lemmaPhrase, offset: offset, descriptions: descriptions)
    } else {
      var names: [String: Int] = [:]
      for i in named {
        let bare = NameForm.bare(mentions[i].core, type: type)
        // "Senator from Oslo": without its title nothing.
        let isName = bare.first?.isLowercase != true || mentions[i].core.first?.isLowercase == true
        names[isName ? bare : mentions[i].core, default: 0] += 1
      }
      self.init(
        label: NameLabel.best(of: names, type: type), names: names, type: type, isNamed: true,
        gender: gender, number: number, scope: .corpus, phrase: "", offset: offset,
        descriptions: descriptions)
    }
  }

  /// The phrase that an unnamed thing was brought in with; if that has more than six words or one alone, the
  /// first of those of at most six that has most.
  private static func fullest(_ members: [Int], _ mentions: [Mention]) -> Int {
    var best = members.first { mentions[$0].kind != .pronoun } ?? members[0]
    guard mentions[best].kind != .unnamedSource, members.count > 1 else { return best }
    // "no clients" tells no more of the clients than "the clients".
    func length(_ i: Int) -> Int {
      let words = mentions[i].core.utf8.count { $0 == 0x20 } + 1
      return mentions[i].core.firstWordLowercased == "no" ? 0 : words
    }
    if (2...6).contains(length(best)) { return best }
    for i in members where mentions[i].kind == .nominal || mentions[i].kind == .name {
      if length(i) > length(best), length(i) <= 6 { best = i }
    }
    return best
  }

  /// The class that most typed mentions have; a name counts twice, and equal counts go to the
  /// class that comes first in the alphabet.
  private static func majorityType(
    of members: [Int], named: [Int], _ readings: MentionReadings
  ) -> String? {
    let mentions = readings.mentions
    if named.isEmpty, members.contains(where: { mentions[$0].kind == .unnamedSource }) {
      return EntityType.unnamedSource
    }
    if named.contains(where: { NameForm.endsInLegalForm(readings.words[$0]) }) {
      return EntityType.organization
    }
    if members.count == 1 { return readings.types[members[0]] }
    var votes: [String: Int] = [:]
    for i in members {
      guard let type = readings.types[i] else { continue }
      votes[type, default: 0] += readings.isProperName[i] ? 2 : 1
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static func gender(
    of members: [Int], type: String?, _ mentions: [Mention]
  ) -> Mention.Gender {
    var (female, male, neuter) = (0, 0, 0)
    for i in members {
      let titled =
        type == EntityType.person && mentions[i].kind == .name
        ? NameForm(mentions[i].core, type: type).gender : .unknown
      switch titled == .unknown ? mentions[i].gender : titled {
      case .female: female += 1
      case .male: male += 1
      case .neuter: neuter += type == EntityType.person ? 0 : 1
      case .unknown: break
      }
    }
    if female > max(male, neuter) { return .female }
    if male > max(female, neuter) { return .male }
    return neuter > max(female, male) ? .neuter : .unknown
  }

  private static func number(of members: [Int], _ mentions: [Mention]) -> Mention.Number {
    let singular = members.count { mentions[$0].number == .singular }
    let plural = members.count { mentions[$0].number == .plural }
    return singular == plural ? .unknown : singular > plural ? .singular : .plural
  }
}

extension MentionReadings {
  /// Whether a mention is a concept that is the same in every document: a bare plural or mass noun.
  ///
  /// The whole phrase is the core ("human rights violations"); a determiner, a possessor, a number
  /// or a restriction ("violations in Xinjiang") makes it a particular thing.
  fileprivate func isBareConcept(_ i: Int) -> Bool {
    let kind = mentions[i].kind
    guard kind == .nominal || (kind == .name && !isProperName[i]), !mentions[i].isDefinite,
      let first = words[i].first, let last = words[i].last,
      mentions[i].text == mentions[i].core || NameTokens(mentions[i].text).words == words[i]
    else { return false }
    return mentions[i].text.firstWordLowercased != "the"
      && !NameTables.indefinites.contains(last)
      && !NameTables.determiners.contains(first)
      && !(first.utf8.first.map { (0x30...0x39).contains($0) } ?? true)
  }
}

extension Mention {
  /// The core in lower case, its head replaced by the lemma: "human rights violation".
  fileprivate var lemmaPhrase: String {
    var words = core.lowercased().unicodeScalars.split { $0.properties.isWhitespace }
      .map { String(Substring($0)) }
    let stem = headStem
    if let place = words.lastIndex(where: { $0.utf8.starts(with: stem) }) {
      words[place] = headLemma
    }
    return words.joined(separator: " ")
  }
}
