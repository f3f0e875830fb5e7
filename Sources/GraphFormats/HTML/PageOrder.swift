/// The order of entities in the page, as statements meet them, and how statements name them.
///
/// Statements of one document speak of few things again and again, and most things are met once. So
/// a new entity is 0, one of the ``RecentEntities`` its place among them and one, and any other its
/// place in the order and 65.
struct PageOrder {
  /// Where an entity is met first: in which statement, and as what.
  struct Meeting {
    let row: Int
    let part: Part
  }

  /// What an entity is in a statement, in the order in which they are read.
  enum Part: Int {
    case subject, object, speaker
  }

  /// The entities in the page's order, by their numbers in the graph.
  private(set) var entities: [Int] = []
  /// The place of each entity in the page's order.
  private(set) var places: [Int]
  /// Where the entities are met; those behind these are met nowhere.
  private(set) var meetings: [Meeting] = []
  /// What statements have for their subjects, objects that are entities, and speakers.
  private(set) var subjects: [Int] = []
  private(set) var objects: [Int] = []
  private(set) var speakers: [Int] = []
  private var recent = RecentEntities()

  /// Orders entities.
  ///
  /// - Parameters:
  ///   - count: How many entities the graph has.
  ///   - rows: The numbers of subject, object and speaker of each statement, in order; `nil` where
  ///     there is none or it is no entity.
  init(count: Int, rows: [(subject: Int, object: Int?, speaker: Int?)]) {
    places = [Int](repeating: -1, count: count)
    for (index, row) in rows.enumerated() {
      subjects.append(code(row.subject, Meeting(row: index, part: .subject)))
      if let object = row.object {
        objects.append(code(object, Meeting(row: index, part: .object)))
      }
      if let speaker = row.speaker {
        speakers.append(code(speaker, Meeting(row: index, part: .speaker)))
      }
    }
    for entity in 0..<count where places[entity] < 0 { place(entity) }
  }

  private mutating func code(_ entity: Int, _ meeting: Meeting) -> Int {
    let recently = recent.touch(entity)
    if places[entity] < 0 {
      place(entity)
      meetings.append(meeting)
      return 0
    }
    return recently.map { $0 + 1 } ?? places[entity] + 1 + RecentEntities.limit
  }

  private mutating func place(_ entity: Int) {
    places[entity] = entities.count
    entities.append(entity)
  }
}

/// The entities spoken of last, the very last first.
struct RecentEntities {
  /// How many are kept.
  static let limit = 64
  private var entities: [Int] = []

  /// Moves an entity to the front.
  ///
  /// - Returns: Its place until then, or `nil` if it was not there.
  mutating func touch(_ entity: Int) -> Int? {
    let place = entities.firstIndex(of: entity)
    if let place { entities.remove(at: place) }
    entities.insert(entity, at: 0)
    if entities.count > Self.limit { entities.removeLast() }
    return place
  }
}
