import Foundation
import GraphModel
import SPARQL

/// Runs a query or an update and compares what comes of it.
enum EvaluationRun {
  static func query(_ entry: ManifestEntry) throws -> Outcome {
    guard let action = entry.action?.subject,
      let file = TestFiles.url(entry.graph.object(action, TestVocabulary.query + "query")),
      let resultFile = TestFiles.url(entry.result)
    else { return .failed("the entry has no query or result") }
    let base = TestFiles.base(file)
    let query = try Query(TestFiles.bytes(file), base: base)
    let quads = try dataset(entry.graph, action, TestVocabulary.query) + named(query.dataset)
    let answer = try answer(of: query, on: MemoryDataset(quads))
    if resultFile.pathExtension == "csv" { return try compareCSV(answer, resultFile) }
    return compare(answer, try expected(resultFile), isLax: entry.isLax)
  }

  static func update(_ entry: ManifestEntry) throws -> Outcome {
    guard let action = entry.action?.subject,
      let file = TestFiles.url(entry.graph.object(action, TestVocabulary.update + "request"))
    else { return .failed("the entry has no request") }
    let update = try Update(TestFiles.bytes(file), base: TestFiles.base(file))
    let data = MemoryDataset(try dataset(entry.graph, action, TestVocabulary.update))
    try update.run(on: data) { iri in
      guard let url = URL(string: iri.value), url.isFileURL else {
        throw CocoaError(.fileNoSuchFile)
      }
      return try TestFiles.triples(url)
    }
    let expected = try (entry.result?.subject).map {
      try dataset(entry.graph, $0, TestVocabulary.update)
    }
    let (got, wanted) = (data.all, Set(expected ?? []))
    return Isomorphism.matches(got.map(row), wanted.map(row), isOrdered: false)
      ? .passed : .failed(difference(got.map(row), wanted.map(row)))
  }

  private static func row(_ quad: Quad) -> [Term?] {
    [
      Term(quad.triple.subject), .iri(quad.triple.predicate), quad.triple.object,
      quad.graph.map { Term($0) },
    ]
  }

  private static func row(_ triple: Triple) -> [Term?] { row(Quad(triple)) }

  /// The data of an entry, in the default graph and in named ones.
  private static func dataset(
    _ graph: FileGraph, _ node: Subject, _ namespace: String
  ) throws -> [Quad] {
    var quads: [Quad] = []
    var files = 0
    func add(_ url: URL, _ name: String?) throws {
      files += 1
      quads += TestFiles.apart(try TestFiles.quads(url, in: name), file: files)
    }
    for term in graph.objects(node, namespace + "data") {
      if let url = TestFiles.url(term) { try add(url, nil) }
    }
    for term in graph.objects(node, namespace + "graphData") {
      if let url = TestFiles.url(term) {
        try add(url, term.iri)
      } else if let inner = term.subject {
        let url = TestFiles.url(graph.object(inner, namespace + "graph"))
        let name = graph.object(inner, TestVocabulary.label)?.lexical
        if let url { try add(url, name) }
      }
    }
    return quads
  }

  /// The graphs that a query names in `FROM`, read from their files.
  private static func named(_ clause: DatasetClause) throws -> [Quad] {
    var quads: [Quad] = []
    for iri in Set((clause.defaultGraphs ?? []) + (clause.namedGraphs ?? [])).sorted() {
      guard let url = URL(string: iri.value), url.isFileURL,
        FileManager.default.fileExists(atPath: url.path)
      else { continue }
      let read = try TestFiles.quads(url, in: iri.value)
      quads += TestFiles.apart(read, file: 1000 + quads.count)
    }
    return quads
  }

  private static func answer(of query: Query, on data: MemoryDataset) throws -> Answer {
    switch try query.run(over: data) {
    case .boolean(let value): return .boolean(value)
    case .graph(let graph): return .graph(try graph.triples())
    case .solutions(let solutions):
      let names = solutions.variables
      return .solutions(SolutionTable(variables: names, rows: try solutions.rows()))
    }
  }

  private static func expected(_ file: URL) throws -> Answer {
    switch file.pathExtension {
    case "srx": try ResultXML.read(TestFiles.bytes(file))
    case "srj": try ResultJSON.read(TestFiles.bytes(file))
    case "tsv":
      .solutions(
        try ResultText.tabSeparated(String(decoding: TestFiles.bytes(file), as: UTF8.self)))
    default: ResultGraph.answer(try TestFiles.triples(file))
    }
  }

  static func compare(_ got: Answer, _ wanted: Answer, isLax: Bool) -> Outcome {
    switch (got, wanted) {
    case (.boolean(let a), .boolean(let b)):
      return a == b ? .passed : .failed("answers \(a)")
    case (.graph(let a), .graph(let b)):
      let (x, y) = (a.map(row), Set(b).map(row))
      return Isomorphism.matches(x, y, isOrdered: false)
        ? .passed : .failed(difference(x, y))
    case (.solutions(let a), .solutions(let b)):
      guard Set(a.variables).isSubset(of: b.variables) || a.extra(b.variables).isEmpty else {
        return .failed("binds other variables: \(a.extra(b.variables))")
      }
      var (rows, others) = (a.columns(b.variables), b.rows)
      if isLax { (rows, others) = (distinct(rows), distinct(others)) }
      if Isomorphism.matches(rows, others, isOrdered: b.isOrdered) { return .passed }
      let (values, otherValues) = (rows.map(canonical), others.map(canonical))
      return Isomorphism.matches(values, otherValues, isOrdered: b.isOrdered)
        ? .passedByValue
        : .failed(difference(rows, others))
    default: return .failed("another kind of answer")
    }
  }

  /// A row whose numbers are in one form: SPARQL computes values, and leaves open how they are
  /// written; the files write `6`, `6.0`, `6E0` and `6.0e0` for the same float.
  private static func canonical(_ row: [Term?]) -> [Term?] {
    row.map { term in
      let types = ["double", "float", "decimal"]
      guard case .literal(let text, let datatype)? = term,
        types.contains(where: { datatype.value == XSD.namespace + $0 }), let value = Double(text)
      else { return term }
      return .literal("\(value)", datatype: datatype)
    }
  }

  /// The rows that only one of two lists has.
  private static func difference(_ got: [[Term?]], _ wanted: [[Term?]]) -> String {
    let (a, b) = (got.map(show), wanted.map(show))
    let onlyGot = a.filter { !b.contains($0) }.joined(separator: " | ")
    let onlyWanted = b.filter { !a.contains($0) }.joined(separator: " | ")
    return "\(a.count) rows for \(b.count): \(onlyGot) for \(onlyWanted)"
  }

  private static func show(_ row: [Term?]) -> String {
    let writer = ResultWriter(.tsv, variables: [])
    return row.map { $0.map { String(decoding: writer.cell($0), as: UTF8.self) } ?? "-" }
      .joined(separator: " ").replacing(XSD.namespace, with: "xsd:")
  }

  private static func distinct(_ rows: [[Term?]]) -> [[Term?]] {
    var seen: Set<[Term?]> = []
    return rows.filter { seen.insert($0).inserted }
  }

  private static func compareCSV(_ answer: Answer, _ file: URL) throws -> Outcome {
    guard case .solutions(let table) = answer else { return .failed("no solutions") }
    var writer = ResultWriter(.csv, variables: table.variables)
    writer.begin()
    for row in table.rows { writer.add(row) }
    writer.end()
    let got = ResultText.commaSeparated(String(decoding: writer.bytes, as: UTF8.self))
    let wanted = ResultText.commaSeparated(
      String(decoding: try TestFiles.bytes(file), as: UTF8.self))
    let order = wanted.names.map { got.names.firstIndex(of: $0) }
    func blankless(_ cell: String) -> String { cell.hasPrefix("_:") ? "_:" : cell }
    let a = got.rows.map { row in order.map { $0.map { blankless(row[$0]) } ?? "" } }
    let b = wanted.rows.map { $0.map(blankless) }
    let same =
      a.sorted { $0.lexicographicallyPrecedes($1) }
      == b.sorted { $0.lexicographicallyPrecedes($1) }
    return same && got.names.count == wanted.names.count ? .passed : .failed("\(a) for \(b)")
  }
}

extension SolutionTable {
  /// The variables that are bound somewhere and not among these.
  func extra(_ known: [String]) -> [String] {
    variables.indices.filter { place in
      !known.contains(variables[place]) && rows.contains { $0[place] != nil }
    }.map { variables[$0] }
  }
}
