public import GraphModel

extension Schema {
  /// Reads a vocabulary from its triples.
  ///
  /// Terms of other vocabularies and properties that are not ours are passed over, so that a file
  /// can carry more than this program reads.
  ///
  /// - Parameters:
  ///   - triples: The triples, in any order.
  ///   - source: The Turtle text that they were read from, in which errors are located; may be
  ///     empty.
  ///   - file: The name of the file.
  /// - Throws: ``SchemaError`` at the first fault.
  /// - Complexity: O(*n* log *n*) in the number of triples, and one search of the source a pattern.
  public init(
    triples: [Triple], source: [UInt8] = [], file: String? = nil
  ) throws(SchemaError) {
    let reading = SchemaReading(triples: triples, source: source)
    try reading.refuseUnknownWords()
    let classes = try reading.classes()
    try Self.refuseCycles(classes, in: source)
    let relations = try reading.relations(classes: Set(classes.map(\.name)))
    guard !relations.isEmpty else { throw .empty }
    self.init(
      relations: relations, classes: classes, cancellingModifiers: reading.cancellingModifiers(),
      file: file)
  }

  /// Throws if a class is its own superclass.
  private static func refuseCycles(_ classes: [SchemaClass], in source: [UInt8])
    throws(SchemaError)
  {
    let parents = Dictionary(
      classes.map { ($0.name, $0.superclasses) }, uniquingKeysWith: { first, _ in first })
    var finished: Set<String> = []
    for start in classes.map(\.name) where !finished.contains(start) {
      var path = [start]
      var next = [0]
      while let name = path.last, let index = next.last {
        let above = parents[name] ?? []
        guard index < above.count else {
          finished.insert(name)
          path.removeLast()
          next.removeLast()
          continue
        }
        next[next.count - 1] += 1
        let parent = above[index]
        if let first = path.firstIndex(of: parent) {
          throw .cycle(
            classes: path[first...] + [parent],
            at: SourceLocator(source).position(of: "q:" + parent))
        }
        if !finished.contains(parent) {
          path.append(parent)
          next.append(0)
        }
      }
    }
  }
}

/// The triples of a vocabulary, grouped by subject.
private struct SchemaReading {
  private let properties: [Subject: [(predicate: IRI, object: Term)]]
  private let locator: SourceLocator

  init(triples: [Triple], source: [UInt8]) {
    locator = SourceLocator(source)
    properties = Dictionary(grouping: triples, by: \.subject)
      .mapValues { $0.map { ($0.predicate, $0.object) } }
  }

  // MARK: Words of ours

  /// Throws if a property or kind of ours is used that there is not, which a slip of the pen makes.
  func refuseUnknownWords() throws(SchemaError) {
    let kinds =
      members(of: [SchemaTerms.rdfsClass, SchemaTerms.owlClass])
      + ["Relation", "InverseRelation"]
    var faults: [SchemaError] = []
    for (subject, pairs) in properties {
      let user = name(of: subject)
      for (predicate, object) in pairs {
        if predicate.value.hasPrefix(Quipu.vocabulary), !SchemaTerms.properties.contains(predicate),
          let local = SchemaTerms.localName(predicate)
        {
          let known = SchemaTerms.properties.compactMap(SchemaTerms.localName).sorted()
          faults.append(
            .unknownProperty(
              name: "q:" + local, usedBy: user,
              suggestion: Schema.suggestion(for: local, among: known).map { "q:" + $0 },
              at: locator.position(of: "q:" + local)))
        }
        if predicate == SchemaTerms.rdfType, case .iri(let kind) = object,
          kind.value.hasPrefix(Quipu.vocabulary), let local = SchemaTerms.localName(kind),
          !kinds.contains(local)
        {
          faults.append(
            .unknownKind(
              name: "q:" + local, usedBy: user,
              suggestion: Schema.suggestion(for: local, among: kinds).map { "q:" + $0 },
              at: locator.position(of: "q:" + local)))
        }
      }
    }
    if let first = faults.min(by: { $0.order < $1.order }) { throw first }
  }

  private func name(of subject: Subject) -> String {
    guard case .iri(let iri) = subject else { return "a pattern or example" }
    return SchemaTerms.localName(iri) ?? iri.value
  }

  // MARK: Classes

  func classes() throws(SchemaError) -> [SchemaClass] {
    let names = members(of: [SchemaTerms.rdfsClass, SchemaTerms.owlClass])
    let known = Set(names)
    var result: [SchemaClass] = []
    for name in names {
      let subject = Subject.iri(SchemaTerms.own(name))
      let above = locals(subject, SchemaTerms.subClassOf)
      for parent in above where !known.contains(parent) {
        throw unknownClass(parent, usedBy: name, known: known)
      }
      result.append(
        SchemaClass(
          name: name, label: try label(subject, name),
          comment: texts(subject, SchemaTerms.comment).first, superclasses: above,
          mappings: mappings(subject), nouns: words(subject, SchemaTerms.noun),
          names: words(subject, SchemaTerms.name),
          nameEndings: words(subject, SchemaTerms.nameEnding),
          adjectives: try adjectives(subject, name)))
    }
    return result
  }

  /// "Japanese = Japan, Dutch = Netherlands": what each adjective stands for.
  private func adjectives(_ subject: Subject, _ name: String) throws(SchemaError)
    -> [String: String]
  {
    var result: [String: String] = [:]
    for pair in words(subject, SchemaTerms.adjective) {
      let sides = pair.split(separator: "=").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      guard sides.count == 2 else {
        throw .unexpectedValue(
          property: "q:adjective", of: name, at: locator.position(of: "q:adjective"))
      }
      result[sides[0]] = sides[1]
    }
    return result
  }

  // MARK: Relations

  func relations(classes: Set<String>) throws(SchemaError) -> [Relation] {
    let names = members(of: [SchemaTerms.relation])
    let known = Set(names).union(members(of: [SchemaTerms.inverse]))
    var rules: Set<String> = []
    var result: [Relation] = []
    for name in names {
      let subject = Subject.iri(SchemaTerms.own(name))
      let domain =
        locals(subject, SchemaTerms.domain) + locals(subject, SchemaTerms.domainIncludes)
      let range = locals(subject, SchemaTerms.range) + locals(subject, SchemaTerms.rangeIncludes)
      for type in domain + range where !type.hasPrefix("xsd:") && !classes.contains(type) {
        throw unknownClass(type, usedBy: name, known: classes)
      }
      let inverse = locals(subject, SchemaTerms.inverseOf).first
      if let inverse, !known.contains(inverse) {
        throw .unknownRelation(
          name: inverse, usedBy: name,
          suggestion: Schema.suggestion(for: inverse, among: known.sorted()),
          at: locator.position(of: "q:" + inverse))
      }
      let kinds = Set(objects(subject, SchemaTerms.rdfType))
      let patterns = try patterns(subject, name)
      for pattern in patterns where !rules.insert(pattern.rule).inserted {
        throw .duplicateRule(name: pattern.rule, at: locator.position(ofQuoted: pattern.rule))
      }
      result.append(
        Relation(
          name: name, label: try label(subject, name),
          comment: texts(subject, SchemaTerms.comment).first, domain: domain, range: range,
          inverse: inverse, isSymmetric: kinds.contains(.iri(SchemaTerms.symmetric)),
          isFunctional: kinds.contains(.iri(SchemaTerms.functional)), patterns: patterns,
          mappings: mappings(subject),
          followTheMoney: texts(subject, SchemaTerms.followTheMoney).first,
          examples: try examples(subject, name),
          counterExamples: texts(subject, SchemaTerms.counterExample)))
    }
    return result
  }

  func cancellingModifiers() -> [String] {
    let all = properties.keys.flatMap { words($0, SchemaTerms.cancels) }
    return Set(all.map { $0.lowercased() }).sorted()
  }

  private func patterns(_ subject: Subject, _ name: String) throws(SchemaError)
    -> [Relation.Pattern]
  {
    var result: [Relation.Pattern] = []
    for node in try parts(subject, SchemaTerms.pattern, of: name) {
      guard let rule = texts(node, SchemaTerms.rule).first else {
        throw .missing(property: "q:rule", of: name, at: locator.position(of: "q:" + name))
      }
      let matches = texts(node, SchemaTerms.match)
      guard let text = matches.first, matches.count == 1 else {
        throw .missing(property: "q:match", of: rule, at: locator.position(ofQuoted: rule))
      }
      result.append(
        Relation.Pattern(rule: rule, text: text, position: locator.position(ofQuoted: text)))
    }
    return result.sorted { $0.rule < $1.rule }
  }

  private func examples(_ subject: Subject, _ name: String) throws(SchemaError)
    -> [Relation.Example]
  {
    var result: [Relation.Example] = []
    for node in try parts(subject, SchemaTerms.example, of: name) {
      guard let sentence = texts(node, SchemaTerms.sentence).first else {
        throw .missing(property: "q:sentence", of: name, at: locator.position(of: "q:" + name))
      }
      guard let first = texts(node, SchemaTerms.subject).first,
        let second = texts(node, SchemaTerms.object).first
      else {
        throw .missing(
          property: "q:subject, q:object", of: name, at: locator.position(ofQuoted: sentence))
      }
      result.append(Relation.Example(sentence: sentence, subject: first, object: second))
    }
    return result.sorted {
      ($0.sentence, $0.subject, $0.object) < ($1.sentence, $1.subject, $1.object)
    }
  }

  // MARK: Reading properties

  /// The nodes that hold the parts of a pattern or example.
  private func parts(_ subject: Subject, _ predicate: IRI, of name: String) throws(SchemaError)
    -> [Subject]
  {
    var result: [Subject] = []
    for object in objects(subject, predicate) {
      switch object {
      case .blank(let label): result.append(.blank(label))
      case .iri(let iri): result.append(.iri(iri))
      case .literal, .text, .directional, .triple:
        throw .unexpectedValue(
          property: "q:" + (SchemaTerms.localName(predicate) ?? ""), of: name,
          at: locator.position(of: "q:" + name))
      }
    }
    return result
  }

  private func objects(_ subject: Subject, _ predicate: IRI) -> [Term] {
    (properties[subject] ?? []).filter { $0.predicate == predicate }.map(\.object)
  }

  /// Our members of some classes, sorted by name.
  private func members(of kinds: [IRI]) -> [String] {
    var result: [String] = []
    for (subject, pairs) in properties {
      guard case .iri(let iri) = subject, iri.value.hasPrefix(Quipu.vocabulary) else { continue }
      let belongs = pairs.contains { pair in
        pair.predicate == SchemaTerms.rdfType && kinds.contains { pair.object == .iri($0) }
      }
      if belongs, let name = SchemaTerms.localName(iri) { result.append(name) }
    }
    return result.sorted()
  }

  private func locals(_ subject: Subject, _ predicate: IRI) -> [String] {
    objects(subject, predicate).compactMap { object in
      guard case .iri(let iri) = object else { return nil }
      return SchemaTerms.localName(iri)
    }.sorted()
  }

  private func texts(_ subject: Subject, _ predicate: IRI) -> [String] {
    objects(subject, predicate).compactMap { object -> String? in
      switch object {
      case .literal(let value, _): value
      case .text(let value, _), .directional(let value, _, _): value
      case .iri, .blank, .triple: nil
      }
    }.sorted()
  }

  /// Words listed in one literal or several: "startup, carmaker".
  private func words(_ subject: Subject, _ predicate: IRI) -> [String] {
    texts(subject, predicate)
      .flatMap { $0.split(separator: ",") }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .filter { !$0.isEmpty }
      .sorted()
  }

  private func mappings(_ subject: Subject) -> [IRI] {
    let kinds = [
      SchemaTerms.equivalentClass, SchemaTerms.equivalentProperty, SchemaTerms.exactMatch,
      SchemaTerms.closeMatch,
    ]
    return kinds.flatMap { objects(subject, $0) }.compactMap { object in
      guard case .iri(let iri) = object else { return nil }
      return iri
    }.sorted()
  }

  private func label(_ subject: Subject, _ name: String) throws(SchemaError) -> String {
    guard let label = texts(subject, SchemaTerms.label).first else {
      throw .missing(property: "rdfs:label", of: name, at: locator.position(of: "q:" + name))
    }
    return label
  }

  private func unknownClass(_ name: String, usedBy user: String, known: Set<String>) -> SchemaError
  {
    .unknownClass(
      name: name, usedBy: user, suggestion: Schema.suggestion(for: name, among: known.sorted()),
      at: locator.position(of: "q:" + name))
  }
}

extension SchemaError {
  /// The place and name of an unknown word: a total order of such faults.
  fileprivate var order: (Int, Int, String) {
    switch self {
    case .unknownProperty(let name, _, _, let position), .unknownKind(let name, _, _, let position):
      (position?.line ?? 0, position?.column ?? 0, name)
    default: (0, 0, "")
    }
  }
}
