/// A column of a graph format: what an attribute of nodes or edges is called and holds.
struct GraphAttribute: Hashable, Sendable {
  /// The kinds of values, as the graph tools tell them apart.
  enum Kind: Hashable, Sendable {
    case text
    case integer
    case real
    case truth
    case list
  }

  /// The name, a word without blanks that no tool takes for something else.
  let name: String
  /// What it holds.
  let kind: Kind

  init(_ name: String, _ kind: Kind = .text) {
    self.name = name
    self.kind = kind
  }
}

/// The value of an attribute.
enum AttributeValue: Hashable, Sendable {
  case text(String)
  case integer(Int)
  /// A number in 0...1 with at most four decimal places.
  case share(Double)
  case truth(Bool)
  case list([String])

  /// The value as text; the parts of a list come with `; ` between them.
  var text: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .share(let share):
      String(decoding: ByteWriter.bytes { $0.share(share) }, as: UTF8.self)
    case .truth(let truth): truth ? "true" : "false"
    case .list(let texts): texts.joined(separator: "; ")
    }
  }
}

extension JSONWriter {
  /// Writes the value of an attribute.
  mutating func value(_ attribute: AttributeValue) {
    switch attribute {
    case .text(let text): value(text)
    case .integer(let number): value(number)
    case .share(let share): self.share(share)
    case .truth(let truth): value(truth)
    case .list(let texts):
      beginArray()
      for text in texts { value(text) }
      endArray()
    }
  }

  /// Writes the attributes that have a value as members of an object.
  mutating func fields(
    _ attributes: [GraphAttribute], _ values: [AttributeValue?], without left: Set<String> = []
  ) {
    for (attribute, item) in zip(attributes, values) {
      guard let item, !left.contains(attribute.name) else { continue }
      key(attribute.name)
      value(item)
    }
  }
}

extension ByteWriter {
  /// The bytes that a closure writes.
  static func bytes(_ body: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter(to: MemorySink())
    body(&writer)
    return writer.pending
  }
}
