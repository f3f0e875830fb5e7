/// The members of a JSON object, in the order in which they were added.
///
/// Two objects are equal if they have equal members, in whatever order.
public struct JSONObject: Sendable {
  private var members: [(name: String, value: JSONValue)] = []
  /// Where each name is; kept from the ninth member on.
  private var places = ExactMap<Int>()

  private static let smallCount = 8

  /// Creates an object without members.
  public init() {}

  /// Creates an object of one member.
  public init(_ name: String, _ value: JSONValue) { members = [(name, value)] }

  /// How many members there are.
  public var count: Int { members.count }

  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }

  /// The names, in the order in which they were added.
  public var names: [String] { members.map(\.name) }

  /// The names in the order of their UTF-8 bytes, which is that of their code points.
  public var sortedNames: [String] {
    members.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether there is a member of this name.
  public func has(_ name: String) -> Bool { place(of: name) != nil }

  /// The value of a member; setting `nil` removes the member.
  ///
  /// - Complexity: O(1), removal O(*n*).
  public subscript(name: String) -> JSONValue? {
    get { place(of: name).map { members[$0].value } }
    set {
      if let place = place(of: name) {
        if let newValue { members[place].value = newValue } else { remove(at: place) }
      } else if let newValue {
        append(name, newValue)
      }
    }
    _modify {
      // The value is taken out while it changes, so that an array inside is not copied.
      guard let place = place(of: name) else {
        var value: JSONValue?
        yield &value
        if let value { append(name, value) }
        return
      }
      var value: JSONValue? = members[place].value
      members[place].value = .null
      yield &value
      if let value { members[place].value = value } else { remove(at: place) }
    }
  }

  /// Adds a member whose name is new.
  ///
  /// - Returns: Whether it was new; else nothing changed.
  @discardableResult
  public mutating func add(_ name: String, _ value: JSONValue) -> Bool {
    guard place(of: name) == nil else { return false }
    append(name, value)
    return true
  }

  /// Appends an item to a member that is an array; a member that is none becomes one first.
  ///
  /// - Complexity: O(1) on average.
  public mutating func append(_ item: JSONValue, to name: String) {
    guard let place = place(of: name) else { return append(name, .array([item])) }
    let value = members[place].value
    if case .array(var items) = consume value {
      members[place].value = .null
      items.append(item)
      members[place].value = .array(items)
    } else {
      members[place].value = .array([members[place].value, item])
    }
  }

  /// Takes a member out for a change, leaving `null` in its place.
  mutating func take(_ name: String) -> JSONValue? {
    guard let place = place(of: name) else { return nil }
    let value = members[place].value
    members[place].value = .null
    return value
  }

  private mutating func append(_ name: String, _ value: JSONValue) {
    members.append((name, value))
    if members.count > Self.smallCount + 1 {
      places[name] = members.count - 1
    } else if members.count == Self.smallCount + 1 {
      for (index, member) in members.enumerated() { places[member.name] = index }
    }
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    places.removeAll()
    guard members.count > Self.smallCount else { return }
    for (index, member) in members.enumerated() { places[member.name] = index }
  }

  private func place(of name: String) -> Int? {
    guard members.count <= Self.smallCount else { return places[name] }
    return members.firstIndex { ExactText.isSame($0.name, name) }
  }
}

extension JSONObject: Hashable {
  /// Whether two objects have equal members.
  public static func == (a: JSONObject, b: JSONObject) -> Bool {
    a.count == b.count && a.members.allSatisfy { b[$0.name] == $0.value }
  }

  /// Hashes the members so that their order does not matter.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for (name, value) in members {
      var member = Hasher()
      member.combine(ExactText(text: name))
      member.combine(value)
      sum = sum &+ member.finalize()
    }
    hasher.combine(sum)
  }
}

extension JSONObject: Sequence {
  /// The members, in the order in which they were added.
  public func makeIterator() -> IndexingIterator<[(name: String, value: JSONValue)]> {
    members.makeIterator()
  }
}
