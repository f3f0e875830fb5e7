import GraphModel

/// What in a graph can be written in brackets, lists and annotations.
struct GraphShape {
  /// A predicate with its objects, in the order of writing.
  struct Property {
    var predicate: IRI
    var objects: [Term]
  }

  /// The subjects that get a block of their own, in the order of writing.
  private(set) var roots: [Subject] = []
  private var bySubject: [Subject: [IRI: [Term]]] = [:]
  /// The triples that hold a blank node as object, by its label.
  private var references: [String: (count: Int, from: Subject, by: IRI)] = [:]
  private var pinned: Set<String>
  private var lists: [String: [Term]] = [:]
  private var nested: Set<String> = []
  private var annotating: [Triple: [Subject]] = [:]
  private var annotations: Set<Subject> = []

  /// How deeply brackets stand in each other; a node deeper inside gets a label.
  private static let depthLimit = 48
  private static let first = IRI(RDF.namespace + "first")
  private static let rest = IRI(RDF.namespace + "rest")
  /// `rdf:nil`.
  static let empty = Term.iri(IRI(RDF.namespace + "nil"))
  private static let reifies = IRI(RDF.namespace + "reifies")

  /// Finds the shape of a graph, some of whose blank nodes need their labels.
  init(_ triples: Set<Triple>, pinned: Set<String>) {
    self.pinned = pinned
    for triple in triples {
      bySubject[triple.subject, default: [:]][triple.predicate, default: []].append(triple.object)
      switch triple.object {
      case .blank(let label):
        let count = (references[label]?.count ?? 0) + 1
        references[label] = (count, triple.subject, triple.predicate)
      case .triple(let inner): self.pinned.formUnion(inner.blankLabels)
      default: break
      }
    }
    findAnnotations(triples)
    findNested()
    roots = bySubject.keys.filter { subject in
      if annotations.contains(subject) { return false }
      if case .blank(let label) = subject { return !nested.contains(label) }
      return !properties(of: subject).isEmpty
    }
    .sorted { TermOrder.key($0) < TermOrder.key($1) }
  }

  /// Whether a blank node is written inside the triple that has it as object.
  func isNested(_ label: String) -> Bool { nested.contains(label) }

  /// Whether no triple has the node as object, and it needs no label.
  func isUnreferenced(_ label: String) -> Bool {
    references[label] == nil && !pinned.contains(label)
  }

  /// The items of the list that starts with this node, if one does.
  func list(_ label: String) -> [Term]? { lists[label] }

  /// The reifiers of a triple that are written behind it.
  func reifiers(of triple: Triple) -> [Subject] { annotating[triple] ?? [] }

  /// Whether a reifier is written nowhere but behind its triple.
  func isAnnotation(_ reifier: Subject) -> Bool { annotations.contains(reifier) }

  /// The properties of a node, `rdf:type` first; what an annotation says by its place is left out.
  func properties(of subject: Subject) -> [Property] {
    var properties: [Property] = []
    for (predicate, objects) in bySubject[subject] ?? [:] {
      var objects = objects
      if predicate == Self.reifies {
        objects.removeAll { object in
          if case .triple(let triple) = object {
            return annotating[triple]?.contains(subject) ?? false
          }
          return false
        }
      }
      guard !objects.isEmpty else { continue }
      objects.sort { TermOrder.key($0) < TermOrder.key($1) }
      properties.append(Property(predicate: predicate, objects: objects))
    }
    return properties.sorted { a, b in
      (a.predicate == RDF.type ? 0 : 1, a.predicate) < (
        b.predicate == RDF.type ? 0 : 1, b.predicate
      )
    }
  }

  /// Finds the reifiers of triples that the graph asserts.
  private mutating func findAnnotations(_ triples: Set<Triple>) {
    var reified: Set<Subject> = []
    var candidates: [(reifier: Subject, triple: Triple)] = []
    for triple in triples where triple.predicate == Self.reifies {
      guard case .triple(let inner) = triple.object else { continue }
      reified.insert(inner.subject)
      if triples.contains(inner) { candidates.append((triple.subject, inner)) }
    }
    candidates.sort {
      (TermOrder.key($0.reifier), TermOrder.key(.triple($0.triple)))
        < (TermOrder.key($1.reifier), TermOrder.key(.triple($1.triple)))
    }
    for (reifier, triple) in candidates where reifier != triple.subject {
      // What annotates an annotation gets a block, so that they do not stand in each other.
      guard !(annotating[triple]?.contains(reifier) ?? false) else { continue }
      let isAlone = bySubject[reifier]?[Self.reifies]?.count == 1
      if case .blank(let label) = reifier, isAlone, references[label] == nil,
        !pinned.contains(label), !reified.contains(reifier)
      {
        annotations.insert(reifier)
      }
      annotating[triple, default: []].append(reifier)
    }
  }

  /// Blank nodes that are the object of one triple alone and need no label.
  private func candidates() -> Set<String> {
    Set(references.keys.filter { references[$0]?.count == 1 && !pinned.contains($0) })
  }

  /// Finds the cells of lists: nodes that say nothing but an item and the next cell, up to the end.
  private func findCells(_ candidates: Set<String>) -> Set<String> {
    // An annotation behind a cell's triple has no place inside a list.
    let annotated = Set(annotating.keys.map(\.subject))
    var verdicts: [String: Bool] = [:]
    for start in bySubject.keys {
      guard case .blank(var label) = start else { continue }
      var path: [String] = []
      var verdict = false
      while true {
        if let known = verdicts[label] {
          verdict = known
          break
        }
        // Until the end is known the cell counts as none, which cuts circles.
        verdicts[label] = false
        guard let next = nextCell(of: label), !annotated.contains(.blank(label)) else { break }
        path.append(label)
        if next == Self.empty {
          verdict = true
          break
        }
        guard case .blank(let following) = next, candidates.contains(following) else { break }
        label = following
      }
      for cell in path { verdicts[cell] = verdict }
    }
    return Set(verdicts.filter(\.value).keys)
  }

  /// What stands after a cell, if the node has the two properties of one and nothing else.
  private func nextCell(of label: String) -> Term? {
    guard let properties = bySubject[.blank(label)], properties.count == 2,
      properties[Self.first]?.count == 1, let next = properties[Self.rest], next.count == 1
    else { return nil }
    return next[0]
  }

  /// Finds the blank nodes that are written inside another, not too deep, and the lists of them.
  private mutating func findNested() {
    let candidates = candidates()
    let cells = findCells(candidates)
    var depths: [String: Int] = [:]
    for start in candidates.sorted() where depths[start] == nil {
      var path: [String] = []
      var onPath: Set<String> = []
      var label = start
      var depth = 0
      var circle: String?
      while true {
        if let known = depths[label] {
          depth = known
          break
        }
        guard candidates.contains(label), let reference = references[label] else { break }
        guard onPath.insert(label).inserted else {
          circle = label
          break
        }
        path.append(label)
        guard case .blank(let parent) = reference.from else { break }
        label = parent
      }
      for node in path.reversed() {
        let isFollowing = cells.contains(node) && references[node]?.by == Self.rest
        // A circle is cut at one of its nodes; the cells of a list stand side by side.
        depth = node == circle ? 0 : isFollowing ? max(depth, 1) : depth + 1
        if depth > Self.depthLimit { depth = 0 }
        depths[node] = depth
        if depth > 0 { nested.insert(node) }
      }
    }
    for label in nested where cells.contains(label) && !isInsideList(label, cells) {
      var items: [Term] = []
      var cell = label
      while let item = bySubject[.blank(cell)]?[Self.first]?.first, let next = nextCell(of: cell) {
        items.append(item)
        guard case .blank(let following) = next, nested.contains(following) else { break }
        cell = following
      }
      lists[label] = items
    }
  }

  /// Whether the cell stands behind another one in brackets.
  private func isInsideList(_ label: String, _ cells: Set<String>) -> Bool {
    guard let reference = references[label], reference.by == Self.rest,
      case .blank(let parent) = reference.from
    else { return false }
    return nested.contains(parent) && cells.contains(parent)
  }
}

extension Triple {
  /// The labels of the blank nodes in it, also inside triple terms.
  var blankLabels: [String] {
    var labels: [String] = []
    if case .blank(let label) = subject { labels.append(label) }
    switch object {
    case .blank(let label): labels.append(label)
    case .triple(let inner): labels += inner.blankLabels
    default: break
    }
    return labels
  }
}
