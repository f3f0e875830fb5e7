import Extraction
import GraphModel

/// Joins phrases of one document that describe a thing in the same words: "a cable … the cable".
///
/// A later phrase joins the only thing before it whose descriptions agree, if it is definite or
/// repeats one of them word for word; a phrase that begins with "a" brings in something new and
/// joins nothing. A thing with a name never joins another with a name, and two phrases of one claim
/// stay two: "the driver is a driver of lorries".
struct DescriptionLinks {
  private let mentions: [Mention]
  private let descriptions: [Description?]
  /// For each mention, those that a claim ties it to.
  private var tied: [Int: Set<Int>] = [:]
  /// The phrases that a claim says a thing to be ("Megvii, an AI startup").
  private(set) var predicates: Set<Int> = []

  /// Reads the claims of a document, whose mentions describe things so.
  init(_ document: ExtractedDocument, _ descriptions: [Description?]) {
    mentions = document.mentions
    self.descriptions = descriptions
    for claim in document.claims {
      guard case .mention(let object) = claim.object, object != claim.subject else { continue }
      tied[claim.subject, default: []].insert(object)
      tied[object, default: []].insert(claim.subject)
      if claim.rule.hasPrefix("nominal/") || claim.predicate.id == "p:be" {
        predicates.insert(object)
      }
    }
  }

  /// What describes the things of a document.
  private struct Group {
    var descriptions: Set<Description> = []
    var members: [Int] = []

    /// Whether a description tells nothing new of a thing of which more than its noun was told: "the Oslo
    /// team" may be "a team from Oslo", but is not "a team of doctors"; nor is "her coach" a coach that some
    /// other wants.
    func knows(_ description: Description) -> Bool {
      let known = Set(descriptions.flatMap { $0.modifiers + $0.complements })
      let behind = Set(descriptions.flatMap(\.complements))
      if description.isPossessed, !descriptions.contains(where: \.isPossessed) { return false }
      // What a phrase says behind its head tells which thing it is.
      if !description.complements.isEmpty, behind.isDisjoint(with: description.complements) {
        return false
      }
      return known.isEmpty || known.isSuperset(of: description.modifiers)
    }
  }

  /// Joins what agrees; `order` is that of the text.
  func join(_ groups: inout DisjointSets, in order: [Int], isNamed: (Int) -> Bool) {
    var named: Set<Int> = []
    for i in order where isNamed(i) { named.insert(groups.find(i)) }
    var seen: [Int: Group] = [:]
    var rootsByHead: [String: Set<Int>] = [:]
    for i in order {
      let description = predicates.contains(i) ? nil : descriptions[i]
      var root = groups.find(i)
      if let description, seen[root] == nil, !Self.isNew(mentions[i]) {
        let found = rootsByHead[description.head, default: []].only { other in
          guard let group = seen[other], !(named.contains(root) && named.contains(other)),
            tied[i, default: []].isDisjoint(with: group.members)
          else { return false }
          // "The soap category" is not the drama category, although "that category" agrees with both.
          return mentions[i].isDefinite
            ? !group.descriptions.isEmpty
              && group.descriptions.allSatisfy { $0.agrees(with: description) }
              && group.knows(description)
            : group.descriptions == [description]
        }
        if let other = found, groups.union(other, i) {
          if named.contains(root) || named.contains(other) { named.insert(groups.find(i)) }
          root = groups.find(i)
          if root != other, let group = seen.removeValue(forKey: other) {
            seen[root] = group
            for described in group.descriptions {
              rootsByHead[described.head]?.remove(other)
              rootsByHead[described.head]?.insert(root)
            }
          }
        }
      }
      seen[root, default: Group()].members.append(i)
      if let description {
        seen[root]?.descriptions.insert(description)
        rootsByHead[description.head, default: []].insert(root)
      }
    }
  }

  /// Whether a phrase brings in a thing that was not spoken of before.
  private static func isNew(_ mention: Mention) -> Bool {
    newcomers.contains(mention.text.firstWordLowercased)
  }

  private static let newcomers = Description.introducers.union(["every", "each", "other", "more"])
}

extension Set {
  /// The element for which something holds, if it holds for no other; stops at the second.
  fileprivate func only(where holds: (Element) -> Bool) -> Element? {
    var only: Element?
    for element in self where holds(element) {
      guard only == nil else { return nil }
      only = element
    }
    return only
  }
}
