import Glibc
import GraphFormats
import GraphModel
import GraphStore

/// The verb `quipu export`.
enum ExportVerb {
  static let verb = Verb(
    name: "export", summary: "Write the graph in a format of other tools",
    details: """
      Formats: jsonl, graphml, turtle (ttl), ntriples (nt), csv, csv-nodes, dot, html. Without -f the
      ending of -o decides. What the format cannot hold is counted on standard error. The file
      appears whole or not at all.
      """,
    examples: [
      "quipu export -o graph.graphml", "quipu export -f turtle --assert none > claims.ttl",
      "quipu export -o sensetime.html --around SenseTime --depth 2",
    ],
    options: [
      .value("format", "f", "FORMAT", "the format"),
      .value("output", "o", "FILE", "the file to write (default: standard output)"),
      .value(
        "for", nil, "TOOL", "the format that a tool reads best",
        choices: ["gephi", "cytoscape", "yed", "neo4j", "networkx"]),
      .value("type", nil, "CLASS", "only entities of this class", repeats: true),
      .value("predicate", nil, "NAME", "only this relation", repeats: true),
      .value("document", nil, "NAME", "only what this document states", repeats: true),
      .value("min-confidence", nil, "SHARE", "only statements at least this sure (0 to 1)"),
      .value("from", nil, "DATE", "only statements that held on or after this day"),
      .value("to", nil, "DATE", "only statements that held on or before this day"),
      .value("around", nil, "ENTITY", "only the neighbourhood of this entity"),
      .value("depth", nil, "N", "how many steps around (default 1)"),
      .value(
        "assert", nil, "WHICH", "what is written as a fact (default certain)",
        choices: ["all", "certain", "none"]),
      .value("title", nil, "TEXT", "the title of the page"),
    ]
  ) { invocation throws(CommandError) in
    let format = try format(invocation)
    let snapshot = try invocation.snapshot()
    let filter = try filter(invocation, snapshot)
    var options = ExportOptions()
    if let name = invocation.arguments.value("assert") {
      options.assertion = Assertion(rawValue: name) ?? .certain
    }
    if let title = invocation.arguments.value("title") { options.title = title }
    let loss: ExportLoss
    if let path = invocation.arguments.value("output"), path != "-" {
      loss = try FileOutput.write(to: path) { sink in
        try write(snapshot, filter, format, options, to: sink)
      }
    } else {
      let console = invocation.console
      loss = try reading { try write(snapshot, filter, format, options, to: console) }
    }
    for kind in ExportLoss.Kind.allCases where loss[kind] > 0 {
      invocation.console.say("quipu: \(format.rawValue): \(loss[kind]) \(words(for: kind))")
    }
    return .success
  }

  private static func write(
    _ snapshot: GraphSnapshot, _ filter: ExportFilter, _ format: ExportFormat,
    _ options: ExportOptions, to sink: some ByteSink
  ) throws -> ExportLoss {
    guard !filter.isEmpty else {
      return try format.write(snapshot, options: options, to: sink)
    }
    let part = try FilteredSource(snapshot, filter)
    return try format.write(part, options: options, to: sink)
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
    if let tool = invocation.arguments.value("for") { return tool == "neo4j" ? .csv : .graphml }
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
    filter.minimumConfidence = try invocation.fraction("min-confidence", default: 0)
    filter.from = arguments.value("from")
    filter.to = arguments.value("to")
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
    case .protectedCells: "cells that a spreadsheet would run as a formula got an apostrophe"
    case .furtherEvidence: "further pieces of evidence are only counted, not written"
    case .qualifiers: "qualifiers are written as words only"
    case .aliases: "other names are left out"
    case .mentionPlaces: "places of mentions are left out"
    }
  }
}
