import GraphModel

/// What the page holds of entities, in its order (see ``PageOrder``).
extension PageData {
  func writeEntities(to json: inout JSONWriter, _ columns: inout PageColumns) {
    let listed = order.entities
    let named = listed.prefix(order.namedCount)
    json.field("named", order.namedCount)
    json.field("communities", picture.communityCount)
    var types = Numbering<[String]>()
    columns.add("type", listed.map { types.number(of: entities[$0].types) })
    json.key("types")
    json.beginArray()
    for list in types.items { json.array(list) }
    json.endArray()
    writeLabels(to: &json, &columns)
    json.field("ids", named.map { Self.shortID(entities[$0]) })
    let others = listed.indices.filter { !entities[listed[$0]].aliases.isEmpty }
    columns.add("aliasAt", growing: others)
    json.key("aliases")
    json.beginArray()
    for place in others { json.array(entities[listed[place]].aliases) }
    json.endArray()
    columns.add("rank", listed.map { Int((picture.rank(of: $0) * 1000).rounded()) })
    columns.add("community", communities())
    // What stands around another is placed by the page, which knows how.
    columns.add("around", listed.map { picture.standsAround($0) ? 1 : 0 })
    let placed = listed.lazy.filter { !picture.standsAround($0) }
    columns.add("x", placed.map { Self.whole(picture.place(of: $0).x) })
    columns.add("y", placed.map { Self.whole(picture.place(of: $0).y) })
    json.key("radius")
    json.beginArray()
    json.value(Int(GraphPicture.leastRadius))
    json.value(Int(GraphPicture.radiusOfRank))
    json.endArray()
  }

  /// Names that are not part of the words by which a sentence calls the thing; for the others, how
  /// many code points of these words come before the name, and how many behind it.
  private func writeLabels(to json: inout JSONWriter, _ columns: inout PageColumns) {
    var labels = order.entities.prefix(order.namedCount).map { entities[$0].label }
    var before: [Int] = []
    var behind: [Int] = []
    let unnamed = order.entities.dropFirst(order.namedCount)
    for (entity, meeting) in zip(unnamed, order.meetings) {
      let label = entities[entity].label
      let piece = statements[meeting.row].statement.evidence.first
      let words = piece.flatMap { $0.inQuote(meeting.isObject ? $0.object : $0.subject) }?.text
      if let words, let place = CodePoints.place(of: label, in: words) {
        before.append(place.start)
        behind.append(words.unicodeScalars.count - place.start - place.length)
      } else {
        before.append(-1)
        labels.append(label)
      }
    }
    labels += unnamed.dropFirst(order.meetings.count).map { entities[$0].label }
    json.field("labels", labels)
    columns.add("before", before)
    columns.add("behind", behind)
  }

  /// Communities, by number and one; 0 where an unnamed thing is in that of the other end of the
  /// statement that meets it, which comes before it in the page's order.
  private func communities() -> [Int] {
    order.entities.indices.map { place in
      let community = picture.community(of: order.entities[place])
      let number = place - order.namedCount
      guard number >= 0, number < order.meetings.count else { return community + 1 }
      let meeting = order.meetings[number]
      let row = statements[meeting.row]
      guard case .entity(let object) = row.object else { return community + 1 }
      let other = meeting.isObject ? row.subject : object
      let isKnown = order.places[other] < place
      return isKnown && picture.community(of: other) == community ? 0 : community + 1
    }
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

/// Places in a text, in code points.
enum CodePoints {
  /// Where some words stand in a text first.
  static func place(of words: String, in text: String) -> (start: Int, length: Int)? {
    let words = Array(words.unicodeScalars)
    let text = Array(text.unicodeScalars)
    guard let first = words.first, words.count <= text.count else { return nil }
    for start in 0...text.count - words.count where text[start] == first {
      if text[start..<start + words.count].elementsEqual(words) { return (start, words.count) }
    }
    return nil
  }
}
