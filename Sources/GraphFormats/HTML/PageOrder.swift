/// The order of entities in the page: the named ones, then the others as statements meet them.
///
/// Most unnamed things are met once. So statements name the next one by 0, one met before by how
/// far it lies back (negative), and a named one by its number and one.
struct PageOrder {
  /// Where an unnamed entity is met first: in which statement, and on which side.
  struct Meeting {
    let row: Int
    let isObject: Bool
  }

  /// The entities in the page's order, by their numbers in the graph.
  private(set) var entities: [Int]
  /// The place of each entity in the page's order.
  private(set) var places: [Int]
  let namedCount: Int
  /// Where the entities behind the named ones are met; those behind these are met nowhere.
  private(set) var meetings: [Meeting] = []
  /// What statements have for their subjects, and for their objects where these are entities.
  private(set) var subjects: [Int] = []
  private(set) var objects: [Int] = []

  /// Orders entities.
  ///
  /// - Parameters:
  ///   - isNamed: Whether each entity of the graph is named.
  ///   - rows: The subject and, if it is an entity, the object of each statement, in order.
  init(isNamed: [Bool], rows: [(subject: Int, object: Int?)]) {
    entities = isNamed.indices.filter { isNamed[$0] }
    namedCount = entities.count
    places = [Int](repeating: -1, count: isNamed.count)
    for (place, entity) in entities.enumerated() { places[entity] = place }
    for (index, row) in rows.enumerated() {
      subjects.append(code(row.subject, Meeting(row: index, isObject: false)))
      if let object = row.object {
        objects.append(code(object, Meeting(row: index, isObject: true)))
      }
    }
    for entity in isNamed.indices where places[entity] < 0 { place(entity) }
  }

  private mutating func code(_ entity: Int, _ meeting: Meeting) -> Int {
    let place = places[entity]
    if place < 0 {
      self.place(entity)
      meetings.append(meeting)
      return 0
    }
    return place < namedCount ? place + 1 : place - entities.count
  }

  private mutating func place(_ entity: Int) {
    places[entity] = entities.count
    entities.append(entity)
  }
}
