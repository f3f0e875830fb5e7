import GraphModel
import GraphStore
import SPARQL

/// A query in the pattern form, read from the command line and run over a snapshot.
struct QueryRun {
  private let invocation: Invocation
  let snapshot: GraphSnapshot
  private let query: PatternQuery

  /// Reads the pattern.
  init(_ invocation: Invocation, _ snapshot: GraphSnapshot) throws(CommandError) {
    self.invocation = invocation
    self.snapshot = snapshot
    let words = invocation.arguments.arguments
    do throws(PatternError) {
      query = try PatternQuery(words)
    } catch {
      throw .badPattern(QueryRun.describe(error))
    }
  }

  /// Runs the query and writes its rows.
  func run(limit: Int) throws(CommandError) -> ExitCode {
    let all = invocation.arguments.flags.contains("all")
    let rows = try rows(all: all)
    return try reading {
      var printer = StatementText(snapshot, invocation.console)
      for row in rows.prefix(limit) {
        let statements = try row.statements.compactMap { try snapshot.statement(at: $0) }
        if invocation.json {
          for statement in statements { try invocation.console.json(statement, from: snapshot) }
        } else if query.patterns.count == 1 {
          for statement in statements { invocation.console.line(try printer.line(statement)) }
        } else {
          try show(row, statements, &printer)
        }
      }
      if rows.count > limit {
        invocation.console.say("… and \(rows.count - limit) more: --limit \(rows.count)")
      }
      return rows.isEmpty ? .nothing : .success
    }
  }

  /// The statements that match, each once, in the order of the rows.
  func statements(all: Bool) throws(CommandError) -> [Statement] {
    let rows = try rows(all: all)
    return try reading {
      var seen: Set<UInt32> = []
      return try rows.flatMap(\.statements).filter { seen.insert($0).inserted }
        .compactMap { try snapshot.statement(at: $0) }
    }
  }

  private func rows(all: Bool) throws(CommandError) -> [PatternSolutions.Row] {
    var unknown: (name: String, near: [String])?
    do {
      var predicates: [String: (forward: [Term], inverse: [Term])] = [:]
      for case .name(let name) in query.patterns.map(\.predicate) where predicates[name] == nil {
        predicates[name] = try self.predicates(named: name)
      }
      func resolve(_ name: String, _ position: PatternQuery.Position) throws -> [Term] {
        guard position != .predicate else { return predicates[name]?.forward ?? [] }
        let terms = try terms(of: name)
        if terms.isEmpty {
          unknown = (name, try snapshot.findEntities(matching: name, limit: 3).map(\.entity.label))
        }
        return terms
      }
      let solutions = try query.solutions(
        in: snapshot, inverses: { predicates[$0]?.inverse ?? [] }, resolve: resolve)
      guard !all else { return solutions.rows }
      return try solutions.rows.filter { row in
        try row.statements.allSatisfy { try snapshot.statement(at: $0)?.isAsserted ?? false }
      }
    } catch let error as PatternError {
      if case .unknownName(let name, let position) = error {
        guard position != .predicate else {
          throw .badPattern(
            "no statement has the predicate \(ErrorText.quoted(name))"
              + predicateSuggestion(name))
        }
        throw .noSuchEntity(name, near: unknown?.near ?? [])
      }
      throw .badPattern(QueryRun.describe(error))
    } catch let error as StoreError {
      throw .store(error)
    } catch {
      throw .unexpected(String(describing: error))
    }
  }

  /// The things that a name may stand for.
  private func terms(of name: String) throws -> [Term] {
    if let iri = Quipu.iri(name) { return [.iri(iri)] }
    let matches = try snapshot.findEntities(matching: name, limit: 50)
    let exact = matches.filter { $0.kind == .exact }
    let chosen = exact.isEmpty ? matches.filter { $0.kind == .prefix }.prefix(1) : exact[...]
    return chosen.compactMap { Quipu.iri($0.entity.id.value).map(Term.iri) }
  }

  private func predicateSuggestion(_ name: String) -> String {
    var known: Set<String> = []
    try? snapshot.forEachStatement { statement in
      let predicate = statement.content.predicate
      known.insert(predicate.isOpen ? predicate.label : String(predicate.id.dropFirst(2)))
    }
    let near = Spelling.nearest(to: name, among: known.sorted())
    return near.map { "; did you mean \(ErrorText.quoted($0))?" } ?? ""
  }

  private func show(
    _ row: PatternSolutions.Row, _ statements: [Statement], _ printer: inout StatementText
  ) throws {
    var cells: [String] = []
    for (variable, term) in zip(query.variables, row.terms) {
      let name = variable.name.map { "?\($0)" } ?? "?"
      cells.append("\(name) = \(try word(for: term, &printer))")
    }
    invocation.console.line(
      cells.joined(separator: "\t") + "\t"
        + Style.dim(statements.map(\.id.value).joined(separator: " "), invocation.console))
  }

  private func word(for term: Term, _ printer: inout StatementText) throws -> String {
    switch term {
    case .iri(let iri):
      guard let id = Quipu.identifier(iri) else { return iri.value }
      return id.hasPrefix("e:") ? try printer.label(EntityID(id)) : id
    case .blank(let name): return "_:" + name
    case .literal(let value, _), .text(let value, _), .directional(let value, _, _):
      return Printable.line(value, limit: 80)
    case .triple(let triple):
      let parts = [Term(triple.subject), .iri(triple.predicate), triple.object]
      return "<< " + (try parts.map { try word(for: $0, &printer) }).joined(separator: " ") + " >>"
    }
  }

  private static func describe(_ error: PatternError) -> String {
    switch error {
    case .empty: "there is no pattern"
    case .notThreePlaces(let words):
      "a pattern has three places, and this has \(words.count): "
        + ErrorText.quoted(words.joined(separator: " "))
    case .unclosed(let text): "a bracket or quotation mark is open at \(ErrorText.quoted(text))"
    case .unknownName(let name, _): "nothing is called \(ErrorText.quoted(name))"
    }
  }
}
