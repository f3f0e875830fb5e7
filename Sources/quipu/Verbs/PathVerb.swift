import GraphModel
import GraphStore
import SPARQL

/// The verb `quipu path A B`.
enum PathVerb {
  static let verb = Verb(
    name: "path", summary: "Show the best-evidenced shortest paths between two entities",
    details: """
      Only asserted statements between named things are walked, whichever way they point. A path through an entity
      (--via) is the shortest way to it and from it.
      """,
    examples: ["quipu path SoftBank Megvii", "quipu path 'Jack Ma' SenseTime --via Alibaba"],
    options: [
      .value("max-length", nil, "N", "at most N steps (default 6)"),
      .value("via", nil, "ENTITY", "through this entity"),
      .value("limit", nil, "N", "show at most N paths (default 3)"),
    ],
    arguments: [ArgumentSyntax(name: "A"), ArgumentSyntax(name: "B")]
  ) { invocation throws(CommandError) in
    let snapshot = try invocation.snapshot()
    let maximum = try invocation.number("max-length", default: 6)
    let limit = try invocation.number("limit", default: 3)
    var stops = [invocation.arguments.arguments[0], invocation.arguments.arguments[1]]
    if let via = invocation.arguments.value("via") { stops.insert(via, at: 1) }
    var entities: [Entity] = []
    for stop in stops {
      entities.append(try EntityName.resolve(stop, in: snapshot, invocation.console))
    }
    return try reading {
      var start = entities[0]
      var legs: [[[PathStep]]] = []
      for end in entities.dropFirst() {
        legs.append(
          try paths(from: start, to: end, in: snapshot, maximum: maximum, limit: limit))
        start = end
      }
      guard legs.allSatisfy({ !$0.isEmpty }) else {
        invocation.console.say(
          "no path of at most \(maximum) steps between asserted statements; try --max-length \(maximum + 2)"
        )
        return .nothing
      }
      for index in 0..<(legs.map(\.count).max() ?? 0) {
        let steps = legs.flatMap { $0[min(index, $0.count - 1)] }
        try show(steps, number: index + 1, snapshot, invocation)
      }
      return .success
    }
  }

  private static func paths(
    from start: Entity, to end: Entity, in snapshot: GraphSnapshot, maximum: Int, limit: Int
  ) throws -> [[PathStep]] {
    guard let a = try node(start, snapshot), let b = try node(end, snapshot) else { return [] }
    let sources = try IndependentSources(snapshot)
    var isNamed: [EntityID: Bool] = [:]
    func named(_ id: EntityID) throws -> Bool {
      if let known = isNamed[id] { return known }
      let found = try snapshot.entity(id)?.isNamed ?? false
      isNamed[id] = found
      return found
    }
    let search = PathSearch(in: snapshot, maxLength: maximum) { triple in
      guard let statement = try snapshot.statement(at: triple.statement), statement.isAsserted,
        case .entity(let object) = statement.content.object
      else { return nil }
      // A phrase such as "people" is no bridge: only what has a name, or was asked for, is walked.
      for id in [statement.content.subject, object] where id != start.id && id != end.id {
        guard try named(id) else { return nil }
      }
      return sources.rank(of: statement)
    }
    return try search.paths(from: a, to: b, limit: limit)
  }

  private static func node(_ entity: Entity, _ snapshot: GraphSnapshot) throws -> TermID? {
    guard let iri = Quipu.iri(entity.id.value) else { return nil }
    return try snapshot.id(of: .iri(iri))
  }

  private static func show(
    _ steps: [PathStep], number: Int, _ snapshot: GraphSnapshot, _ invocation: Invocation
  ) throws {
    let console = invocation.console
    var printer = StatementText(snapshot, console)
    if !invocation.json {
      if number > 1 { console.line() }
      console.line(Style.dim("Path \(number), \(steps.count) steps", console))
    }
    for step in steps {
      guard let statement = try snapshot.statement(at: step.triple.statement) else { continue }
      if invocation.json {
        try console.json(statement, from: snapshot, line: number - 1)
        continue
      }
      console.line("  " + (try printer.line(statement)))
      if let evidence = statement.evidence.first {
        let name = try snapshot.document(evidence.document)?.name ?? evidence.document.value
        console.line(
          "      “\(printer.quote(evidence))” "
            + Style.dim("\(Printable.line(name)):\(evidence.span.start)", console))
      }
    }
  }
}
