public import GraphModel

extension Update {
  /// Carries out the operations, one after the other.
  ///
  /// An operation sees what those before it changed, and none of its own changes: all of its
  /// solutions are found first, then it deletes, then it inserts.
  ///
  /// - Parameters:
  ///   - target: What is read and changed.
  ///   - options: How the patterns' queries may run.
  ///   - load: Reads what `LOAD` names; without it `LOAD` is forbidden.
  /// - Throws: ``UpdateError`` at the first operation that fails; one that says `SILENT` never does.
  public func run(
    on target: any UpdateTarget, options: QueryOptions = QueryOptions(),
    load: ((IRI) throws -> [Triple])? = nil
  ) throws(UpdateError) {
    let run = UpdateRun(target: target, options: options, load: load)
    for operation in operations {
      do {
        try run.carryOut(operation)
      } catch let error as UpdateError {
        if !operation.isSilent { throw error }
      } catch let error as QueryError {
        throw .query(error)
      } catch {
        throw .target(error)
      }
    }
  }
}

extension UpdateOperation {
  fileprivate var isSilent: Bool {
    switch self {
    case .insertData, .deleteData, .modify: false
    case .load(_, _, let silent), .clear(_, let silent), .drop(_, let silent),
      .create(_, let silent), .add(_, _, let silent), .move(_, _, let silent),
      .copy(_, _, let silent):
      silent
    }
  }
}

/// An update that is being carried out.
private struct UpdateRun {
  let target: any UpdateTarget
  let options: QueryOptions
  let load: ((IRI) throws -> [Triple])?

  func carryOut(_ operation: UpdateOperation) throws {
    switch operation {
    case .insertData(let quads):
      var labels = FreshLabels(target)
      for quad in quads { try target.add(try labels.renewed(quad)) }
    case .deleteData(let quads):
      for quad in quads { try target.delete(quad) }
    case .modify(let modification): try modify(modification)
    case .load(let iri, let graph, _): try load(iri, into: graph)
    case .clear(let graphs, _): try clear(graphs)
    case .drop(let graphs, _):
      if case .graph(let graph) = graphs { try requireGraph(graph) }
      try clear(graphs)
    case .create(let graph, _):
      if try !quads(of: graph, limit: 1).isEmpty { throw UpdateError.graphExists(graph) }
    case .add(let source, let destination, _): try copy(source, to: destination)
    case .copy(let source, let destination, _):
      try copy(source, to: destination, clearing: true)
    case .move(let source, let destination, _):
      try copy(source, to: destination, clearing: true)
      if source != destination { try target.clear(source) }
    }
  }

  private func modify(_ modification: Modification) throws {
    let used = modification.slots
    let query = Query(
      form: .select(used), pattern: .project(modification.pattern, used),
      dataset: modification.dataset, variables: modification.variables, base: modification.base)
    guard case .solutions(let solutions) = try query.run(over: target.source(), options: options)
    else { return }
    var deletions: [Quad] = []
    var insertions: [Quad] = []
    var row = [Term?](repeating: nil, count: modification.variables.count)
    while let batch = try solutions.next() {
      for place in 0..<batch.count {
        for (column, variable) in used.enumerated() {
          row[variable.slot] = try solutions.term(of: batch.columns[column][place])
        }
        for template in modification.deletions {
          if let quad = template.quad(row, blank: { $0 }) { deletions.append(quad) }
        }
        var labels = FreshLabels(target)
        for template in modification.insertions {
          if let quad = try template.quad(row, blank: { try labels.label($0) }) {
            insertions.append(quad)
          }
        }
      }
    }
    for quad in deletions { try target.delete(quad) }
    for quad in insertions { try target.add(quad) }
  }

  private func load(_ iri: IRI, into graph: IRI?) throws {
    guard let load else { throw UpdateError.loadForbidden(iri) }
    let triples: [Triple]
    do {
      triples = try load(iri)
    } catch {
      throw UpdateError.loadFailed(iri, error)
    }
    var labels = FreshLabels(target)
    for triple in triples {
      try target.add(try labels.renewed(Quad(triple, graph: graph.map(Subject.iri))))
    }
  }

  private func clear(_ graphs: UpdateOperation.GraphTarget) throws {
    switch graphs {
    case .graph(let graph): try target.clear(graph)
    case .defaultGraph: try target.clear(nil)
    case .named: try clearNamed()
    case .all:
      try target.clear(nil)
      try clearNamed()
    }
  }

  private func clearNamed() throws {
    let source = try target.source()
    for id in try source.statistics().graphs {
      switch try source.term(of: id) {
      case .iri(let iri): try target.clear(iri)
      case .blank(let label):
        for quad in try quads(of: .blank(label), in: source) { try target.delete(quad) }
      default: break
      }
    }
  }

  private func copy(_ source: IRI?, to destination: IRI?, clearing: Bool = false) throws {
    if let source { try requireGraph(source) }
    guard source != destination else { return }
    let quads = try quads(of: source)
    if clearing { try target.clear(destination) }
    for quad in quads {
      try target.add(Quad(quad.triple, graph: destination.map(Subject.iri)))
    }
  }

  private func requireGraph(_ graph: IRI) throws {
    if try quads(of: graph, limit: 1).isEmpty { throw UpdateError.noSuchGraph(graph) }
  }

  private func quads(of graph: IRI?, limit: Int = .max) throws -> [Quad] {
    try quads(of: graph.map(Term.iri), in: target.source(), limit: limit)
  }

  /// The quads of a graph, at most `limit`.
  private func quads(
    of graph: Term?, in source: any QuadSource, limit: Int = .max
  ) throws -> [Quad] {
    var name = TermID.defaultGraph
    if let graph {
      guard let known = try source.id(of: graph) else { return [] }
      name = known
    }
    let key = EncodedQuad(.defaultGraph, .defaultGraph, .defaultGraph, graph: name)
    let cursor = try source.cursor(.gspo, key: key, bound: 1)
    var result: [Quad] = []
    var batch = QuadBatch()
    while result.count < limit, try cursor.next(into: &batch, limit: min(1024, limit)) > 0 {
      for place in 0..<batch.count {
        let parts = [batch.subjects[place], batch.predicates[place], batch.objects[place]]
        let terms = try parts.map { try source.term(of: TermID(rawValue: $0)) }
        if let triple = Triple(terms) { result.append(Quad(triple, graph: graph?.asSubject)) }
      }
      batch.removeAll()
    }
    return result
  }
}

/// New labels for the blank nodes of an operation or a solution: the same for the same label.
private struct FreshLabels {
  private let target: any UpdateTarget
  private var known: [String: String] = [:]

  init(_ target: any UpdateTarget) { self.target = target }

  mutating func label(_ given: String) throws -> String {
    if let label = known[given] { return label }
    let label = try target.newBlankLabel()
    known[given] = label
    return label
  }

  mutating func renewed(_ quad: Quad) throws -> Quad {
    Quad(try renewed(quad.triple), graph: quad.graph)
  }

  private mutating func renewed(_ triple: Triple) throws -> Triple {
    let subject: Subject
    switch triple.subject {
    case .iri: subject = triple.subject
    case .blank(let given): subject = .blank(try label(given))
    }
    switch triple.object {
    case .blank(let given):
      return Triple(subject, triple.predicate, .blank(try label(given)))
    case .triple(let inner):
      return Triple(subject, triple.predicate, .triple(try renewed(inner)))
    default: return Triple(subject, triple.predicate, triple.object)
    }
  }
}
