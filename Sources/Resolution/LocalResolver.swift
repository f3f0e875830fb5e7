public import Extraction
import GraphModel

/// Decides which mentions of one document are one thing.
///
/// Names that agree are one thing wherever they stand; a short name joins the only fuller one that
/// it can stand for; then the chains of the linguistic pipeline attach phrases and pronouns to the
/// names. A chain never joins two names that do not agree: it is cut, and each of its phrases goes
/// to the last name before it. Phrases that are left are joined by their words
/// (``DescriptionLinks``).
///
///     let resolution = LocalResolver().resolve(extracted)
///     resolution.entities[resolution.entityOfMention[0]].label  // "SenseTime Group Ltd."
///
public struct LocalResolver: Sendable {
  /// Creates a resolver.
  public init() {}

  /// Groups the mentions of a document.
  ///
  /// - Complexity: O(*m* + *n*²) with *m* mentions and *n* different names in the document.
  public func resolve(_ document: ExtractedDocument) -> LocalResolution {
    let mentions = document.mentions
    let readings = MentionReadings(mentions)
    var names = NameClusters(readings)
    var groups = DisjointSets(count: mentions.count)
    var first: [Int: Int] = [:]
    for i in mentions.indices {
      guard let cluster = names.cluster(of: i) else { continue }
      if let other = first[cluster] { groups.union(i, other) } else { first[cluster] = i }
    }
    let order = mentions.indices.sorted { (mentions[$0].span, $0) < (mentions[$1].span, $1) }
    let described = Self.described(in: document, names: &names)
    attachPhrases(of: mentions, in: order, to: &names, described: described, groups: &groups)
    let links = DescriptionLinks(document, readings.descriptions)
    links.join(&groups, in: order) { names.cluster(of: $0) != nil }
    var resolution = gather(
      document, readings, in: order, but: links.predicates, groups: &groups)
    resolution.placeInCountries(document)
    return resolution
  }

  /// Joins each phrase and pronoun with the last name before it in its chain, or the first after it.
  private func attachPhrases(
    of mentions: [Mention], in order: [Int], to names: inout NameClusters, described: [Int: Int],
    groups: inout DisjointSets
  ) {
    var anchor: [Int: Int] = [:]
    var waiting: [Int: Int] = [:]
    for i in order where mentions[i].kind != .unnamedSource {
      let chain = mentions[i].chain
      guard chain >= 0 else { continue }
      if names.cluster(of: i) != nil {
        anchor[chain] = i
        if let phrase = waiting.removeValue(forKey: chain) { groups.union(phrase, i) }
      } else if let name = anchor[chain] {
        groups.union(i, name)
      } else if let name = described[chain], mentions[i].span > mentions[name].span,
        mentions[i].kind == .pronoun || mentions[i].isDefinite
      {
        groups.union(i, name)
      } else if let phrase = waiting[chain] {
        groups.union(i, phrase)
      } else {
        waiting[chain] = i
      }
    }
    var source: [Int: Int] = [:]
    for i in order where mentions[i].kind == .unnamedSource && mentions[i].chain >= 0 {
      groups.union(i, source[mentions[i].chain, default: i])
      if source[mentions[i].chain] == nil { source[mentions[i].chain] = i }
    }
  }

  /// The chains that start with a description set beside a name ("Megvii, an AI startup"): what
  /// refers back to the description refers to the name.
  ///
  /// The description itself stays a thing of its own, for the text states that the named thing is
  /// one.
  private static func described(
    in document: ExtractedDocument, names: inout NameClusters
  ) -> [Int: Int] {
    let namedChains = Set(
      document.mentions.indices.filter { names.cluster(of: $0) != nil }
        .map { document.mentions[$0].chain })
    var described: [Int: Int] = [:]
    for claim in document.claims where claim.rule.hasPrefix("nominal/apposition") {
      guard case .mention(let object) = claim.object, names.cluster(of: claim.subject) != nil
      else { continue }
      let description = document.mentions[object]
      guard description.kind == .nominal, description.chain >= 0,
        description.number != .plural, !namedChains.contains(description.chain),
        described[description.chain] == nil
      else { continue }
      described[description.chain] = claim.subject
    }
    return described
  }

  private func gather(
    _ document: ExtractedDocument, _ readings: MentionReadings, in order: [Int],
    but predicates: Set<Int>, groups: inout DisjointSets
  ) -> LocalResolution {
    var members: [[Int]] = []
    var descriptions: [Set<Description>] = []
    var indexOfRoot: [Int: Int] = [:]
    var entityOfMention = [Int](repeating: 0, count: readings.mentions.count)
    for i in order {
      let root = groups.find(i)
      let index = indexOfRoot[root, default: members.count]
      if index == members.count {
        indexOfRoot[root] = index
        members.append([])
        descriptions.append([])
      }
      members[index].append(i)
      if !predicates.contains(i), let description = readings.descriptions[i] {
        descriptions[index].insert(description)
      }
      entityOfMention[i] = index
    }
    let lead = DocumentLead(readings.mentions)
    var entities: [LocalEntity] = []
    for (members, descriptions) in zip(members, descriptions) {
      var entity = LocalEntity(members, of: readings, descriptions: descriptions)
      entity.isInLead = members.contains { DocumentLead.holds(readings.mentions[$0]) }
      let roles = members.filter(document.lead.roles.indices.contains)
        .flatMap { document.lead.roles[$0] }
      entity.roles = Set(roles).sorted()
      entities.append(entity)
    }
    return LocalResolution(
      entities: entities, entityOfMention: entityOfMention, leadWords: lead.words,
      lead: Lead(words: document.lead.words, headline: document.lead.headline, roles: []))
  }
}

extension LocalResolution {
  /// Notes what the document says of the countries that places lie in; the first saying holds.
  fileprivate mutating func placeInCountries(_ document: ExtractedDocument) {
    for claim in document.claims where claim.rule == "nominal/place-in-place" {
      guard case .mention(let region) = claim.object else { continue }
      let place = entityOfMention[claim.subject]
      let name = KnownName.label(of: document.mentions[region].core)
      guard entities[place].country == nil, place != entityOfMention[region],
        let code = PlaceTable.embedded.country(ofRegion: NameTokens(name).joined)
      else { continue }
      entities[place].country = code
    }
  }
}
