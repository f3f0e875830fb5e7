/// The pass over headlines and leads, which speak of a thing anew before they name it: "Climber falls … A British
/// climber has died … Ann Lee, 32, fell".
extension MentionClusters {
  /// Joins singular noun phrases of headlines and leads to what they introduce, where a trained scorer is sure of it:
  /// to a phrase with the same head on the other side of a headline, to a person who is named later, and to a name
  /// that the noun is told of.
  ///
  /// Runs last, when it is known how often a thing is spoken of and by what pronouns.
  ///
  /// - Complexity: O(*n*²) in the mentions of the first dozen sentences.
  mutating func joinHeadlines() {
    let headlines = Headlines(trees)
    let last = headlines.body + Headlines.horizon
    let lead = Array(mentions.indices.prefix { mentions[$0].sentence <= last })
    let things = lead.filter { clusterOf[$0] == $0 && !isPlural($0) }
    var links: [(score: Double, phrase: Int, thing: Int)] = []
    for i in lead where introduces(i, headlines) {
      let candidates = things.filter { canBe(i, $0, headlines) }
      let scored = candidates.map {
        (score: HeadlinePair(i, $0, among: candidates, in: self).score, phrase: i, thing: $0)
      }
      guard let best = scored.max(by: { ($0.score, $1.thing) < ($1.score, $0.thing) }),
        best.score >= HeadlinePair.threshold
      else { continue }
      // Of two things that the text brings up, about as likely, it is left open which.
      let isOpen =
        !headlines.contains(mentions[best.thing].sentence)
        && scored.contains {
          $0.thing != best.thing && !headlines.contains(mentions[$0.thing].sentence)
            && best.score - $0.score < HeadlinePair.lead
        }
      if isOpen { continue }
      links.append(best)
    }
    links.sort { ($1.score, $0.phrase) < ($0.score, $1.phrase) }
    for link in links where !(isNamed(link.phrase) && isNamed(link.thing)) {
      // What is brought up twice in the text is two things.
      let isTwice = links.contains {
        $0.thing == link.thing && $0.phrase != link.phrase && isIntroduced($0.phrase, headlines)
      }
      if isTwice, isIntroduced(link.phrase, headlines), !isNamed(link.thing) { continue }
      join(link.phrase, link.thing)
    }
  }

  /// Whether a phrase with "a" stands in the text, not in a headline.
  private func isIntroduced(_ phrase: Int, _ headlines: Headlines) -> Bool {
    mentions[phrase].definiteness == .indefinite && !headlines.contains(mentions[phrase].sentence)
  }

  /// Whether a mention is the first noun phrase of a thing without a name, and may be another word for something.
  private func introduces(_ index: Int, _ headlines: Headlines) -> Bool {
    let mention = mentions[index]
    return mention.kind == .nominal && mention.sentence <= headlines.body + Headlines.reach
      && !isNamed(index) && cluster(of: index).first { mentions[$0].kind == .nominal } == index
      && !isPlural(index) && refers(index) && mention.appositionTo == nil
      && !isContrasted(index)
  }

  /// Whether a noun is rather the first word of a name: a name follows, or another capital where the sentence does not
  /// write all its words with one.
  private func isBeforeName(_ index: Int) -> Bool {
    let tokens = trees[mentions[index].sentence].tokens
    let head = mentions[index].head
    guard tokens.indices.contains(head + 1) else { return false }
    if tokens[head + 1].upos == .propn { return true }
    let isCapital = { (token: Token) in
      token.form.utf8.first.map(SentenceStarters.isCapital) ?? false
    }
    return isCapital(tokens[head]) && isCapital(tokens[head + 1])
      && tokens.contains { [.noun, .verb, .adj].contains($0.upos) && !isCapital($0) }
  }

  /// Whether a phrase may be a thing: they agree, and the thing has the same noun or is a person yet to be named.
  private func canBe(_ phrase: Int, _ thing: Int, _ headlines: Headlines) -> Bool {
    guard clusterOf[phrase] != clusterOf[thing] else { return false }
    let mention = mentions[phrase]
    let known = summary(of: thing)
    let isHeadline = headlines.contains(mention.sentence)
    if known.isNamed {
      guard mention.sentence <= headlines.body + 1,
        isHeadline || mentions[thing].sentence >= mention.sentence
      else { return false }
      let isTold =
        known.properties.contains(mention.headLemma)
        && mention.modifiers.isSubset(of: known.words.union(known.properties))
      let isPerson = kind(of: phrase) == .person || NounClasses.isAgent(mention.headLemma)
      guard
        isTold && (mention.definiteness == .definite || isHeadline)
          || isPerson && known.kind == .person && mention.definiteness != .definite
      else { return false }
    } else {
      guard
        let other = cluster(of: thing).first(where: {
          mentions[$0].kind == .nominal && mentions[$0].headLemma == mention.headLemma && refers($0)
        }), !isContrasted(other), mentions[other].sentence != mention.sentence,
        isHeadline || headlines.contains(mentions[other].sentence),
        mentions[other].sentence <= headlines.body + Headlines.reach
      else { return false }
    }
    return agree(phrase, thing)
  }

  /// Whether nothing tells two things apart: kind, gender, owner, age, one standing in the other or beside it in a clause.
  private func agree(_ left: Int, _ right: Int) -> Bool {
    if let a = kind(of: left), let b = kind(of: right), a != b { return false }
    if let a = gender(of: left), let b = gender(of: right), a != b { return false }
    let (first, second) = (cluster(of: left), cluster(of: right))
    let owners = (first.compactMap(owner), second.compactMap(owner))
    guard
      owners.0.allSatisfy({ a in
        owners.1.allSatisfy { a >= 0 && $0 >= 0 && clusterOf[a] == clusterOf[$0] }
      })
    else { return false }
    let (numbers, ages) = (numbers(of: left), Set(second.flatMap(ages)))
    guard numbers.isEmpty || ages.isEmpty || !numbers.isDisjoint(with: ages) else { return false }
    return first.allSatisfy { i in
      second.allSatisfy { j in
        guard mentions[i].sentence == mentions[j].sentence else { return true }
        let tokens = trees[mentions[i].sentence].tokens
        let (a, b) = (tokens[mentions[i].head].head, tokens[mentions[j].head].head)
        return !overlap(i, j) && !(a == b && a >= 0) && a != mentions[j].head
          && b != mentions[i].head
      }
    }
  }

  /// What a mention's verb says of it: what it does, or what is done to it.
  func predicate(_ index: Int) -> String? {
    let mention = mentions[index]
    let tree = trees[mention.sentence]
    let head = tree.tokens[mention.head]
    if tree.tokens.indices.contains(head.head), tree.tokens[head.head].upos == .verb {
      let lemma = tree.tokens[head.head].lemma.lowercased()
      if head.relation.universal == "obj" || head.relation.full == "nsubj:pass" {
        return "o " + lemma
      }
      if head.relation.universal == "nsubj" { return "s " + lemma }
    }
    guard
      let verb = tree.children(mention.head, ["acl"]).map({ tree.tokens[$0] })
        .first(where: { $0.upos == .verb })
    else { return nil }
    return (verb.xpos == "VBN" ? "o " : "s ") + verb.lemma.lowercased()
  }

  /// Whether a noun phrase is of its own, and neither a property nor a time nor the beginning of a name.
  private func refers(_ index: Int) -> Bool {
    let mention = mentions[index]
    let head = trees[mention.sentence].tokens[mention.head]
    return head.upos == .noun && head.relation.universal != "compound" && !isPredicate(index)
      && !isBeforeName(index)
      && TimeLexicon.units[mention.headLemma] == nil && TimeLexicon.parts[mention.headLemma] == nil
  }

  /// Whether a phrase says that it is another thing than one spoken of.
  private func isContrasted(_ index: Int) -> Bool {
    !mentions[index].modifiers.isDisjoint(with: Self.contrasts.union(["second", "third"]))
  }

  private func isPlural(_ index: Int) -> Bool {
    cluster(of: index).contains {
      guard mentions[$0].kind == .nominal else { return false }
      let tag = trees[mentions[$0].sentence].tokens[mentions[$0].head].xpos
      return tag == "NNS" || tag == "NNPS"
    }
  }

  /// The numbers before a phrase's head: "a 32-year-old climber".
  private func numbers(of index: Int) -> Set<String> {
    let mention = mentions[index]
    guard mention.tokens.lowerBound < mention.head else { return [] }
    return Set(
      trees[mention.sentence].tokens[mention.tokens.lowerBound..<mention.head].flatMap {
        $0.form.split { !$0.isASCII || !$0.isNumber }.map(String.init)
      })
  }

  /// The ages that a mention may tell: "Ann Lee, 32", "a 32-year-old climber".
  private func ages(of index: Int) -> Set<String> {
    let mention = mentions[index]
    guard mention.kind != .pronoun else { return [] }
    guard mention.kind == .name else { return numbers(of: index) }
    let after = trees[mention.sentence].tokens.dropFirst(mention.tokens.upperBound).prefix(2)
    guard after.count == 2, after.first?.form == ",", let age = after.last?.form,
      age.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return [] }
    return [age]
  }
}
