import Glibc
import GraphFormats
import GraphModel
import GraphStore

/// The verb `quipu export`.
enum ExportVerb {
  static let verb = Verb(
    name: "export", summary: "Write the graph in a format of other tools",
    details: """
      Formats: graphml, yed, gexf, cyjs, cx2, graphology, node-link, dot, neo4j, csv, csv-nodes,
      tsv, tsv-nodes, jsonl, turtle (ttl), ntriples (nt), trig, nquads (nq), rdfxml, jsonld,
      vault (a folder of notes), svg, html. Without -f the ending of -o decides. neo4j and vault
      make a folder, or a tar archive where -o ends in .tar or is missing. TriG, N-Quads and
      JSON-LD have a named graph for each document. What the format cannot hold is counted on
      standard error. The file appears whole or not at all.
      """,
    examples: [
      "quipu export -o graph.html", "quipu export --for gephi -o graph.gexf",
      "quipu export -f turtle --assert none > claims.ttl",
      "quipu export -o sensetime.html --around SenseTime --depth 2",
      "quipu export -f vault -o notes --top 500",
    ],
    options: [
      .value("format", "f", "FORMAT", "the format"),
      .value("output", "o", "FILE", "the file to write (default: standard output)"),
      .value(
        "for", nil, "TOOL", "the format that a tool reads best",
        choices: ["gephi", "cytoscape", "yed", "neo4j", "networkx", "obsidian"]),
      .value("type", nil, "CLASS", "only entities of this class", repeats: true),
      .value("predicate", nil, "NAME", "only this relation", repeats: true),
      .value("document", nil, "NAME", "only what this document states", repeats: true),
      .value("min-confidence", nil, "SHARE", "only statements at least this sure (0 to 1)"),
      .value("confidence", nil, "SHARE", "the same as --min-confidence"),
      .value(
        "certainty", nil, "WORD", "only what the text holds so certain",
        choices: Certainty.allCases.map(\.rawValue), repeats: true),
      .value(
        "polarity", nil, "WORD", "only what the text affirms, or denies",
        choices: Polarity.allCases.map(\.rawValue)),
      .value("since", nil, "DATE", "only statements that held on or after this day"),
      .value("until", nil, "DATE", "only statements that held on or before this day"),
      .value("from", nil, "DATE", "the same as --since"),
      .value("to", nil, "DATE", "the same as --until"),
      .value("around", nil, "ENTITY", "only the neighbourhood of this entity"),
      .value("depth", nil, "N", "how many steps around (default 1)"),
      .value("top", nil, "N", "only the N most important entities (and whom they quote)"),
      .value(
        "assert", nil, "WHICH", "what is written as a fact (default certain)",
        choices: ["all", "certain", "none"]),
      .flag("layout", nil, "places, ranks and communities also in formats that need none"),
      .value(
        "rdf", nil, "PROFILE",
        "how RDF tells a statement's evidence: RDF 1.1 (default), RDF 1.2, OWL, or not at all",
        choices: RDFProfile.allCases.map(\.rawValue)),
      .value("title", nil, "TEXT", "the title of the page"),
    ]
  ) { invocation throws(CommandError) in
    let format = try format(invocation)
    let snapshot = try invocation.snapshot()
    let filter = try filter(invocation, snapshot)
    let top = try invocation.number("top", default: 0)
    guard !filter.isEmpty || top > 0 else {
      return try write(snapshot, in: format, invocation)
    }
    let part = try reading { try FilteredSource(snapshot, filter) }
    guard top > 0 else {
      return try write(part, count: part.statementCount, in: format, invocation)
    }
    let best = try reading {
      var ends = ExportFilter()
      ends.members = try GraphPicture.mostImportant(top, of: part)
      return try FilteredSource(part, ends)
    }
    return try write(best, count: best.statementCount, in: format, invocation)
  }

  private static func write(
    _ source: some StatementSource, count: Int = 1, in format: ExportFormat,
    _ invocation: Invocation
  ) throws(CommandError) -> ExitCode {
    let arguments = invocation.arguments
    var options = ExportOptions()
    if let name = arguments.value("assert") {
      options.assertion = Assertion(rawValue: name) ?? .certain
    }
    if let name = arguments.value("rdf") { options.rdf = RDFProfile(rawValue: name) ?? .rdf11 }
    if let title = arguments.value("title") { options.title = title }
    if format.wantsPicture || arguments.flags.contains("layout") {
      options.picture = try reading { try GraphPicture(of: source) }
    }
    let ready = options
    let loss: ExportLoss
    if let path = arguments.value("output"), path != "-" {
      if format.isTree, !path.hasSuffix(".tar") {
        loss = try FolderOutput.write(to: path) { folder in
          try format.write(source, options: ready, to: folder)
        }
      } else {
        loss = try FileOutput.write(to: path) { sink in
          try format.write(source, options: ready, to: sink)
        }
      }
    } else {
      let console = invocation.console
      guard !format.isTree || !console.isTerminal else { throw .archiveOnTerminal(format.rawValue) }
      loss = try reading { try format.write(source, options: ready, to: console) }
    }
    for kind in ExportLoss.Kind.allCases where loss[kind] > 0 {
      invocation.console.say("quipu: \(format.rawValue): \(loss[kind]) \(words(for: kind))")
    }
    guard count > 0 else {
      invocation.console.say("quipu: no statement passes the filters")
      return .nothing
    }
    return .success
  }

  private static func format(_ invocation: Invocation) throws(CommandError) -> ExportFormat {
    let names = ExportFormat.allCases.map(\.rawValue)
    if let name = invocation.arguments.value("format") {
      guard let format = ExportFormat(name: name) else {
        throw .unknownFormat(
          name, choices: names, suggestion: Spelling.nearest(to: name, among: names))
      }
      return format
    }
    switch invocation.arguments.value("for") {
    case "gephi": return .gexf
    case "cytoscape": return .cyjs
    case "yed": return .yEd
    case "neo4j": return .neo4j
    case "networkx": return .nodeLink
    case "obsidian": return .vault
    default: break
    }
    guard let path = invocation.arguments.value("output"), let dot = path.lastIndex(of: ".") else {
      throw .unknownFormat("", choices: names, suggestion: nil)
    }
    let ending = String(path[path.index(after: dot)...])
    guard let format = ExportFormat(fileExtension: ending) else {
      throw .unknownFormat(ending, choices: names, suggestion: nil)
    }
    return format
  }

  private static func filter(
    _ invocation: Invocation, _ snapshot: GraphSnapshot
  ) throws(CommandError) -> ExportFilter {
    let arguments = invocation.arguments
    var filter = ExportFilter()
    filter.types = Set(arguments.values["type"] ?? [])
    filter.predicates = Set(
      (arguments.values["predicate"] ?? []).flatMap { name in
        name.contains(":") ? [name] : ["q:" + name, "p:" + Slug.make(name)]
      })
    filter.minimumConfidence = max(
      try invocation.fraction("min-confidence", default: 0),
      try invocation.fraction("confidence", default: 0))
    filter.certainties = Set(
      (arguments.values["certainty"] ?? []).compactMap(Certainty.init(rawValue:)))
    filter.polarities = Set(
      (arguments.values["polarity"] ?? []).compactMap(Polarity.init(rawValue:)))
    filter.from = arguments.value("since") ?? arguments.value("from")
    filter.to = arguments.value("until") ?? arguments.value("to")
    filter.depth = try invocation.number("depth", default: 1)
    for name in arguments.values["document"] ?? [] {
      filter.documents.insert(try DocumentName.resolve(name, in: snapshot).id)
    }
    if let name = arguments.value("around") {
      filter.center = try EntityName.resolve(name, in: snapshot, invocation.console).id
    }
    return filter
  }

  private static func words(for kind: ExportLoss.Kind) -> String {
    switch kind {
    case .replacedCharacters: "characters that the format forbids were replaced"
    case .repairedNames:
      "identifiers with characters that no IRI may hold were percent-encoded"
    case .protectedCells: "cells that a spreadsheet would run as a formula got an apostrophe"
    case .furtherEvidence: "further pieces of evidence are only counted, not written"
    case .qualifiers: "qualifiers are written as words only"
    case .aliases: "other names are left out"
    case .mentionPlaces: "places of mentions are left out"
    case .shortenedTexts: "texts longer than the format's readers take were cut"
    case .undrawnEntities: "entities are left out of the drawing so that it can be read"
    case .undrawnStatements: "statements about values, or about entities left out, are not drawn"
    case .unassertedStatements: "statements are not asserted and left out"
    case .unwritableTriples: "triples that the syntax cannot say are left out"
    case .evidence: "pieces of evidence are left out"
    }
  }
}
