import Extraction
import GraphModel

extension NameSenses {
  /// Joins the senses that are one entity.
  mutating func link() {
    linkClasses()
    linkAliases()
    computeContexts()
    linkShortOrganizations()
    linkModels()
    linkTurnedNames()
    computeContexts()
    linkFamilyNames()
    linkStories()
    linkKinds()
  }

  /// Gives things of unknown class to the class that their name has elsewhere, and rare classes to
  /// one that is at least ten times as common: they are errors of reading.
  private mutating func linkClasses() {
    var sameWords: [String: [Int]] = [:]
    for s in 0..<firstWeak where !senses[s].form.isKind {
      sameWords[senses[s].form.anyClassKey, default: []].append(s)
    }
    for (_, group) in sameWords where group.count > 1 {
      let typed = group.filter { senses[$0].type != nil && senses[$0].distinction.isEmpty }
        .sorted { (senses[$1].occurrences.count, $0) < (senses[$0].occurrences.count, $1) }
      guard let main = typed.first else { continue }
      let count = senses[main].occurrences.count
      let second = typed.dropFirst().first.map { senses[$0].occurrences.count } ?? 0
      for s in group where s != main && senses[s].distinction.isEmpty {
        let own = senses[s].occurrences.count
        if senses[s].type == nil ? second * 2 <= count : count >= 10 && own * 10 <= count {
          join(main, s, because: senses[s].type == nil ? .unknownClass : .rareClass)
        }
      }
    }
  }

  /// Joins a short name with the fuller one that it stands for in some document, if it stands for
  /// no other in any.
  ///
  /// The last word alone says of what kind a thing is, and each document means its own by it: "Parliament"
  /// in a text about the European Parliament.
  private mutating func linkAliases() {
    var indexOfKey: [String: Int] = [:]
    for s in 0..<firstWeak where senses[s].form.style == .other && !senses[s].form.isKind {
      indexOfKey[(senses[s].type ?? "") + "\u{1}" + senses[s].form.key] = s
    }
    var claims: [Int: Set<Int>] = [:]
    var witness: [Int: Int] = [:]
    for s in 0..<firstWeak where senses[s].form.style == .other {
      for (local, occurrence) in zip(locals(of: s), senses[s].occurrences)
      where local.names.count > 1 {
        for name in local.names.keys {
          let form = form(name, type: senses[s].type)
          guard form.key != senses[s].form.key,
            let short = indexOfKey[(senses[s].type ?? "") + "\u{1}" + form.key], short != s,
            form.words.count != 1 || form.words.last != senses[s].form.words.last
              || senses[s].form.model != nil
          else { continue }
          claims[short, default: []].insert(s)
          witness[short] = min(witness[short] ?? .max, occurrence.document)
        }
      }
    }
    let shorts = claims.keys.sorted {
      (senses[$1].form.key.utf8.count, senses[$0].form.key)
        < (senses[$0].form.key.utf8.count, senses[$1].form.key)
    }
    for short in shorts {
      let roots = Set(claims[short, default: []].map { root(of: $0) })
      if roots.count == 1, let root = roots.first {
        join(short, root, because: .usedFor(documents[witness[short] ?? 0].document))
      }
    }
  }

  /// Joins acronyms and short company names with the only fuller name that fits in all documents.
  private mutating func linkShortOrganizations() {
    var byInitials: [String: [Int]] = [:]
    var byPart: [String: [Int]] = [:]
    for s in 0..<firstWeak {
      let form = senses[s].form
      guard form.style == .other, senses[s].type != EntityType.place, form.known == nil else {
        continue
      }
      for initials in form.initials { byInitials[initials, default: []].append(s) }
      for word in Set(form.words.prefix(2)) where form.words.count > 1 {
        byPart[word, default: []].append(s)
      }
    }
    for s in 0..<firstWeak {
      let form = senses[s].form
      guard form.style == .other, senses[s].type != EntityType.place, form.known == nil,
        form.words.count == 1
      else { continue }
      let word = form.words[0]
      let block = (form.isAcronym ? byInitials[word] : byPart[word]) ?? []
      var roots: [Int: Int] = [:]
      for full in block where full != s {
        // Makes are weighed by themselves.
        switch form.shortening(of: senses[full].form) {
        case nil, .withoutMaker, .partOfModel: continue
        default: break
        }
        guard senses[full].type == senses[s].type || senses[s].type == nil else { continue }
        roots[root(of: full)] = full
      }
      guard roots.count == 1, let full = roots.values.first, root(of: s) != root(of: full) else {
        continue
      }
      if form.isAcronym && word.utf8.count > 3 || sharesContext(s, full) {
        join(s, full, because: form.isAcronym ? .initials : .shortName)
      }
    }
  }

  /// Joins the names of a make that tell different parts of it, "A380" with "Airbus A380", "787" with "787 Dreamliner",
  /// if one maker at most and one nickname at most are told with the designation.
  private mutating func linkModels() {
    var bodies: Set<String> = []
    var same: [String: [(sense: Int, model: NameForm.Model)]] = [:]
    for s in 0..<firstWeak {
      if senses[s].type == EntityType.organization { bodies.insert(senses[s].form.words.joined()) }
      if let model = senses[s].form.model {
        same[model.designation, default: []].append((s, model))
      }
    }
    for (_, group) in same.sorted(by: { $0.key < $1.key }) {
      let makes = group.filter {
        $0.model.maker.isEmpty || bodies.contains($0.model.maker.joined())
      }
      let makers = Set(makes.map(\.model.maker).filter { !$0.isEmpty })
      let nicknames = Set(makes.compactMap(\.model.nickname))
      guard let first = makes.first, makers.count < 2, nicknames.count < 2,
        !makers.isEmpty || !nicknames.isEmpty
      else { continue }
      for other in makes.dropFirst() { join(first.sense, other.sense, because: .shortName) }
    }
  }

  /// Joins a kind of thing that stands for a name ("Parliament") with that of another document, if both
  /// share their company, two of it at least, and neither has a name of its own.
  private mutating func linkKinds() {
    let named = Set((0..<firstWeak).filter { !senses[$0].form.isKind }.map { root(of: $0) })
    var same: [String: [Int]] = [:]
    for s in 0..<firstWeak where senses[s].form.isKind && !named.contains(root(of: s)) {
      same[senses[s].form.key, default: []].append(s)
    }
    joinCompany(of: same, sharing: 2) { $0.agreeInClass($1, $2) }
  }

  /// Joins, of those that go by one name alone, the ones whose documents share so much company at least.
  private mutating func joinCompany(
    of groups: [String: [Int]], sharing least: Int, where agree: (Self, Int, Int) -> Bool
  ) {
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      for (i, s) in group.enumerated() {
        for other in group.dropFirst(i + 1).prefix(Self.most)
        where agree(self, s, other) && sharedContext(s, other) >= least {
          join(s, other, because: .sharedCompany)
        }
      }
    }
  }

  /// So many others at most a name without a company of its own is compared with.
  private static var most: Int { 40 }

  private func agreeInClass(_ a: Int, _ b: Int) -> Bool {
    senses[a].type == nil || senses[b].type == nil || senses[a].type == senses[b].type
  }

  /// Joins "Tang Xiao’ou" with "Xiao’ou Tang": the two orders of a Chinese, Korean or Vietnamese name,
  /// if the documents share their company and exactly one of the words is a family name there.
  private mutating func linkTurnedNames() {
    var byWords: [String: [Int]] = [:]
    for s in 0..<firstWeak where senses[s].form.isFullPersonName {
      let words = senses[s].form.words
      guard words.count == 2, words[0] != words[1],
        words.count(where: NameTables.leadingFamilyNames.contains) == 1
      else { continue }
      byWords[words.sorted().joined(separator: " "), default: []].append(s)
    }
    for key in byWords.keys.sorted() {
      guard let pair = byWords[key], pair.count == 2, genderAgrees(pair[0], pair[1]),
        senses[pair[0]].form.words != senses[pair[1]].form.words, sharesContext(pair[0], pair[1])
      else { continue }
      join(pair[0], pair[1], because: .turnedName)
    }
  }

  /// Gives lone family names to the only person who has it, if the documents share their company;
  /// lone names that nobody has in full are one person where the documents share it.
  private mutating func linkFamilyNames() {
    var fullByFamily: [String: [Int]] = [:]
    for s in 0..<firstWeak where senses[s].form.isFullPersonName {
      for name in Set(senses[s].form.familyNames) { fullByFamily[name, default: []].append(s) }
    }
    var bodies: [String: [Int]] = [:]
    for s in 0..<firstWeak where senses[s].type == EntityType.organization {
      bodies[senses[s].form.key, default: []].append(s)
    }
    var nobody: [String: [Int]] = [:]
    for s in firstWeak..<firstUnnamed {
      guard let name = senses[s].form.words.first else { continue }
      var roots: Set<Int> = []
      let candidates = (fullByFamily[name] ?? []).filter { roots.insert(root(of: $0)).inserted }
      if let person = holder(of: s, among: candidates) {
        join(s, person, because: .familyName)
      } else if candidates.isEmpty, let body = mistaken(s, named: name, among: bodies) {
        join(s, body, because: .mistakenClass)
      } else if candidates.isEmpty {
        nobody[name, default: []].append(s)
      }
    }
    joinCompany(of: nobody, sharing: 1) { $0.genderAgrees($1, $2) }
  }

  /// The person whose family name stands alone: the only one who has it and whose company the
  /// document speaks of; or of several, the one who is ten times as common as all others.
  private mutating func holder(of s: Int, among candidates: [Int]) -> Int? {
    var known: [(person: Int, shared: Int, documents: Int)] = []
    for candidate in candidates where genderAgrees(s, candidate) {
      let shared = sharedContext(s, candidate)
      guard shared > 0 else { continue }
      known.append((candidate, shared, senses[candidate].occurrences.count))
    }
    guard let best = known.max(by: { ($0.documents, $1.person) < ($1.documents, $0.person) })
    else { return nil }
    if known.count == 1 { return candidates.count == 1 || best.shared > 1 ? best.person : nil }
    let others = known.reduce(0) { $0 + $1.documents } - best.documents
    return best.documents >= 10 * others && best.shared > 1 ? best.person : nil
  }

  /// The organisation of the same name that a single word was taken for a person instead of; the
  /// documents must share their company, and nothing may tell a person.
  private mutating func mistaken(
    _ s: Int, named name: String, among bodies: [String: [Int]]
  ) -> Int? {
    let sense = senses[s]
    guard !sense.form.hasTitle, sense.gender == .unknown || sense.gender == .neuter,
      let same = bodies[name], Set(same.map { root(of: $0) }).count == 1,
      sharesContext(s, same[0])
    else { return nil }
    return same[0]
  }

  private func genderAgrees(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (senses[a].gender, senses[b].gender)
    return first == second || first == .unknown || second == .unknown || first == .neuter
      || second == .neuter
  }

  /// Whether two names stand in the same company.
  private mutating func sharesContext(_ a: Int, _ b: Int) -> Bool { sharedContext(a, b) > 0 }

  /// How many organisations and people a document of the one and a document of the other both speak
  /// of; two places count as one; the two names themselves do not count.
  ///
  /// Looks at no more than 64 documents of each.
  private mutating func sharedContext(_ a: Int, _ b: Int) -> Int {
    let own = [a, b, root(of: a), root(of: b)]
    let first = context(of: a)
    let second = context(of: b)
    let (small, large) = first.count < second.count ? (first, second) : (second, first)
    var places = 0
    var others = 0
    for sense in small where large.contains(sense) && !own.contains(sense) {
      if senses[sense].type == EntityType.organization || senses[sense].type == EntityType.person {
        others += 1
      } else {
        places += 1
      }
    }
    return others + places / 2
  }

  private func context(of sense: Int) -> Set<Int> {
    var context: Set<Int> = []
    for occurrence in senses[sense].occurrences.prefix(64) {
      context.formUnion(contexts[occurrence.document])
    }
    return context
  }
}
