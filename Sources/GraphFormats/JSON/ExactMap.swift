/// A text that equals only what has the same bytes.
///
/// A String also equals the same letters composed in another way, which are other names in JSON and
/// in RDF.
struct ExactText: Hashable, Sendable {
  let text: String

  static func == (a: ExactText, b: ExactText) -> Bool { isSame(a.text, b.text) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Whether two texts have the same bytes.
  static func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
  }
}

/// Values by names that equal only what has the same bytes.
struct ExactMap<Value> {
  private var storage: [ExactText: Value] = [:]

  var isEmpty: Bool { storage.isEmpty }
  var count: Int { storage.count }
  var values: Dictionary<ExactText, Value>.Values { storage.values }
  /// The names, in no order.
  var keys: [String] { storage.keys.map(\.text) }
  /// The names, in the order of their bytes.
  var sortedKeys: [String] { keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  subscript(name: String) -> Value? {
    get { storage[ExactText(text: name)] }
    _modify { yield &storage[ExactText(text: name)] }
  }

  subscript(name: String, default value: @autoclosure () -> Value) -> Value {
    get { storage[ExactText(text: name), default: value()] }
    _modify { yield &storage[ExactText(text: name), default: value()] }
  }

  mutating func removeValue(forKey name: String) -> Value? {
    storage.removeValue(forKey: ExactText(text: name))
  }

  mutating func removeAll() { storage.removeAll(keepingCapacity: true) }
}

extension ExactMap: Sendable where Value: Sendable {}

/// Names of which each is there once.
struct ExactSet {
  private var storage: Set<ExactText> = []

  /// Adds a name, and tells whether it was new.
  mutating func insert(_ name: String) -> Bool {
    storage.insert(ExactText(text: name)).inserted
  }
}
