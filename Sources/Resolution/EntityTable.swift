import Extraction
import GraphModel

/// Makes entities with labels and identifiers of joined senses and unnamed things.
struct EntityTable {
  /// The outcome, for the documents in the order in which they were given.
  let resolution: GlobalResolution

  /// What becomes one entity.
  fileprivate struct Draft {
    var types: [String: Int] = [:]
    var names: [String: Int] = [:]
    var phrases: [String: Int] = [:]
    var isNamed = true
    var phrase = ""
    var key = ""
    var distinction = ""
    /// What it is known by: the fullest sense first, the others sorted.
    var identities: [Identity] = []
    /// The identifiers that its other senses would have alone.
    var formerIDs: [EntityID] = []

    /// Whether it is a concept that all documents share.
    var isConcept: Bool { distinction == EntityTable.conceptMark }
    /// Whether it is an unnamed thing of one document.
    var isLocal: Bool { !isNamed && !isConcept }
  }

  fileprivate static let conceptMark = "concept"

  /// Creates the entities of documents sorted by identifier; `order` tells where each was given.
  init(_ documents: [DocumentEntities], order: [Int], senses: inout NameSenses) {
    var drafts: [Draft] = []
    var draftOfRoot: [Int: Int] = [:]
    var draftOfConcept: [String: Int] = [:]
    var rows: [[Int]] = []
    for (d, document) in documents.enumerated() {
      var row: [Int] = []
      for (l, local) in document.resolution.entities.enumerated() {
        let sense = senses.senseOfLocal[d][l]
        let index: Int
        if sense >= 0 {
          index = draftOfRoot[senses.root(of: sense), default: drafts.count]
          draftOfRoot[senses.root(of: sense)] = index
        } else if local.scope == .corpus {
          index = draftOfConcept[local.phrase, default: drafts.count]
          draftOfConcept[local.phrase] = index
        } else {
          index = drafts.count
        }
        if index == drafts.count {
          drafts.append(Self.draft(of: local, in: document.document, named: sense >= 0))
        }
        drafts[index].add(local)
        if sense < 0 {
          drafts[index].identities = [Identity.unnamed(local, in: document.document)]
        }
        row.append(index)
      }
      rows.append(row)
    }
    Self.giveKeys(&drafts, draftOfRoot: draftOfRoot, senses: &senses)
    let made = Self.entities(drafts)
    var place = [Int](repeating: 0, count: made.count)
    let sorted = made.indices.sorted { (made[$0].id, $0) < (made[$1].id, $1) }
    for (position, index) in sorted.enumerated() { place[index] = position }
    var entityOfLocal = [[Int]](repeating: [], count: rows.count)
    for (d, row) in rows.enumerated() { entityOfLocal[order[d]] = row.map { place[$0] } }
    resolution = GlobalResolution(
      entities: sorted.map { made[$0] }, entityOfLocal: entityOfLocal,
      identities: sorted.map { drafts[$0].identities },
      links: senses.links.map { link in
        IdentityLink(
          first: senses.senses[link.first].identity, second: senses.senses[link.second].identity,
          firstName: senses.name(of: link.first), secondName: senses.name(of: link.second),
          reason: link.reason)
      })
  }

  private static func draft(
    of local: LocalEntity, in document: DocumentID, named: Bool
  ) -> Draft {
    var draft = Draft()
    draft.isNamed = named
    guard !named else { return draft }
    draft.phrase = local.phrase
    draft.key = local.phrase
    if local.scope == .document {
      draft.distinction = document.value + "#" + String(local.offset)
    } else {
      draft.distinction = conceptMark
    }
    return draft
  }

  /// Takes as canonical key of a named entity that of its fullest sense, and tells the others.
  private static func giveKeys(
    _ drafts: inout [Draft], draftOfRoot: [Int: Int], senses: inout NameSenses
  ) {
    var members = [[Int]](repeating: [], count: drafts.count)
    for s in senses.senses.indices where !senses.senses[s].occurrences.isEmpty {
      if let index = draftOfRoot[senses.root(of: s)] { members[index].append(s) }
    }
    for index in drafts.indices {
      guard var fullest = members[index].first else { continue }
      for s in members[index].dropFirst() where precedes(senses.senses[s], senses.senses[fullest]) {
        fullest = s
      }
      let sense = senses.senses[fullest]
      drafts[index].key = sense.form.key
      drafts[index].distinction = sense.distinction
      drafts[index].isNamed = !sense.isUnnamed
      if sense.isUnnamed { drafts[index].phrase = sense.form.key }
      let others = members[index].filter { $0 != fullest }
      drafts[index].identities =
        [sense.identity] + others.map { senses.senses[$0].identity }.sorted()
      drafts[index].formerIDs =
        others.filter { $0 < senses.firstWeak || $0 >= senses.firstUnnamed }
        .map { entity(alone($0, in: senses)).id }
    }
  }

  /// What a sense would be if it were joined with nothing.
  private static func alone(_ s: Int, in senses: NameSenses) -> Draft {
    var draft = Draft()
    let sense = senses.senses[s]
    draft.isNamed = !sense.isUnnamed
    draft.phrase = sense.form.key
    draft.key = sense.form.key
    draft.distinction = sense.distinction
    for local in senses.locals(of: s) { draft.add(local) }
    return draft
  }

  private static func precedes(_ a: NameSenses.Sense, _ b: NameSenses.Sense) -> Bool {
    if a.isUnnamed != b.isUnnamed { return b.isUnnamed }
    if a.form.words.count != b.form.words.count { return a.form.words.count > b.form.words.count }
    if a.form.key != b.form.key { return a.form.key < b.form.key }
    return a.distinction < b.distinction
  }

  /// Makes the entities; what would share an identifier gets a longer one.
  private static func entities(_ drafts: [Draft]) -> [Entity] {
    var made = drafts.map { entity($0) }
    var holders: [EntityID: Int] = [:]
    for one in made { holders[one.id, default: 0] += 1 }
    for (i, one) in made.enumerated() where holders[one.id, default: 0] > 1 {
      made[i] = entity(drafts[i], digits: 16)
    }
    // An old identifier that several have, or that is another entity's own, leads nowhere.
    var heirs: [EntityID: Int] = [:]
    for one in made { heirs[one.id, default: 0] += 1 }
    for draft in drafts { for id in Set(draft.formerIDs) { heirs[id, default: 0] += 1 } }
    for (i, draft) in drafts.enumerated() where !draft.formerIDs.isEmpty {
      made[i].formerIDs = Set(draft.formerIDs).filter { heirs[$0] == 1 }.sorted()
    }
    return made
  }

  /// The digits of the hash of names and concepts, which rarely have a readable part in common.
  private static let sharedDigits = 6
  /// The digits of the hash of unnamed things, thousands of which are called "company".
  private static let localDigits = 10

  private static func entity(_ draft: Draft, digits given: Int? = nil) -> Entity {
    let digits = given ?? (draft.isLocal ? localDigits : sharedDigits)
    let type = draft.type
    let label = draft.label(type: type)
    var hash = StableHash()
    hash.combine(field: draft.isConcept ? EntityType.thing : type)
    hash.combine(field: draft.key)
    hash.combine(field: draft.distinction)
    let slug = Slug.make(draft.isConcept ? draft.phrase : label)
    return Entity(
      id: EntityID("e:" + shortened(slug) + "-" + hash.hex(digits: digits)), label: label,
      types: [type],
      aliases: draft.isNamed ? draft.names.keys.filter { $0 != label }.sorted() : [],
      isNamed: draft.isNamed)
  }

  /// Cuts a slug at a hyphen so that it has at most 60 bytes.
  private static func shortened(_ slug: String) -> String {
    guard slug.utf8.count > 60 else { return slug }
    var result = ""
    for part in slug.split(separator: "-") {
      guard result.utf8.count + part.utf8.count < 60 else { break }
      result += result.isEmpty ? String(part) : "-" + part
    }
    return result.isEmpty ? String(slug.prefix(15)) : result
  }
}

extension EntityTable.Draft {
  fileprivate mutating func add(_ local: LocalEntity) {
    if let type = local.type { types[type, default: 0] += 1 }
    if local.isNamed {
      for (name, count) in local.names { names[name, default: 0] += count }
    } else {
      phrases[local.label, default: 0] += 1
    }
  }

  /// The commonest class; equal counts go to the first in the alphabet.
  fileprivate var type: String {
    types.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? EntityType.thing
  }

  fileprivate func label(type: String) -> String {
    if isNamed { return NameLabel.best(of: names, type: type) }
    let lowered = phrases.max { a, b in
      // Of the phrases that were joined, the one that tells most: "trade law", not "law".
      let (short, long) = (a.key.utf8.count { $0 == 0x20 }, b.key.utf8.count { $0 == 0x20 })
      if short != long { return short < long }
      let (first, second) = (a.key == a.key.lowercased(), b.key == b.key.lowercased())
      if first != second { return second }
      return (a.value, b.key) < (b.value, a.key)
    }
    return lowered?.key ?? phrase
  }
}
