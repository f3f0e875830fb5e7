import GraphFormats
import GraphModel
import GraphStore
import SPARQL

/// A SPARQL query over a store, and its answer in the format asked for.
struct SPARQLRun {
  private let invocation: Invocation
  private let query: Query
  private let format: AnswerFormat

  /// Reads the query and the options.
  init(_ invocation: Invocation, _ text: SPARQLText) throws(CommandError) {
    self.invocation = invocation
    query = try text.query()
    format = try AnswerFormat(invocation, query.form)
  }

  /// How a query may run, by the options given.
  static func options(_ invocation: Invocation) throws(CommandError) -> QueryOptions {
    var options = QueryOptions()
    if let text = invocation.arguments.value("timeout") {
      guard let seconds = Double(text), seconds > 0, seconds.isFinite else {
        throw .usage(.invalidNumber(text, option: "--timeout"))
      }
      options.timeout = seconds
    }
    if invocation.arguments.value("memory") != nil {
      options.memoryLimit = try invocation.number("memory", default: 2048) << 20
    }
    if invocation.arguments.flags.contains("service") {
      options.service = RemoteService(timeout: options.timeout ?? 60)
    }
    return options
  }

  /// Runs the query and writes its answer.
  func run(limit: Int) throws(CommandError) -> ExitCode {
    var options = try Self.options(invocation)
    let path = try invocation.store()
    return try answering {
      let (source, evidence) = try GraphDescription.source(at: path)
      options.functions = EvidenceFunctions(evidence)
      if invocation.arguments.flags.contains("explain") {
        let explanation = try query.explain(over: source, options: options, running: true)
        for line in ExplanationText.lines(explanation) { invocation.console.line(line) }
        return .success
      }
      switch try query.run(over: source, options: options) {
      case .boolean(let value): return write(value)
      case .solutions(let solutions): return try write(solutions, limit: limit)
      case .graph(let graph): return try write(graph)
      }
    }
  }

  private func write(_ value: Bool) -> ExitCode {
    if case .results(let format) = format {
      invocation.console.bytes(ResultWriter.boolean(value, in: format))
    } else {
      invocation.console.line(value ? "yes" : "no")
    }
    return value ? .success : .nothing
  }

  private func write(_ solutions: Solutions, limit: Int) throws -> ExitCode {
    let console = invocation.console
    guard case .results(let format) = format else {
      var table = SolutionTable(query.prefixes, solutions.variables)
      let isWhole = try table.fill(from: solutions, limit: limit)
      table.write(to: console)
      if !isWhole {
        console.say("… and more: --limit \(limit * 10), or --format tsv for all")
      }
      return table.isEmpty ? .nothing : .success
    }
    var writer = ResultWriter(format, variables: solutions.variables)
    writer.begin()
    var count = 0
    var known: [UInt64: [UInt8]] = [:]
    while let batch = try solutions.next() {
      count += batch.count
      for row in 0..<batch.count {
        var cells: [[UInt8]?] = []
        for column in batch.columns {
          let id = column[row]
          if let cell = known[id] {
            cells.append(cell)
          } else if let term = try solutions.term(of: id) {
            let cell = writer.cell(term)
            if known.count > 1 << 16 { known.removeAll(keepingCapacity: true) }
            known[id] = cell
            cells.append(cell)
          } else {
            cells.append(nil)
          }
        }
        writer.add(cells: cells)
      }
      console.bytes(writer.bytes)
      writer.bytes.removeAll(keepingCapacity: true)
    }
    writer.end()
    console.bytes(writer.bytes)
    return count == 0 ? .nothing : .success
  }

  private func write(_ graph: GraphAnswer) throws -> ExitCode {
    guard case .graph(let format) = format else { return .failure }
    let writer = format.writer(to: invocation.console)
    var number: Int32 = 0
    for prefix in query.prefixes {
      var (name, namespace) = (prefix.label, prefix.iri.value)
      try name.withUTF8 { name in
        try namespace.withUTF8 { namespace in
          try writer.prefix(PrefixBytes(number: number, name: name, namespace: namespace))
        }
      }
      number += 1
    }
    var count = 0
    while let triple = try graph.next() {
      try writer.quad(Quad(triple))
      count += 1
    }
    try writer.finish()
    return count == 0 ? .nothing : .success
  }
}

/// Runs a query's or update's work, whose errors become the command's.
func answering<Result>(_ body: () throws -> Result) throws(CommandError) -> Result {
  do {
    return try body()
  } catch let error as CommandError {
    throw error
  } catch let error as QueryError {
    if case .source(let error as StoreError) = error { throw .store(error) }
    throw .queryFailed(error)
  } catch let error as UpdateError {
    switch error {
    case .query(let error): throw .queryFailed(error)
    case .target(let error as StoreError): throw .store(error)
    default: throw .updateFailed(error)
    }
  } catch let error as StoreError {
    throw .store(error)
  } catch let error as OutputError {
    guard case .system(let code) = error else { throw .unwritable(path: "-", code: 5) }
    throw .unwritable(path: "-", code: code)
  } catch {
    throw .unexpected(String(describing: error))
  }
}
