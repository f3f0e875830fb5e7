public import GraphModel

/// The vocabulary in force: classes and relations, and the wordings that evoke them.
public struct Schema: Sendable {
  /// The relations, by identifier.
  public let relations: [Relation]
  /// The classes, by local name, each with its direct superclasses.
  public let superclasses: [String: [String]]
  /// The classes with their words, by name.
  public let classes: [SchemaClass]
  /// Modifiers that cancel a wording: a "former chief executive" is none; in lower case.
  public let cancellingModifiers: [String]
  /// The name of the file that the vocabulary was read from; `nil` for the embedded one.
  public let file: String?

  /// Creates a vocabulary.
  public init(relations: [Relation], superclasses: [String: [String]]) {
    self.init(
      relations: relations,
      classes: superclasses.keys.sorted().map {
        SchemaClass(name: $0, label: $0, superclasses: superclasses[$0] ?? [])
      }, cancellingModifiers: [], file: nil)
  }

  /// Creates a vocabulary from its parts.
  public init(
    relations: [Relation], classes: [SchemaClass], cancellingModifiers: [String], file: String?
  ) {
    self.relations = relations.sorted { $0.name < $1.name }
    self.classes = classes.sorted { $0.name < $1.name }
    self.cancellingModifiers = cancellingModifiers
    self.file = file
    superclasses = Dictionary(
      classes.map { ($0.name, $0.superclasses) }, uniquingKeysWith: { first, _ in first })
  }

  /// A number that differs between vocabularies that read a text differently, and is the same on
  /// every run; O(*n*).
  public var fingerprint: UInt64 {
    var hash = StableHash()
    for relation in relations { hash.combine(field: String(describing: relation)) }
    for entry in classes {
      hash.combine(field: String(describing: entry.withoutAdjectives))
      for (adjective, name) in entry.adjectives.sorted(by: { $0.key < $1.key }) {
        hash.combine(field: adjective)
        hash.combine(field: name)
      }
    }
    for modifier in cancellingModifiers { hash.combine(field: modifier) }
    return hash.value
  }

  /// The relation of a local name, or `nil`; O(log *n*).
  public func relation(named name: String) -> Relation? {
    var low = 0
    var high = relations.count
    while low < high {
      let middle = (low + high) / 2
      if relations[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low < relations.count && relations[low].name == name ? relations[low] : nil
  }

  /// The class of a local name, or `nil`.
  public func schemaClass(named name: String) -> SchemaClass? {
    classes.first { $0.name == name }
  }
}

/// A class of things of the vocabulary, and the words by which the text gives it away.
public struct SchemaClass: Hashable, Sendable {
  /// The local name: `Company`.
  public let name: String
  /// The words to show: "company".
  public let label: String
  /// One sentence on what belongs to it.
  public let comment: String?
  /// Local names of the direct superclasses, sorted.
  public let superclasses: [String]
  /// Classes of other vocabularies that are the same, sorted.
  public let mappings: [IRI]
  /// Lemmas of the nouns that speak of such a thing ("startup"), in lower case, sorted; the words
  /// of a longer noun are joined by `_`.
  public let nouns: [String]
  /// Names of its members ("Japan"), sorted.
  public let names: [String]
  /// Last words that only names of its members have ("Corp."), sorted.
  public let nameEndings: [String]
  /// The names of its members that adjectives stand for: "Japan" for "Japanese".
  public let adjectives: [String: String]

  /// Creates a class.
  public init(
    name: String, label: String, comment: String? = nil, superclasses: [String],
    mappings: [IRI] = [], nouns: [String] = [], names: [String] = [], nameEndings: [String] = [],
    adjectives: [String: String] = [:]
  ) {
    self.name = name
    self.label = label
    self.comment = comment
    self.superclasses = superclasses
    self.mappings = mappings
    self.nouns = nouns
    self.names = names
    self.nameEndings = nameEndings
    self.adjectives = adjectives
  }
}

extension SchemaClass {
  /// The class without its adjectives, which are in no order.
  fileprivate var withoutAdjectives: SchemaClass {
    SchemaClass(
      name: name, label: label, comment: comment, superclasses: superclasses, mappings: mappings,
      nouns: nouns, names: names, nameEndings: nameEndings)
  }
}
