import GraphModel

/// What the page holds of entities, in its order (see ``PageOrder``).
extension PageData {
  func writeEntities(to json: inout JSONWriter, _ columns: inout PageColumns) {
    let listed = order.entities
    writeKinds(to: &json, &columns)
    writeLabels(to: &json, &columns)
    json.field("ids", listed.filter { entities[$0].isNamed }.map { Self.shortID(entities[$0]) })
    let others = listed.indices.filter { !entities[listed[$0]].aliases.isEmpty }
    columns.add("aliasAt", growing: others)
    json.key("aliases")
    json.beginArray()
    for place in others { json.array(entities[listed[place]].aliases) }
    json.endArray()
    columns.add("rank", listed.map { Int((picture.rank(of: $0) * 1000).rounded()) })
    writePlaces(to: &json, &columns)
  }

  /// What an entity is, beside its name.
  private struct Kind: Hashable {
    let isNamed: Bool
    let types: [ExactText]
  }

  private func writeKinds(to json: inout JSONWriter, _ columns: inout PageColumns) {
    var kinds = Numbering<Kind>()
    columns.add(
      "kind",
      order.entities.map { entity in
        let types = entities[entity].types.map(ExactText.init(text:))
        return kinds.number(of: Kind(isNamed: entities[entity].isNamed, types: types))
      })
    json.key("kinds")
    json.beginArray()
    for kind in kinds.items {
      json.beginArray()
      json.value(kind.isNamed)
      json.array(kind.types.map(\.text))
      json.endArray()
    }
    json.endArray()
  }

  /// Names that are not part of the words by which a sentence first calls the thing; for the others,
  /// how many code points of these words come before the name, and how many behind it.
  private func writeLabels(to json: inout JSONWriter, _ columns: inout PageColumns) {
    var labels: [String] = []
    var before: [Int] = []
    var behind: [Int] = []
    for (entity, meeting) in zip(order.entities, order.meetings) {
      let label = entities[entity].label
      let piece = statements[meeting.row].statement.evidence.first
      let mention: MentionText? =
        switch meeting.part {
        case .subject: piece?.subject
        case .object: piece?.object
        case .speaker: nil
        }
      let words = piece?.inQuote(mention).map { PageWords($0.text) }
      if let words, let place = words.place(of: Array(label.unicodeScalars)) {
        before.append(place.lowerBound)
        behind.append(words.letters.count - place.upperBound)
      } else {
        if meeting.part != .speaker { before.append(-1) }
        labels.append(label)
      }
    }
    labels += order.entities.dropFirst(order.meetings.count).map { entities[$0].label }
    json.field("labels", labels)
    columns.add("before", before)
    columns.add("behind", behind)
  }

  /// Communities and places of the entities.
  ///
  /// A community is 0 where it is that of the other end of the statement that meets the entity, 1
  /// where the entity has it to itself, else its number and 2. A place, in whole units, counts from
  /// that other end if there is one; what stands around another is placed by the page, which knows how.
  private func writePlaces(to json: inout JSONWriter, _ columns: inout PageColumns) {
    var sizes: [Int: Int] = [:]
    for entity in entities.indices { sizes[picture.community(of: entity), default: 0] += 1 }
    json.field("communities", sizes.values.count { $0 > 1 })
    var communities: [Int] = []
    var x: [Int] = []
    var y: [Int] = []
    for place in order.entities.indices {
      let entity = order.entities[place]
      let other = otherEnd(ofEntityAt: place)
      let community = picture.community(of: entity)
      if let other, picture.community(of: other) == community {
        communities.append(0)
      } else {
        communities.append(sizes[community] == 1 ? 1 : community + 2)
      }
      if picture.standsAround(entity) { continue }
      let origin = other.flatMap { picture.standsAround($0) ? nil : picture.place(of: $0) }
      let own = picture.place(of: entity)
      x.append(Self.whole(own.x) - Self.whole(origin?.x ?? 0))
      y.append(Self.whole(own.y) - Self.whole(origin?.y ?? 0))
    }
    columns.add("community", communities)
    columns.add("around", order.entities.map { picture.standsAround($0) ? 1 : 0 })
    columns.add("x", x)
    columns.add("y", y)
    json.key("radius")
    json.beginArray()
    json.value(Int(GraphPicture.leastRadius))
    json.value(Int(GraphPicture.radiusOfRank))
    json.endArray()
  }

  /// The entity that stands at the other end of the statement by which one is met, if it comes
  /// before it in the page's order.
  private func otherEnd(ofEntityAt place: Int) -> Int? {
    guard place < order.meetings.count else { return nil }
    let meeting = order.meetings[place]
    let row = statements[meeting.row]
    var other = row.subject
    if meeting.part == .subject {
      guard case .entity(let object) = row.object else { return nil }
      other = object
    }
    return order.places[other] < place ? other : nil
  }

  /// What of an identifier cannot be told from a plain ASCII label: its last part; else all of it.
  ///
  /// Unnamed things, which nobody links to, have none.
  private static func shortID(_ entity: Entity) -> String {
    let id = entity.id.value
    guard entity.label.utf8.allSatisfy({ $0 < 0x80 }) else { return id }
    let start = "e:" + Slug.make(entity.label) + "-"
    guard id.hasPrefix(start), id.count > start.count else { return id }
    let rest = String(id.dropFirst(start.count))
    return rest.hasPrefix("e:") ? id : rest
  }

  private static func whole(_ value: Float) -> Int {
    Int(min(max(value, -1e9), 1e9).rounded())
  }
}
